"""*Bespreek dit*: conversations about a page, shown on it and started from it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from leerlabs.models import Thread
from leerlabs.threads.about import threads_about
from tests.factories import InsightFactory, UserFactory
from tests.factories.leerlabs import LeerlabFactory, MembershipFactory
from tests.leerlabs.threads.writing import begin, form, member


@pytest.fixture
def insight(site):
    return InsightFactory(parent=site.insights, slug="feedback", title="De kracht van feedback")


def test_a_page_shows_the_open_conversations_about_it(client, leerlab, saar, insight):
    begin(leerlab, saar, title="Werkt dit ook in groep 3?", page_id=insight.pk)

    page = client.get(insight.url).content.decode()

    assert "Werkt dit ook in groep 3?" in page
    assert reverse("leerlabs:discuss", args=[insight.pk]) in page


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_what_is_not_open_is_not_there_not_even_for_its_members(client, leerlab, saar, insight, visibility):
    leerlab.visibility = visibility
    leerlab.save()
    begin(leerlab, saar, title="Alleen voor ons", page_id=insight.pk)
    client.force_login(saar)

    assert "Alleen voor ons" not in client.get(insight.url).content.decode()


def test_a_member_finds_their_own_by_the_service(leerlab, saar, insight):
    leerlab.visibility = "hidden"
    leerlab.save()
    begin(leerlab, saar, title="Alleen voor ons", page_id=insight.pk)

    assert [row.thread.title for row in threads_about(insight.pk, saar)] == ["Alleen voor ons"]
    assert threads_about(insight.pk, AnonymousUser()) == []


def test_with_one_leerlab_the_form_is_there_at_once(as_saar, leerlab, insight):
    answer = as_saar.get(reverse("leerlabs:discuss", args=[insight.pk]), follow=True)

    assert "De kracht van feedback" in answer.content.decode()
    assert f'name="page" value="{insight.pk}"' in answer.content.decode()


def test_with_several_one_chooses(as_saar, saar, leerlab, insight):
    MembershipFactory(leerlab=LeerlabFactory(title="Rekenen"), user=saar)

    assert "Rekenen" in as_saar.get(reverse("leerlabs:discuss", args=[insight.pk])).content.decode()


def test_a_visitor_is_asked_to_sign_in(client, insight):
    assert client.get(reverse("leerlabs:discuss", args=[insight.pk])).status_code == 302


def test_a_page_that_is_not_public_cannot_be_discussed(as_saar, insight):
    insight.unpublish()

    assert as_saar.get(reverse("leerlabs:discuss", args=[insight.pk])).status_code == 404


def test_the_thread_shows_the_page_as_a_card(as_saar, leerlab, insight):
    address = reverse("leerlabs:start", args=[leerlab.slug])
    as_saar.post(address, form("Wat vinden jullie?", title="Feedback", page=str(insight.pk)))

    thread = Thread.objects.get()

    assert thread.page_id == insight.pk
    assert "page-card kind-insight" in as_saar.get(thread.get_absolute_url()).content.decode()


def test_who_takes_part_nowhere_is_shown_the_way(client, insight):
    client.force_login(UserFactory())

    assert "/leerlabs/" in client.get(reverse("leerlabs:discuss", args=[insight.pk])).content.decode()


def test_someone_else_cannot_start_there(client, leerlab, insight):
    member(LeerlabFactory(), "Elders")
    client.force_login(UserFactory())

    assert client.get(reverse("leerlabs:start", args=[leerlab.slug])).status_code == 403
