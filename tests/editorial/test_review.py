"""Looking at pages again: the dashboard, the report, and the mail."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from delivery.sending.worker import send_waiting
from editorial import groups
from editorial.review import overdue_pages, pages_without_theme
from editorial.review_reminders import send_review_reminders
from tests.factories import (
    InsightFactory,
    NewsFactory,
    PersonFactory,
    PlainPageFactory,
    PracticeFactory,
    ThemeFactory,
    UserFactory,
)


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


@pytest.fixture
def overdue(site):
    """Makes a published insight whose review date has passed."""

    def make(title="Oud inzicht", days=3, **kwargs):
        return InsightFactory(parent=site.insights, title=title, review_date=days_ago(days), **kwargs)

    return make


@pytest.fixture
def report(chief):
    def get(**filters):
        return chief.get(reverse("editorial_review_report"), filters).content.decode()

    return get


@pytest.fixture
def dashboard(signed_in, user_in):
    def get(user=None):
        return signed_in(groups.CHIEF_EDITOR, user).get(reverse("wagtailadmin_home")).content.decode()

    return get


class TestOverduePages:
    def test_pages_of_all_kinds_are_due_on_their_day(self, site):
        insight = InsightFactory(parent=site.insights, review_date=days_ago(0))
        practice = PracticeFactory(parent=site.practices, review_date=days_ago(5))
        assert [page.pk for page in overdue_pages()] == [practice.pk, insight.pk]

    def test_a_day_before_it_is_not_due(self, site):
        InsightFactory(parent=site.insights, review_date=days_ago(-1))
        assert not overdue_pages().exists()

    def test_a_draft_is_not_due(self, overdue):
        overdue(live=False)
        assert not overdue_pages().exists()


class TestDashboard:
    def test_it_names_what_is_overdue(self, overdue, dashboard):
        overdue(title="Vergeten inzicht")
        assert "Vergeten inzicht" in dashboard()

    def test_ones_own_pages_take_the_place_of_those_of_others(self, overdue, dashboard, user_in):
        me = user_in(groups.CHIEF_EDITOR)
        overdue(title="Van een ander")
        overdue(title="Van mij", owner=me, themes=[ThemeFactory()])
        panel = dashboard(me).split("overdue-pages", maxsplit=1)[1].split("pages-without-theme", maxsplit=1)[0]
        assert "Van mij" in panel
        assert "Van een ander" not in panel

    def test_a_page_is_ones_own_when_one_is_its_contact(self, overdue, dashboard, user_in):
        me = user_in(groups.CHIEF_EDITOR)
        overdue(title="Van een ander", themes=[ThemeFactory()])
        overdue(title="Mijn onderwerp", contact=PersonFactory(user=me), themes=[ThemeFactory()])
        html = dashboard(me)
        assert "Mijn onderwerp" in html
        assert "Van een ander" not in html

    def test_it_names_what_no_theme_leads_to(self, site, dashboard):
        NewsFactory(parent=site.news, title="Zonder thema dit")
        NewsFactory(parent=site.news, title="Met thema dat", themes=[ThemeFactory()])
        html = dashboard()
        assert "Zonder thema dit" in html
        assert "Met thema dat" not in html

    def test_a_plain_page_needs_no_theme(self, site):
        PlainPageFactory(parent=site.home)
        assert not pages_without_theme().exists()

    def test_a_researcher_does_not_see_pages_that_they_cannot_change(self, site, signed_in, overdue):
        overdue(title="Van een ander")
        html = signed_in(groups.RESEARCHER).get(reverse("wagtailadmin_home")).content.decode()
        assert "Van een ander" not in html


class TestReport:
    def test_it_lists_content_by_date(self, overdue, report):
        overdue(title="Kort verlopen", days=1)
        overdue(title="Lang verlopen", days=90)
        html = report()
        assert html.index("Lang verlopen") < html.index("Kort verlopen")

    @pytest.mark.parametrize(("when", "days"), [("verstreken", 1), ("binnenkort", -10), ("later", -90)])
    def test_it_filters_on_when(self, overdue, report, when, days):
        overdue(title="De gezochte", days=days)
        others = {1, -10, -90} - {days}
        for other in others:
            overdue(title="Een andere", days=other)
        html = report(when=when)
        assert "De gezochte" in html
        assert "Een andere" not in html

    def test_it_finds_pages_without_a_date(self, site, overdue, report):
        overdue(title="Met datum")
        InsightFactory(parent=site.insights, title="Geen datum")
        html = report(when="geen")
        assert "Geen datum" in html
        assert "Met datum" not in html

    def test_it_filters_on_the_contact(self, overdue, report):
        contact = PersonFactory()
        overdue(title="Van deze persoon", contact=contact)
        overdue(title="Van niemand")
        html = report(contact=contact.pk)
        assert "Van deze persoon" in html
        assert "Van niemand" not in html

    def test_it_can_be_downloaded(self, chief, overdue):
        overdue(title="In het rekenblad")
        answer = chief.get(reverse("editorial_review_report"), {"export": "csv"})
        assert "In het rekenblad" in b"".join(answer.streaming_content).decode()


class TestReminders:
    def test_one_mail_lists_all_pages_of_one_person(self, overdue, mailoutbox):
        owner = UserFactory(email="maker@example.nl")
        overdue(title="De eerste", owner=owner)
        overdue(title="De tweede", owner=owner)
        assert send_review_reminders() == 1
        send_waiting()
        assert mailoutbox[0].to == ["maker@example.nl"]
        assert "De eerste" in mailoutbox[0].body
        assert "De tweede" in mailoutbox[0].body

    def test_run_twice_on_a_day_it_is_one_mail(self, overdue, mailoutbox):
        overdue(owner=UserFactory(email="maker@example.nl"))
        send_review_reminders()
        send_review_reminders()
        send_waiting()
        assert len(mailoutbox) == 1

    def test_it_goes_to_the_account_of_the_contact_first(self, overdue, mailoutbox):
        contact = PersonFactory(user=UserFactory(email="contact@example.nl"), email="openbaar@example.nl")
        overdue(owner=UserFactory(), contact=contact)
        send_review_reminders()
        send_waiting()
        assert [mail.to for mail in mailoutbox] == [["contact@example.nl"]]

    def test_without_account_it_goes_to_the_public_address_of_the_contact(self, overdue, mailoutbox):
        overdue(owner=UserFactory(), contact=PersonFactory(email="openbaar@example.nl", is_example=False))
        send_review_reminders()
        send_waiting()
        assert [mail.to for mail in mailoutbox] == [["openbaar@example.nl"]]

    def test_example_people_get_none(self, overdue, mailoutbox):
        overdue(owner=UserFactory(email="maker@example.nl"), contact=PersonFactory(email="verzonnen@example.org"))
        send_review_reminders()
        send_waiting()
        assert [mail.to for mail in mailoutbox] == [["maker@example.nl"]]

    def test_somebody_who_left_gets_none(self, overdue, mailoutbox):
        overdue(owner=UserFactory(is_active=False))
        assert send_review_reminders() == 0

    def test_nothing_due_sends_nothing(self, site, mailoutbox):
        assert send_review_reminders(date(2020, 1, 1)) == 0
