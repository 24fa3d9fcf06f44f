"""The form in the browser: each step saved by itself, nothing lost, only one's own."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from wagtail.models import Comment

from organisations import membership
from organisations.models import ConfirmedBy
from practices.contributing import sending
from practices.contributing.steps import BY_CODE
from practices.models import PracticePage, Submission
from tests.factories import SchoolFactory, UserFactory
from tests.practices.contributing.test_pictures import image_bytes, upload

pytestmark = pytest.mark.django_db

XSS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</textarea><svg onload=alert(1)>",
    "[klik](javascript:alert(1))",
    "{{ 7|add:7 }}",
]


@pytest.fixture
def signed_in(client, site, member):
    client.force_login(member)
    return client


def address(name, submission, *more):
    return reverse(f"practices:{name}", args=[submission.uuid, *more])


def posted(complete, code):
    """A step as a browser sends it."""
    if code == "aanpak":
        rows = enumerate(complete[code]["steps"], 1)
        return {f"{part}-{row}": step[part] for row, step in rows for part in ("title", "text")}
    return {name: value for name, value in complete[code].items() if value not in ("", False)}


def test_a_member_goes_from_the_invitation_to_a_draft_of_the_editors(signed_in, complete, member):
    response = signed_in.post(reverse("practices:share"), {"token": uuid4()})
    submission = Submission.objects.get()
    for code in ("over", "doel", "aanpak", "nodig", "resultaat"):
        assert response.url.endswith(f"/{code}/")
        assert signed_in.get(response.url).status_code == 200
        response = signed_in.post(response.url, {"version": 0, "next": 1, **posted(complete, code)})
    assert response.url == address("pictures", submission)
    response = signed_in.post(response.url, {"version": 0, "next": 1})
    response = signed_in.post(response.url, {"version": 0, "next": 1, **posted(complete, "naam")})
    assert response.url == address("check", submission)

    response = signed_in.post(response.url)

    assert response.url == address("submission", submission)
    assert "In beoordeling" in signed_in.get(response.url).content.decode()
    assert PracticePage.objects.get().owner == member


def test_who_belongs_to_one_school_finds_it_chosen_until_they_say_otherwise(signed_in, member, complete):
    school = SchoolFactory()
    membership.begin(member, school, ConfirmedBy.INVITATION)
    step = signed_in.post(reverse("practices:share"), {"token": uuid4()}).url
    chosen = f'<option value="{school.pk}" selected>'
    at_first = signed_in.get(step).content.decode()

    signed_in.post(step, {"version": 0, "title": "Hardop denken", "school": ""})

    assert (chosen in at_first, chosen in signed_in.get(step).content.decode()) == (True, False)


def test_beginning_twice_with_one_form_is_beginning_once(signed_in):
    token = uuid4()
    signed_in.post(reverse("practices:share"), {"token": token})
    signed_in.post(reverse("practices:share"), {"token": token})

    assert Submission.objects.count() == 1


def test_somebody_elses_token_opens_nothing(signed_in):
    other = Submission.objects.create(contributor=UserFactory())

    assert signed_in.post(reverse("practices:share"), {"token": other.start_token}).status_code == 403


def test_a_step_may_be_saved_half_and_gone_on_with_later(signed_in, member):
    submission = Submission.objects.create(contributor=member)

    response = signed_in.post(address("step", submission, "over"), {"version": 0, "title": "Half", "later": 1})

    assert response.url == reverse("practices:mine")
    assert "Half" in signed_in.get(response.url).content.decode()
    assert 'value="Half"' in signed_in.get(address("step", submission, "over")).content.decode()


def test_a_mistake_keeps_all_that_was_typed(signed_in, member):
    submission = Submission.objects.create(contributor=member)

    response = signed_in.post(
        address("step", submission, "over"), {"version": 0, "title": "Goed", "summary": "x" * 301}
    )

    assert response.status_code == 422
    html = response.content.decode()
    assert 'value="Goed"' in html
    assert "x" * 301 in html


def test_checking_names_what_is_missing_with_a_link_to_it(signed_in, member):
    submission = Submission.objects.create(contributor=member, answers={"title": "Iets"})

    response = signed_in.post(address("check", submission))

    assert response.status_code == 422
    assert f'href="{address("step", submission, "doel")}#id_goal">Doel</a>' in response.content.decode()


def test_two_windows_show_both_texts(signed_in, written):
    url = address("step", written, "doel")
    version = written.versions["doel"]
    signed_in.post(url, {"version": version, "occasion": "Eerste venster.", "goal": "Doel."})

    response = signed_in.post(url, {"version": version, "occasion": "Tweede venster.", "goal": "Doel."})

    assert response.status_code == 409
    html = response.content.decode()
    assert "<p>Eerste venster.</p>" in html
    assert "Tweede venster.</textarea>" in html
    again = re.search(r'name="version" value="(\d+)"', html)[1]
    signed_in.post(url, {"version": again, "occasion": "Tweede venster.", "goal": "Doel."})
    assert Submission.objects.get(pk=written.pk).answers["occasion"] == "Tweede venster."


def test_the_approach_gets_a_row_more_and_a_step_goes_up(signed_in, written):
    url = address("step", written, "aanpak")
    rows = {"title-1": "Een", "text-1": "a", "title-2": "Twee", "text-2": "b", "title-3": "", "text-3": ""}

    response = signed_in.post(url, {"version": 1, **rows, "up": 2})

    assert response.url == url
    assert [step["title"] for step in Submission.objects.get(pk=written.pk).answers["steps"]] == ["Twee", "Een"]
    assert 'name="title-3"' in signed_in.get(url).content.decode()


def test_a_picture_is_added_described_shown_and_taken_out(signed_in, written):
    url = address("pictures", written)
    signed_in.post(url, {"version": 0, "file": upload(image_bytes())})
    picture = written.pictures.get()

    served = signed_in.get(address("picture", written, picture.uuid))
    assert served.headers["Content-Type"] == "image/jpeg"
    assert served.headers["X-Content-Type-Options"] == "nosniff"

    prefix = picture.uuid.hex
    signed_in.post(url, {"version": 1, f"{prefix}-maker": "Saar", f"{prefix}-people": "none"})
    picture.refresh_from_db()
    assert (picture.maker, picture.people) == ("Saar", "none")

    signed_in.post(url, {"version": 2, f"{prefix}-maker": "Saar", "remove": str(picture.uuid)})
    assert not written.pictures.exists()


def test_a_file_that_cannot_be_used_says_why_and_keeps_what_was_typed(signed_in, written):
    url = address("pictures", written)
    signed_in.post(url, {"version": 0, "file": upload(image_bytes())})
    prefix = written.pictures.get().uuid.hex

    response = signed_in.post(url, {"version": 1, f"{prefix}-maker": "Saar", "file": upload(b"<html>", "x.jpg")})

    assert response.status_code == 422
    assert "geen JPG" in response.content.decode()
    assert written.pictures.get().maker == "Saar"


@pytest.mark.parametrize("words", XSS)
def test_markup_in_any_field_is_text_in_the_form_and_on_the_page(signed_in, written, member, editor, words):
    submission = written
    answers = dict(submission.answers)
    for name, value in answers.items():
        if isinstance(value, str) and name not in {"evidence", "cost_level", "school", "contact_email"}:
            answers[name] = words
    answers["steps"] = [{"title": words, "text": words}]
    Submission.objects.filter(pk=submission.pk).update(answers=answers)
    for code in BY_CODE:
        assert_harmless(signed_in.get(address("step", submission, code)))
    assert_harmless(signed_in.get(address("check", submission)))

    sent = sending.send(submission, member)
    Comment.objects.create(page_id=sent.page_id, user=editor, text=words, contentpath="goal")
    assert_harmless(signed_in.get(address("submission", submission)))
    assert_harmless(signed_in.get(reverse("practices:mine")))
    PracticePage.objects.get(pk=sent.page_id).current_workflow_task_state.approve(user=editor)
    page = PracticePage.objects.get(pk=sent.page_id)
    assert_harmless(signed_in.get(page.url))


def assert_harmless(response):
    assert response.status_code == 200
    html = response.content.decode()
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "<svg onload" not in html
    assert 'href="javascript' not in html
    assert ">14<" not in html


@pytest.mark.parametrize("name", ["submission", "pictures", "check"])
def test_what_is_of_somebody_else_does_not_exist(client, site, written, name):
    client.force_login(UserFactory())

    assert client.get(address(name, written)).status_code == 404
    assert client.post(address(name, written)).status_code in {404, 405}


def test_somebody_elses_step_picture_and_comment_do_not_exist(client, sent, editor):
    client.force_login(UserFactory())
    comment = Comment.objects.filter(page_id=sent.page_id).first()

    assert client.get(address("step", sent, "over")).status_code == 404
    assert client.post(address("answer_comment", sent, comment.pk), {f"c{comment.pk}-text": "Hoi"}).status_code == 404
    assert client.post(address("delete", sent)).status_code == 404


def test_a_comment_of_another_page_cannot_be_answered(signed_in, written, sent, site, editor):
    other = Comment.objects.create(page=site.practices, user=editor, text="Elders", contentpath="title")

    assert signed_in.post(address("answer_comment", sent, other.pk), {f"c{other.pk}-text": "Hoi"}).status_code == 404
    assert not other.replies.exists()


def test_the_list_of_practices_leads_to_it(client, site):
    assert f'href="{reverse("practices:share")}"' in client.get("/praktijk/").content.decode()
    assert f'href="{reverse("practices:share")}"' not in client.get("/onderzoek/").content.decode()


def test_a_visitor_reads_the_invitation_and_signs_in_first(client, site, written):
    page = client.get(reverse("practices:share"))

    assert page.status_code == 200
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert client.post(reverse("practices:share")).status_code == 302
    assert client.get(address("step", written, "over")).status_code == 302


def test_what_was_sent_in_cannot_be_thrown_away(signed_in, sent):
    assert signed_in.post(address("delete", sent)).status_code == 403


def test_what_was_not_sent_in_can(signed_in, written):
    signed_in.post(address("delete", written))

    assert not Submission.objects.exists()


def test_who_is_suspended_reads_and_writes_nothing(signed_in, written, member):
    from accounts.standing import suspend

    suspend(member, reason="Spam", by=None)

    assert signed_in.get(address("step", written, "over")).status_code == 200
    assert signed_in.post(address("step", written, "over"), {"version": 1, "title": "Toch"}).status_code == 403
    assert signed_in.post(reverse("practices:share"), {"token": uuid4()}).status_code == 403


def test_a_member_never_enters_the_admin(signed_in, sent):
    assert signed_in.get("/admin/").status_code in {302, 403}
    assert signed_in.get(f"/admin/pages/{sent.page_id}/edit/").status_code in {302, 403}


@pytest.mark.parametrize("name", ["submission", "pictures", "check", "step"])
def test_pages_ask_few_queries_whatever_was_said(signed_in, sent, editor, name, django_assert_max_num_queries):
    for number in range(12):
        comment = Comment.objects.create(page_id=sent.page_id, user=editor, text=f"{number}", contentpath="goal")
        comment.replies.create(user=editor, text="En nog iets")
    more = ["doel"] if name == "step" else []
    signed_in.get(address(name, sent, *more))

    with django_assert_max_num_queries(15):
        signed_in.get(address(name, sent, *more))


def test_the_list_asks_few_queries_whatever_its_length(signed_in, member, sent, django_assert_max_num_queries):
    for _ in range(10):
        Submission.objects.create(contributor=member, answers={"title": "Nog een"})
    signed_in.get(reverse("practices:mine"))

    with django_assert_max_num_queries(8):
        signed_in.get(reverse("practices:mine"))
