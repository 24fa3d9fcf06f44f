"""The figures stay as they were; later ones are shown beside them and told once."""

import pytest
from wagtail.signals import page_published

from delivery.models import Event
from practices.justifying import events, justifications
from practices.justifying.snapshots import differences, digest_of
from practices.models import InterventionFigure, InterventionPage
from tests.organisations.people import signed_in
from tests.practices.justifying.conftest import give_figures

pytestmark = pytest.mark.django_db
EEF = "EEF Teaching and Learning Toolkit"


def published(page):
    """The page as it is, published."""
    page_published.send(sender=InterventionPage, instance=page)


def newer_events():
    return Event.objects.filter(kind=events.NEWER)


def test_the_copy_has_the_latest_edition_of_each_source(intervention, kept):
    assert [(figure["edition"], figure["months"]) for figure in kept.figures] == [("npo-2021", 8)]


def test_a_later_edition_does_not_change_the_copy(intervention, kept, teacher):
    give_figures(intervention, 2023, 4)
    kept.refresh_from_db()
    assert kept.figures[0]["months"] == 8
    html = signed_in(teacher).get(kept.get_absolute_url()).content.decode()
    assert "+8 maanden" in html
    assert "+4 maanden" in html
    assert "Er zijn nieuwe cijfers" in html


def test_the_same_figures_in_a_later_edition_are_no_news(intervention, kept):
    give_figures(intervention, 2023, 8)
    assert differences(kept) == []


def test_an_older_edition_that_is_added_later_is_no_news(intervention, kept):
    give_figures(intervention, 2019, 1)
    assert differences(kept) == []


def test_another_source_that_says_something_is_news(intervention, kept):
    give_figures(intervention, 2023, 5, source=EEF)
    assert [(one.source, one.old) for one in differences(kept)] == [(EEF, None)]


def test_a_figure_that_was_put_right_in_its_own_edition_is_shown(intervention, kept):
    InterventionFigure.objects.filter(page=intervention, edition__code="npo-2021").update(months=7)
    assert [one.new["months"] for one in differences(kept)] == [7]


def test_taking_over_puts_the_later_figures_in(intervention, kept, teacher):
    give_figures(intervention, 2023, 4)
    seen = digest_of(differences(kept))
    signed_in(teacher).post(f"{kept.get_absolute_url()}cijfers/", {"choice": "take_over", "seen": seen})
    kept.refresh_from_db()
    assert (kept.figures[0]["edition"], kept.figures[0]["months"]) == ("npo-2023", 4)
    assert differences(kept) == []


def test_leaving_it_as_it_is_keeps_the_old_ones_until_the_next_edition(intervention, kept, teacher):
    give_figures(intervention, 2023, 4)
    seen = digest_of(differences(kept))
    signed_in(teacher).post(f"{kept.get_absolute_url()}cijfers/", {"choice": "leave", "seen": seen})
    kept.refresh_from_db()
    assert kept.figures[0]["months"] == 8
    assert differences(kept) == []
    give_figures(intervention, 2024, 3)
    assert [one.new["name"] for one in differences(kept)] == ["2024"]


def test_one_decides_about_the_figures_that_one_saw(intervention, kept):
    give_figures(intervention, 2023, 4)
    seen = digest_of(differences(kept))
    give_figures(intervention, 2024, 3)
    with pytest.raises(justifications.ChangedMeanwhileError):
        justifications.decide(kept, seen, take_over=True)


def test_who_keeps_one_is_told_once_an_edition(intervention, kept):
    give_figures(intervention, 2023, 4)
    published(intervention)
    published(intervention)
    events.tell_of_newer_figures.call(intervention.pk)
    events.tell_of_all()
    assert newer_events().count() == 1
    give_figures(intervention, 2024, 3)
    published(intervention)
    assert newer_events().count() == 2


def test_nobody_is_told_when_nothing_changed_or_when_it_was_left_alone(intervention, kept):
    published(intervention)
    give_figures(intervention, 2023, 4)
    justifications.decide(kept, digest_of(differences(kept)), take_over=False)
    published(intervention)
    assert not newer_events().exists()


def test_what_one_reads_of_it_names_both_figures(intervention, kept, teacher):
    give_figures(intervention, 2023, 4)
    published(intervention)
    event = newer_events().get()
    assert [reason.user_id for reason in events._owner(event)] == [teacher.pk]
    message = events._present(event, teacher)
    assert "+4 maanden" in message.text
    assert "+8 maanden" in message.text
    assert message.url.startswith(kept.get_absolute_url())


def test_without_an_account_the_page_itself_tells(client, intervention, linked, token):
    give_figures(intervention, 2023, 4)
    published(intervention)
    assert not newer_events().exists()
    assert "Er zijn nieuwe cijfers" in client.get(f"/verantwoording/link/{token}/").content.decode()


def test_a_page_that_is_deleted_leaves_what_was_written(intervention, kept, teacher):
    intervention.delete()
    html = signed_in(teacher).get(kept.get_absolute_url()).content.decode()
    assert "Feedback" in html
    assert "+8 maanden" in html
