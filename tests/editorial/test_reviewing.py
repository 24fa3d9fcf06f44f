"""Pages past their day: what readers are told, who says that they are still right, and what that leaves behind."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from delivery.sending.worker import send_waiting
from editorial import groups
from editorial.review import become_due
from editorial.review_confirming import confirm, confirmations_of
from editorial.review_due import renew_what_became_due
from editorial.review_reminders import send_review_reminders, send_to_editors
from research.models import InsightPage
from tests.factories import InsightFactory, PersonFactory, UserFactory


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


@pytest.fixture
def due(site):
    """Makes a published insight whose day has come."""

    def make(days=3, **kwargs):
        values = {"substantially_changed_on": days_ago(days + 400), "title": "Oud inzicht", **kwargs}
        return InsightFactory(parent=site.insights, review_date=days_ago(days), **values)

    return make


@pytest.fixture
def as_contact(client, site):
    """A member without any rights in the admin, who is the contact of what is made with the person."""
    user = UserFactory()
    client.force_login(user)
    client.person = PersonFactory(user=user)
    return client


def the_date_of(page):
    return InsightPage.objects.get(pk=page.pk).review_date


def in_a_year(settings):
    return timezone.localdate() + timedelta(days=settings.REVIEW_EVERY_DAYS)


class TestReaders:
    def told(self, client, page):
        return client.get(page.url).content.decode().count("Deze pagina is niet meer nagekeken sinds")

    def test_of_a_page_before_its_day_nothing_is_said(self, client, due):
        assert self.told(client, due(days=-5)) == 0

    def test_of_a_page_past_its_day_it_stands_below(self, client, due):
        page = due(days=3)
        assert self.told(client, page) == 1
        assert page.substantially_changed_on.strftime("%Y-%m-%d") in client.get(page.url).content.decode()

    def test_of_a_page_long_past_its_day_it_stands_before_the_text_too(self, client, due, settings):
        page = due(days=settings.REVIEW_LONG_OVERDUE_DAYS)
        html = client.get(page.url).content.decode()
        assert html.count("Deze pagina is niet meer nagekeken sinds") == 2
        assert html.index("Deze pagina is niet meer nagekeken sinds") < html.index("In drie punten")

    def test_the_last_confirmation_counts(self, client, due):
        page = due()
        confirm(page, UserFactory())
        later = page.review_date + timedelta(days=1)
        InsightPage.objects.filter(pk=page.pk).update(review_date=later)
        assert f'datetime="{timezone.localdate().isoformat()}"' in client.get(page.url).content.decode()

    def test_a_page_that_is_not_due_asks_no_query_for_it(self, client, due, settings):
        settings.PAGE_CACHE_SECONDS = 0
        page = due(days=-5)
        client.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            client.get(page.url)
        assert not [query for query in asked.captured_queries if "pagelogentry" in query["sql"]]


@pytest.mark.django_db(transaction=True)
class TestKeptPages:
    def test_a_page_that_was_kept_says_so_from_the_day_on(self, client, due):
        page = due(days=-1)
        assert "niet meer nagekeken" not in client.get(page.url).content.decode()
        # Past every signal: what a night does, which changes no row.
        InsightPage.objects.filter(pk=page.pk).update(review_date=timezone.localdate())
        assert "niet meer nagekeken" not in client.get(page.url).content.decode()
        assert renew_what_became_due()
        assert "niet meer nagekeken" in client.get(page.url).content.decode()

    def test_what_was_confirmed_is_shown_at_once(self, client, due):
        page = due()
        assert "niet meer nagekeken" in client.get(page.url).content.decode()
        confirm(page, UserFactory())
        assert "niet meer nagekeken" not in client.get(page.url).content.decode()


class TestTheNight:
    def test_it_renews_on_the_day(self, due):
        due(days=0)
        assert become_due()

    def test_also_when_it_becomes_long_ago(self, due, settings):
        due(days=settings.REVIEW_LONG_OVERDUE_DAYS)
        assert become_due()

    def test_other_nights_leave_what_is_kept_alone(self, due):
        due(days=1)
        due(days=-1, slug="later")
        assert not become_due()

    def test_drafts_do_not_count(self, due):
        due(days=0, live=False)
        assert not become_due()


class TestConfirming:
    def test_the_contact_confirms_without_rights_in_the_admin(self, as_contact, due, settings):
        page = due(contact=as_contact.person)
        answer = as_contact.post(reverse("reviewing:page", args=[page.pk]), follow=True)
        assert "Dank je" in answer.content.decode()
        assert the_date_of(page) == in_a_year(settings)

    def test_so_does_who_made_the_page(self, client, due, settings):
        owner = UserFactory()
        client.force_login(owner)
        page = due(owner=owner)
        client.post(reverse("reviewing:page", args=[page.pk]))
        assert the_date_of(page) == in_a_year(settings)

    def test_looking_changes_nothing(self, as_contact, due):
        page = due(contact=as_contact.person)
        answer = as_contact.get(reverse("reviewing:page", args=[page.pk]))
        assert "Nog juist" in answer.content.decode()
        assert the_date_of(page) == page.review_date

    def test_for_somebody_else_the_page_is_not_there(self, as_contact, due):
        page = due(contact=PersonFactory(user=UserFactory()))
        address = reverse("reviewing:page", args=[page.pk])
        assert as_contact.get(address).status_code == 404
        assert as_contact.post(address).status_code == 404
        assert the_date_of(page) == page.review_date

    def test_a_visitor_signs_in_first(self, client, due):
        page = due()
        answer = client.post(reverse("reviewing:page", args=[page.pk]))
        assert answer.status_code == 302
        assert the_date_of(page) == page.review_date

    def test_the_list_holds_ones_own_pages_only(self, as_contact, due):
        due(contact=as_contact.person, title="Van mij")
        due(title="Van een ander", slug="ander")
        html = as_contact.get(reverse("reviewing:mine")).content.decode()
        assert "Van mij" in html
        assert "Van een ander" not in html

    def test_who_said_so_when_is_kept_and_shown(self, as_contact, due):
        page = due(contact=as_contact.person)
        user = as_contact.person.user
        user.profile.display_name = "Saar van den Berg"
        user.profile.save()
        as_contact.post(reverse("reviewing:page", args=[page.pk]))
        assert [entry.by for entry in confirmations_of(page)] == [user]
        assert "Saar van den Berg" in as_contact.get(reverse("reviewing:page", args=[page.pk])).content.decode()

    def test_twice_on_a_day_it_is_said_once(self, due):
        page, user = due(), UserFactory()
        confirm(page, user)
        confirm(page, user)
        assert len(confirmations_of(page)) == 1

    def test_it_stays_when_the_account_goes(self, due):
        page, user = due(), UserFactory()
        confirm(page, user)
        user.delete()
        assert [entry.by for entry in confirmations_of(page)] == [None]


class TestDrafts:
    def test_a_draft_stays_a_draft_and_gets_the_day(self, due, settings):
        page = due()
        page.question = "Een nieuwe vraag?"
        page.save_revision()
        confirm(page, UserFactory())
        published = InsightPage.objects.get(pk=page.pk)
        assert published.question != "Een nieuwe vraag?"
        draft = published.get_latest_revision_as_object()
        assert (draft.question, draft.review_date) == ("Een nieuwe vraag?", in_a_year(settings))

    def test_a_day_that_an_editor_chose_in_the_draft_stays(self, due):
        page, chosen = due(), days_ago(-50)
        page.review_date = chosen
        page.save_revision()
        confirm(InsightPage.objects.get(pk=page.pk), UserFactory())
        assert InsightPage.objects.get(pk=page.pk).get_latest_revision_as_object().review_date == chosen


class TestEditors:
    def test_an_editor_confirms_in_the_admin(self, editor, due, settings):
        page = due()
        address = reverse("editorial_still_right", args=[page.pk])
        assert "Nog juist" in editor.get(address).content.decode()
        assert editor.post(address).status_code == 302
        assert the_date_of(page) == in_a_year(settings)

    def test_the_report_leads_there(self, editor, due):
        page = due()
        html = editor.get(reverse("editorial_review_report")).content.decode()
        assert reverse("editorial_still_right", args=[page.pk]) in html

    def test_so_does_the_menu_of_the_page(self, editor, due):
        page = due()
        html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert reverse("editorial_still_right", args=[page.pk]) in html

    def test_the_history_of_the_page_says_so(self, chief, due):
        page = due()
        confirm(page, UserFactory())
        html = chief.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
        assert "Nagekeken: nog juist" in html

    def test_who_may_not_change_the_page_does_not_confirm_it_there(self, signed_in, due):
        page = due()
        signed_in(groups.RESEARCHER).post(reverse("editorial_still_right", args=[page.pk]))
        assert the_date_of(page) == page.review_date


class TestMail:
    def mail_to(self, mailoutbox, address):
        send_waiting()
        return next(mail.body for mail in mailoutbox if mail.to == [address])

    def test_a_contact_with_an_account_gets_a_link_that_they_may_open(self, client, due, mailoutbox, settings):
        user = UserFactory(email="contact@example.nl")
        page = due(contact=PersonFactory(user=user))
        send_review_reminders()
        body = self.mail_to(mailoutbox, "contact@example.nl")
        path = reverse("reviewing:page", args=[page.pk])
        assert f"{settings.SITE_URL}{path}" in body
        assert "/admin/" not in body
        client.force_login(user)
        assert client.get(path).status_code == 200

    def test_editors_hear_of_what_is_due_for_longer_than_the_setting(self, due, mailoutbox, user_in, settings):
        editor, chief = user_in(groups.EDITOR), user_in(groups.CHIEF_EDITOR)
        user_in(groups.RESEARCHER)
        due(days=settings.REVIEW_TO_EDITORS_AFTER_DAYS, title="Al lang")
        due(days=settings.REVIEW_TO_EDITORS_AFTER_DAYS - 1, title="Nog niet lang", slug="kort")
        assert send_to_editors() == 2
        send_waiting()
        assert {mail.to[0] for mail in mailoutbox} == {editor.email, chief.email}
        assert all("Al lang" in mail.body and "Nog niet lang" not in mail.body for mail in mailoutbox)

    def test_without_anything_late_editors_hear_nothing(self, due, user_in):
        user_in(groups.EDITOR)
        due(days=1)
        assert send_to_editors() == 0
