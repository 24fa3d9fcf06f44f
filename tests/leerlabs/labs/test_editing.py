"""Editors make and change Leerlabs in the admin."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from leerlabs.models import LeerlabIndexPage
from leerlabs.models.leerlab import TAKEN_SLUGS
from tests.factories import LeerlabFactory, UserFactory, leerlab_index, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    return small_site()


@pytest.fixture
def administrator(client):
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    return user


def test_the_form_explains_who_sees_it(administrator, client):
    leerlab = LeerlabFactory()

    answer = client.get(f"/admin/pages/{leerlab.pk}/edit/")

    assert answer.status_code == 200
    assert "alleen wie meedoet weet ervan" in answer.content.decode()


def test_wagtails_own_privacy_cannot_say_something_else(administrator, client):
    leerlab = LeerlabFactory(visibility="hidden")

    client.post(f"/admin/pages/{leerlab.pk}/privacy/", {"restriction_type": "none"})

    assert PageViewRestriction.objects.filter(page=leerlab).exists()


@pytest.mark.parametrize("slug", sorted(TAKEN_SLUGS))
def test_an_address_that_the_site_uses_is_refused(slug):
    with pytest.raises(ValidationError):
        LeerlabFactory(slug=slug)


def test_the_overview_stands_at_its_own_address(site):
    with pytest.raises(ValidationError):
        site.home.add_child(instance=LeerlabIndexPage(title="Labs", slug="labs"))


def test_editors_find_the_queue_in_their_menu(administrator, client):
    assert "/leerlabs/moderatie/" in client.get("/admin/").content.decode()


def test_the_overview_is_there_once():
    leerlab_index()

    assert not LeerlabIndexPage.can_create_at(leerlab_index().get_parent())


def test_a_draft_can_be_previewed(administrator, client):
    leerlab = LeerlabFactory(live=False, question="Wat is de vraag?", visibility="hidden")
    leerlab.save_revision()

    answer = client.get(f"/admin/pages/{leerlab.pk}/view_draft/")

    assert answer.status_code == 200
    assert "Wat is de vraag?" in answer.content.decode()
