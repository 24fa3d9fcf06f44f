"""An editor says in the admin whether what is published is a new version."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data

from editorial.groups import CHIEF_EDITOR
from research.models import InsightPage
from tests.factories import InsightFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db):
    site = small_site()
    insight = InsightFactory(parent=site.insights, slug="inzicht")
    insight.save_revision().publish()
    return InsightPage.objects.get(pk=insight.pk)


def form_of(page, **data):
    form_class = page.get_edit_handler().get_form_class()
    user = UserFactory(is_superuser=True)
    empty = form_class(instance=page, for_user=user)
    values = {name: empty[name].value() for name in empty.fields}
    return empty, form_class, values, user


def test_a_page_that_was_never_public_is_not_asked(db):
    site = small_site()
    draft = InsightFactory(parent=site.insights, slug="nieuw", live=False)

    assert "is_new_version" not in form_of(draft)[0].fields


def test_the_box_is_empty_until_the_next_version_is_made(page):
    assert form_of(page)[0]["is_new_version"].value() is False

    page.version = 2

    assert form_of(page)[0]["is_new_version"].value() is True


def test_the_admin_shows_the_question(page, client):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=CHIEF_EDITOR))
    client.force_login(user)

    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert response.status_code in {200, 302}


def test_a_new_version_has_to_say_what_changed(page):
    form = _clean(page, is_new_version=True, version_note="")

    assert "version_note" in form.errors


def test_what_is_withdrawn_says_why(page):
    form = _clean(page, withdrawn_on="2026-01-01", withdrawn_reason="")

    assert "withdrawn_reason" in form.errors


def test_saving_gives_the_draft_its_number(page):
    form = _clean(page, is_new_version=True, version_note="Nieuwe cijfers.")
    assert not form.errors, form.errors

    assert form.save(commit=False).version == 2


def _clean(page, **data):
    form_class = page.get_edit_handler().get_form_class()
    user = UserFactory(is_superuser=True)
    empty = form_class(instance=page, for_user=user)
    posted = {empty.add_prefix(name): value for name, value in _posted(page).items()}
    form = form_class({**posted, **data}, instance=page, for_user=user)
    form.is_valid()
    return form


def _posted(page):
    from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

    points = streamfield([("point", block.value) for block in page.key_points])
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "question": page.question,
        "plain_summary": rich_text("<p>Gewoon.</p>"),
        "for_classroom": rich_text("<p>Klas.</p>"),
        "limits": rich_text("<p>Grens.</p>"),
        "abstract": rich_text("<p>A.</p>"),
        "certainty": page.certainty,
        "certainty_explanation": "Daarom.",
        "method": page.method,
        "reference_title": page.reference_title,
        "publication_date": "2021-01-01",
        "date_precision": "year",
        "publication_type": "artikel",
        "source_language": "en",
        "licence": "cc-by",
        "key_points": points,
        "files": streamfield([]),
        "body": streamfield([]),
        "outgoing_relations": inline_formset([]),
        "page_authors": inline_formset([]),
        "footnotes": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data(data)
