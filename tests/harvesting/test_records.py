"""What is public has a record, what was public keeps one, in the transaction of the change."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from editorial.models import PageAuthor
from harvesting.mending import mend
from harvesting.models import PublicRecord
from harvesting.numbering import number_pending
from tests.factories import InsightFactory, NewsFactory, PersonFactory, ThemeFactory, small_site
from vocabulary.merging import merge_themes
from vocabulary.models import ThemedPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return small_site()


@pytest.fixture
def insight(site):
    page = InsightFactory(parent=site.insights, slug="inzicht", themes=[ThemeFactory(slug="lezen")])
    number_pending()
    return page


def record_of(page) -> PublicRecord:
    number_pending()
    return PublicRecord.objects.get(page_number=page.pk)


def test_a_published_page_has_a_record_named_after_the_site(insight, settings):
    record = record_of(insight)

    assert record.identifier == f"oai:127.0.0.1:{insight.pk}"
    assert (record.content_kind, record.page_id, record.deleted_at) == ("insight", insight.pk, None)


def test_an_identifier_stays_when_the_site_moves(insight, settings):
    settings.SITE_URL = "https://elders.example.nl"
    insight.save_revision().publish()

    assert record_of(insight).identifier == f"oai:127.0.0.1:{insight.pk}"


def test_pages_that_only_list_have_no_record(site):
    assert not PublicRecord.objects.filter(page_number=site.insights.pk).exists()


def test_a_draft_has_no_record_and_changes_none(insight, site):
    draft = InsightFactory(parent=site.insights, live=False)
    before = record_of(insight).sequence
    insight.title = "Nog niet"
    insight.save_revision()

    assert not PublicRecord.objects.filter(page_number=draft.pk).exists()
    assert record_of(insight).sequence == before


def test_publishing_again_gives_a_higher_number(insight):
    before = record_of(insight)
    insight.save_revision().publish()
    after = record_of(insight)

    assert after.sequence > before.sequence
    assert after.datestamp >= before.datestamp


def test_unpublishing_marks_the_record_and_publishing_brings_it_back(insight):
    insight.unpublish()
    assert record_of(insight).is_deleted

    insight.save_revision().publish()
    assert not record_of(insight).is_deleted


def test_a_deleted_page_leaves_its_record_for_ever(insight, site):
    number = insight.pk
    insight.delete()
    number_pending()
    record = PublicRecord.objects.get(page_number=number)

    assert record.is_deleted
    assert record.page_id is None
    mend()
    assert PublicRecord.objects.get(page_number=number).is_deleted


def test_a_page_that_is_deleted_with_its_own_restriction_leaves_nothing_that_points_at_it(insight, site):
    PageViewRestriction.objects.create(page=insight, restriction_type=PageViewRestriction.LOGIN)

    type(insight).objects.get(pk=insight.pk).delete()

    assert record_of(insight).page_id is None
    assert record_of(insight).deleted_at


def test_deleting_a_whole_branch_marks_every_record_in_it(insight, site):
    site.insights.delete()

    assert record_of(insight).is_deleted


def test_moving_and_renaming_above_a_page_changes_its_record(insight, site):
    before = record_of(insight).sequence
    listing = site.insights
    listing.slug = "studies"
    listing.save_revision().publish()
    renamed = record_of(insight).sequence
    assert renamed > before

    Page.objects.get(pk=insight.pk).move(site.news, pos="last-child")
    assert record_of(insight).sequence > renamed


def test_a_restriction_above_hides_and_its_end_shows_again(insight, site):
    restriction = PageViewRestriction.objects.create(page=site.insights, restriction_type=PageViewRestriction.LOGIN)
    assert record_of(insight).is_deleted

    restriction.delete()
    assert not record_of(insight).is_deleted


def test_an_expired_page_is_taken_out_by_mending_before_the_schedule_does(insight):
    Page.objects.filter(pk=insight.pk).update(expire_at=timezone.now() - dt.timedelta(minutes=1))

    assert mend().deleted == 1
    assert record_of(insight).is_deleted


def test_a_theme_that_is_renamed_or_merged_changes_the_records_of_its_pages(insight):
    theme = insight.themes.get()
    first = record_of(insight).sequence
    theme.name = "Lezen en schrijven"
    theme.save()
    renamed = record_of(insight)
    assert renamed.sequence > first
    other = ThemeFactory(slug="taal")
    merge_themes(theme.pk, other.pk)
    merged = record_of(insight)

    assert merged.sequence > renamed.sequence
    assert [row.theme for row in merged.sets.all()] == ["taal"]


def test_a_record_is_in_the_sets_of_its_themes_and_those_above(site):
    above = ThemeFactory(slug="taal")
    page = NewsFactory(parent=site.news, themes=[ThemeFactory(slug="lezen", parent=above)])

    assert {row.theme for row in record_of(page).sets.all()} == {"lezen", "taal"}


def test_a_deleted_record_stays_in_the_sets_it_was_last_in(insight):
    record = record_of(insight)
    insight.delete()
    number_pending()

    assert [row.theme for row in record.sets.all()] == ["lezen"]


def test_the_name_of_an_author_stands_in_the_metadata_so_it_changes_the_record(insight):
    person = PersonFactory()
    PageAuthor.objects.create(page=insight, person=person)
    before = record_of(insight).sequence
    person.family_name = "Anders"
    person.save()

    assert record_of(insight).sequence > before


def test_a_change_that_is_rolled_back_leaves_no_trace(insight):
    before = record_of(insight)
    with pytest.raises(RuntimeError), transaction.atomic():
        insight.unpublish()
        raise RuntimeError
    after = record_of(insight)

    assert (after.sequence, after.deleted_at) == (before.sequence, None)


def test_mending_makes_what_bulk_writing_left_out_and_the_second_time_nothing(insight, site, capsys):
    PublicRecord.objects.all().delete()
    call_command("harvesting", "mend")
    assert "records made" in capsys.readouterr().out
    assert PublicRecord.objects.filter(page_number=insight.pk, sequence__isnull=False).exists()

    assert not mend()


def test_mending_notices_tags_that_were_written_past_the_signals(insight):
    ThemedPage.objects.filter(content_object_id=insight.pk).delete()

    assert mend().renewed == 1
    assert not record_of(insight).sets.exists()
