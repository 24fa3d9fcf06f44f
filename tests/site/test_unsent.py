"""Somebody writes a long text, the session ends meanwhile, they press send: the text waits behind signing in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models.session import Session
from accounts.profiles import PARTS
from accounts.unsent import LONGEST
from leerlabs.models import Post, Thread
from practices.justifying import justifications
from practices.justifying.models import Justification
from practices.models import Submission as PracticeSubmission
from research.publications.models import Submission as PublicationSubmission
from research.questions.models import AnswerDraft, State
from tests.factories import InterventionFactory, UserFactory, small_site
from tests.factories.leerlabs import LeerlabFactory
from tests.leerlabs.threads import writing
from tests.research.questions.people import assigned, question_in

pytestmark = pytest.mark.django_db

PASSWORD = "vier losse woorden samen"
TEXT = "Dit schreef ik in een uur, met <zorg> & aandacht."
SHOWN = "Dit schreef ik in een uur, met &lt;zorg&gt; &amp; aandacht."


@dataclass
class Form:
    """A form with a long text: whose it is, where it stands, where it is sent, and whether its text was kept."""

    writer: Any
    address: str
    typed: dict[str, str]
    is_saved: Callable[[], bool]
    sent_to: str = ""

    @property
    def target(self) -> str:
        return self.sent_to or self.address


def answer_to_a_question() -> Form:
    small_site()
    question = question_in(State.IN_RESEARCH)
    address = f"{question.get_absolute_url()}antwoorden/"
    typed = {"explanation": TEXT, "window": "w", "based_on": "0", "draft_version": "0", "bewaar": "1"}
    return Form(assigned(question), address, typed, AnswerDraft.objects.filter(values__explanation=TEXT).exists)


def leerlab_with_a_member() -> tuple[Any, Any]:
    small_site()
    leerlab = LeerlabFactory(slug="lezen", visibility="hidden")
    return leerlab, writing.member(leerlab)


def new_thread() -> Form:
    leerlab, member = leerlab_with_a_member()
    address = reverse("leerlabs:start", args=[leerlab.slug]) + "?soort=ervaring"
    return Form(member, address, writing.form(TEXT, title="Een titel"), Thread.objects.filter(title="Een titel").exists)


def reply() -> Form:
    leerlab, member = leerlab_with_a_member()
    thread = writing.begin(leerlab, member)
    sent_to = reverse("leerlabs:reply", args=[leerlab.slug, thread.pk])
    return Form(member, thread.get_absolute_url(), writing.form(TEXT), _post_with_the_text, sent_to)


def edited_post() -> Form:
    leerlab, member = leerlab_with_a_member()
    thread = writing.begin(leerlab, member)
    address = reverse("leerlabs:edit", args=[leerlab.slug, thread.pk, thread.posts.get().pk])
    return Form(member, address, writing.form(TEXT, title="Een vraag", version="1"), _post_with_the_text)


def _post_with_the_text() -> bool:
    return Post.objects.filter(source__contains="in een uur").exists()


def step_of_a_practice() -> Form:
    small_site()
    member = UserFactory()
    submission = PracticeSubmission.objects.create(contributor=member)
    address = reverse("practices:step", args=[submission.uuid, "doel"])
    kept = PracticeSubmission.objects.filter(answers__icontains="in een uur")
    return Form(member, address, {"goal": TEXT, "version": "0"}, kept.exists)


def step_of_a_publication() -> Form:
    small_site()
    member = UserFactory()
    submission = PublicationSubmission.objects.create(contributor=member)
    address = reverse("publications:step", args=[submission.uuid, "leraar"])
    kept = PublicationSubmission.objects.filter(answers__icontains="in een uur")
    return Form(member, address, {"summary": TEXT, "version": "0"}, kept.exists)


def verantwoording() -> Form:
    member = UserFactory()
    page = InterventionFactory(parent=small_site().interventions)
    kept = justifications.begin(justifications.new_token(), member, page, {"reason": "Kort."})[0]
    saved = Justification.objects.filter(reason=TEXT)
    return Form(member, reverse("justifying:edit", args=[kept.uuid]), {"reason": TEXT, "version": "1"}, saved.exists)


def profile() -> Form:
    small_site()
    member = UserFactory()
    typed = {"biography": TEXT, "display_name": "Saar", **{f"{part}_visibility": "members" for part in PARTS}}
    return Form(member, reverse("accounts:edit_profile"), typed, lambda: _biography_of(member) == TEXT)


def _biography_of(member: Any) -> str:
    member.profile.refresh_from_db()
    return str(member.profile.biography)


FORMS = [
    answer_to_a_question,
    new_thread,
    reply,
    edited_post,
    step_of_a_practice,
    step_of_a_publication,
    verantwoording,
    profile,
]


class Browser:
    """A browser without scripts, whose forms carry the token that the site asks for."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def get(self, address: str) -> HttpResponse:
        return self.client.get(address)

    def post(self, address: str, sent: dict[str, str]) -> HttpResponse:
        return self.client.post(address, {**sent, "csrfmiddlewaretoken": self.client.cookies["csrftoken"].value})

    def sign_in(self, user: Any, next_address: str = "") -> HttpResponse:
        user.set_password(PASSWORD)
        user.save()
        EmailAddress.objects.get_or_create(user=user, email=user.email, verified=True, primary=True)
        self.get("/account/inloggen/")
        answer = self.post("/account/inloggen/", {"login": user.email, "password": PASSWORD, "next": next_address})
        assert answer.status_code == 302
        return answer

    def opens(self, form: Form) -> None:
        self.sign_in(form.writer)
        assert self.get(form.address).status_code == 200

    def session_ends(self) -> None:
        Session.objects.all().delete()

    def sends_too_late(self, form: Form) -> HttpResponse:
        self.opens(form)
        self.session_ends()
        return self.post(form.target, form.typed)


@pytest.fixture(params=FORMS, ids=lambda make: make.__name__)
def form(request: Any) -> Form:
    return request.param()


@pytest.fixture
def browser() -> Browser:
    return Browser()


def test_it_leads_to_signing_in_which_says_that_the_text_waits(browser: Browser, form: Form):
    answer = browser.sends_too_late(form)

    assert answer.url.startswith("/account/inloggen/?next=")
    assert "Wat je schreef is bewaard" in browser.get(answer.url).content.decode()


def test_it_stands_in_the_form_again_and_is_not_sent_by_itself(browser: Browser, form: Form):
    browser.sends_too_late(form)

    answer = browser.sign_in(form.writer, form.target)
    shown = browser.get(answer.url)

    assert answer.url == form.target
    assert shown.status_code == 200
    assert SHOWN in shown.content.decode()
    assert "Er is nog niets verstuurd" in shown.content.decode()
    assert not form.is_saved()


def test_sent_again_it_is_kept_and_waits_no_longer(browser: Browser, form: Form):
    browser.sends_too_late(form)
    browser.sign_in(form.writer, form.target)
    browser.get(form.target)

    answer = browser.post(form.target, form.typed)

    assert answer.status_code == 302
    assert form.is_saved()
    assert "Er is nog niets verstuurd" not in browser.client.get(form.target, follow=True).content.decode()


def test_somebody_else_who_signs_in_there_never_sees_it(browser: Browser, form: Form):
    browser.sends_too_late(form)
    browser.sign_in(UserFactory(), form.target)

    shown = browser.client.get(form.target, follow=True).content.decode()

    assert "in een uur" not in shown
    assert "unsent" not in browser.client.session


def test_after_somebody_else_its_writer_does_not_find_it_either(browser: Browser):
    form = profile()
    browser.sends_too_late(form)
    browser.sign_in(UserFactory())
    browser.post("/account/uitloggen/", {})
    browser.sign_in(form.writer)

    assert SHOWN not in browser.get(form.target).content.decode()


def test_a_visitor_in_whose_browser_nobody_wrote_leaves_nothing_behind(browser: Browser, form: Form):
    browser.get("/account/inloggen/")

    browser.post(form.target, form.typed)

    assert "unsent" not in browser.client.session


def test_another_browser_of_the_same_person_knows_nothing_of_it(browser: Browser):
    form = profile()
    browser.sends_too_late(form)
    other = Browser()
    other.sign_in(form.writer)

    assert SHOWN not in other.get(form.target).content.decode()


def test_after_a_day_it_is_gone(browser: Browser):
    form = profile()
    browser.sends_too_late(form)

    session = browser.client.session
    session["unsent"] = [{**one, "until": one["until"] - 24 * 3600} for one in session["unsent"]]
    session.save()
    browser.sign_in(form.writer)

    assert SHOWN not in browser.get(form.target).content.decode()


def test_signing_in_after_it_lasts_as_long_as_always(browser: Browser, settings: Any):
    form = profile()
    browser.sends_too_late(form)
    assert browser.client.session.get_expiry_age() <= 24 * 3600

    browser.sign_in(form.writer)

    assert browser.client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE


def test_passwords_and_the_token_of_the_form_are_not_kept(browser: Browser):
    form = profile()
    form.typed |= {"old_password": "zeer geheim"}
    browser.sends_too_late(form)

    kept = str(browser.client.session["unsent"])
    assert "geheim" not in kept
    assert "csrf" not in kept


def test_more_than_any_form_of_ours_takes_is_not_kept(browser: Browser):
    form = profile()
    form.typed |= {"biography": "x" * LONGEST}

    assert "unsent" not in browser.sends_too_late(form).wsgi_request.session


def test_three_forms_wait_at_once_the_latest_ones(browser: Browser):
    form = profile()
    browser.sends_too_late(form)
    for number in range(3):
        browser.post(f"{form.target}?{number}", form.typed)

    waiting = [one["address"] for one in browser.client.session["unsent"]]
    assert waiting == [f"{form.target}?{number}" for number in range(3)]


def test_a_form_of_the_page_itself_says_nothing_of_it_to_who_was_never_signed_out(browser: Browser):
    form = profile()
    browser.opens(form)

    assert "voordat je opnieuw inlogde" not in browser.get(form.target).content.decode()
