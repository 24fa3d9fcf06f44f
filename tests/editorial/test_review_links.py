"""The link by which a contact without an account says that a page is still right, and all that it does not do."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from delivery.sending.worker import send_waiting
from editorial import review_links
from editorial.review_confirming import confirm, confirmations_of
from editorial.review_reminders import send_review_reminders
from research.models import InsightPage
from tests.factories import InsightFactory, PersonFactory, UserFactory


@pytest.fixture
def contact(db):
    return PersonFactory(given_name="Mette", family_name="Openbaar", email="mette@example.nl", is_example=False)


@pytest.fixture
def page(site, contact):
    """A published insight whose day has come."""
    day = timezone.localdate() - timedelta(days=3)
    return InsightFactory(parent=site.insights, title="Oud inzicht", slug="oud", review_date=day, contact=contact)


@pytest.fixture
def link(page, contact):
    return review_links.path_for(page, contact, page.review_date)


@pytest.fixture
def unchanged(page):
    def holds():
        return InsightPage.objects.get(pk=page.pk).review_date == page.review_date

    return holds


def shown(answer):
    return answer.content.decode()


class TestTheMail:
    @pytest.fixture
    def body(self, page, contact, mailoutbox):
        send_review_reminders()
        send_waiting()
        return next(mail.body for mail in mailoutbox if mail.to == [contact.email])

    def test_it_holds_the_page_and_the_link(self, body, client, settings):
        assert f"{settings.SITE_URL}/onderzoek/oud/" in body
        path = re.search(rf"Nog juist\? {re.escape(settings.SITE_URL)}(/nakijken/\S+/)", body)[1]
        assert "Is deze pagina nog juist?" in shown(client.get(path))

    def test_it_leads_to_nothing_that_asks_for_an_account(self, body):
        assert "/account/" not in body
        assert "/admin/" not in body

    def test_a_contact_with_an_account_gets_no_such_link(self, page, contact, mailoutbox):
        contact.user = UserFactory(email="lid@example.nl")
        contact.save()
        send_review_reminders()
        send_waiting()
        assert "/nakijken/" not in next(mail.body for mail in mailoutbox if mail.to == ["lid@example.nl"]).replace(
            "/account/nakijken/", ""
        )


class TestConfirming:
    def test_opening_the_link_changes_nothing(self, client, link, unchanged):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
        assert unchanged()

    def test_the_button_confirms_in_the_name_of_the_contact(self, client, link, page, contact, settings):
        answer = client.post(link)
        assert answer.status_code == 200
        assert "Dank je wel" in shown(answer)
        wanted = timezone.localdate() + timedelta(days=settings.REVIEW_EVERY_DAYS)
        assert InsightPage.objects.get(pk=page.pk).review_date == wanted
        assert [(entry.by, entry.contact) for entry in confirmations_of(page)] == [(None, contact)]

    def test_editors_see_who_it_was(self, client, editor, link, page):
        client.post(link)
        assert "Mette Openbaar" in shown(editor.get(reverse("editorial_still_right", args=[page.pk])))

    def test_a_button_on_another_site_confirms_nothing(self, link, unchanged):
        assert Client(enforce_csrf_checks=True).post(link).status_code == 403
        assert unchanged()

    def test_no_cache_keeps_it_and_no_other_site_hears_of_it(self, client, link):
        answer = client.get(link)
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "noindex" in answer.headers["X-Robots-Tag"]


class TestLinksThatDoNothing:
    def refused(self, client, link, status, said):
        for ask in (client.get, client.post):
            answer = ask(link)
            assert answer.status_code == status
            assert "Deze link werkt niet meer" in shown(answer)
            assert said in shown(answer)

    def test_one_that_was_used(self, client, link, page):
        client.post(link)
        InsightPage.objects.filter(pk=page.pk).update(review_date=timezone.localdate() - timedelta(days=1))
        self.refused(client, link, 200, "al nagekeken")
        assert len(confirmations_of(page)) == 1

    def test_one_whose_page_somebody_else_looked_at(self, client, link, page):
        confirm(page, UserFactory())
        self.refused(client, link, 200, "al nagekeken")
        assert len(confirmations_of(page)) == 1

    def test_one_that_expired(self, client, page, contact, unchanged, settings, monkeypatch):
        now = signing.time.time()
        monkeypatch.setattr(signing.time, "time", lambda: now - settings.REVIEW_LINK_DAYS * 86_400 - 60)
        link = review_links.path_for(page, contact, page.review_date)
        monkeypatch.undo()
        self.refused(client, link, 410, "verlopen")
        assert unchanged()

    def test_one_that_carries_the_signature_of_another(self, client, site, link, page, contact, unchanged):
        other = InsightFactory(parent=site.insights, slug="ander", review_date=page.review_date, contact=contact)
        other_link = review_links.path_for(other, contact, other.review_date)
        value, _colon, _signature = link.rpartition(":")
        exchanged = f"{value}:{other_link.rpartition(':')[2]}"
        self.refused(client, exchanged, 404, "klopt niet")
        assert unchanged()

    def test_one_of_a_word_signed_for_something_else(self, client, page, contact, unchanged):
        word = signing.dumps([page.pk, contact.pk, page.review_date.isoformat(), "x"], salt="iets anders")
        self.refused(client, reverse("reviewing:by_link", args=[word]), 404, "klopt niet")
        assert unchanged()

    def test_one_that_lost_its_end(self, client, link, unchanged):
        self.refused(client, f"{link[:-9]}/", 404, "klopt niet")
        assert unchanged()

    def test_one_of_who_is_not_the_contact_any_more(self, client, link, page, unchanged):
        InsightPage.objects.filter(pk=page.pk).update(contact=PersonFactory(email="nieuw@example.nl"))
        self.refused(client, link, 410, "geen contactpersoon meer")
        assert unchanged()

    def test_one_sent_to_an_address_that_is_not_theirs_any_more(self, client, link, contact, unchanged):
        contact.email = "verhuisd@example.nl"
        contact.save()
        self.refused(client, link, 410, "geen contactpersoon meer")
        assert unchanged()

    def test_one_of_a_page_that_went(self, client, link, page, unchanged):
        page.unpublish()
        self.refused(client, link, 410, "staat niet meer op de site")
        assert unchanged()
