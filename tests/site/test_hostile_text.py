"""The corpus of attacks through what members say of themselves, ask, report and decide: the pages where others read it.

What they write in conversations is looked at in ``tests/leerlabs/rich_text``, their practice examples in
``tests/practices/contributing``.
"""

import uuid

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.cache import cache
from django.test import Client

from accounts.profiles import PARTS
from delivery.sending.worker import send_waiting
from leerlabs.models import Appeal, Decision
from tests.factories import LeerlabFactory, MembershipFactory, SchoolFactory, small_site
from tests.leerlabs.threads.writing import begin
from tests.organisations.people import administrator_of, named, signed_in
from tests.site.hostile_text import ATTACKS, assert_harmless

pytestmark = pytest.mark.django_db

#: All of them in one text.
HOSTILE = "\n\n".join(ATTACKS)


@pytest.fixture(autouse=True)
def site():
    cache.clear()
    return small_site()


@pytest.fixture
def leerlab():
    return LeerlabFactory(slug="kring", joining="request")


def taking_part(leerlab, role="member", name="Saar Jansen"):
    user = named(name)
    MembershipFactory(leerlab=leerlab, user=user, role=role)
    return user


def assert_read_harmlessly(reader, *addresses):
    """The text is there, and is nothing but text."""
    for address in addresses:
        page = reader.get(address).content.decode()
        assert "alert(1)" in page
        assert_harmless(page)


def test_what_members_tell_about_themselves(leerlab):
    member = taking_part(leerlab)
    for attack in ATTACKS:
        told = {"display_name": attack[:80], "biography": HOSTILE[:600], "role": "", "orcid": ""}
        seen = {f"{part}_visibility": "everyone" for part in PARTS}
        signed_in(member).post("/account/profiel/", {**told, **seen})

        assert_harmless(Client().get(f"/leden/{member.uuid}/").content.decode())
        assert_harmless(signed_in(member).get("/leerlabs/kring/leden/").content.decode())
    assert_read_harmlessly(Client(), f"/leden/{member.uuid}/")


def test_why_somebody_wants_to_take_part(leerlab):
    host = taking_part(leerlab, "host")

    signed_in(named("Kim")).post("/leerlabs/kring/deelnemen/", {"motivation": HOSTILE[:900], "is_shown": "on"})

    assert_read_harmlessly(signed_in(host), "/leerlabs/kring/beheer/aanvragen/")


def test_what_a_host_says_of_the_leerlab(leerlab):
    host = taking_part(leerlab, "host")
    values = {"question": HOSTILE[:240], "goal": HOSTILE, "summary": HOSTILE[:240], "visibility": "open"}

    signed_in(host).post("/leerlabs/kring/beheer/", {**values, "joining": "free"})

    assert_read_harmlessly(Client(), "/leerlabs/kring/", "/leerlabs/")
    assert_read_harmlessly(signed_in(host), "/leerlabs/kring/beheer/")


def test_a_report_a_decision_an_appeal_and_the_answer_to_it(leerlab):
    author, moderator = taking_part(leerlab), taking_part(leerlab, "moderator")
    other = taking_part(leerlab, "host")
    post = begin(leerlab, author, HOSTILE).posts.get()
    case = f"/leerlabs/moderatie/post/{post.pk}/"
    notice = {"reason": "spam", "explanation": HOSTILE, "name": ATTACKS[0], "email": "a@b.example"}

    Client().post(f"/leerlabs/melden/post/{post.pk}/", {**notice, "good_faith": "on", "token": str(uuid.uuid4())})
    assert_read_harmlessly(signed_in(moderator), case, "/leerlabs/kring/meldingen/")

    signed_in(moderator).post(case, {"action": "warn", "reason": HOSTILE[:1900]})
    decision = Decision.objects.get()
    assert_read_harmlessly(signed_in(moderator), "/leerlabs/kring/meldingen/logboek/")
    assert_read_harmlessly(signed_in(author), f"/leerlabs/bezwaar/{decision.pk}/")

    signed_in(author).post(f"/leerlabs/bezwaar/{decision.pk}/", {"text": HOSTILE[:2900]})
    deciding = f"/leerlabs/moderatie/bezwaar/{Appeal.objects.get().pk}/"
    assert_read_harmlessly(signed_in(other), deciding, "/leerlabs/kring/meldingen/")

    signed_in(other).post(deciding, {"outcome": "uphold", "reason": HOSTILE[:1900]})
    assert_read_harmlessly(signed_in(other), "/leerlabs/kring/meldingen/logboek/")


def test_why_somebody_belongs_to_a_school():
    school = SchoolFactory(slug="de-uil")
    boss = administrator_of(school)

    signed_in(named("Kim")).post("/organisaties/de-uil/lid-worden/", {"message": HOSTILE[:280]})

    assert_read_harmlessly(signed_in(boss), "/organisaties/de-uil/beheer/verzoeken/")


def test_mails_that_carry_it_on(leerlab):
    taking_part(leerlab, "host", name=ATTACKS[1])
    asker = named(ATTACKS[0])
    signed_in(asker).post("/leerlabs/kring/deelnemen/", {"motivation": HOSTILE[:900], "is_shown": "on"})
    school = SchoolFactory()
    administrator_of(school)
    signed_in(asker).post(f"/organisaties/{school.slug}/lid-worden/", {"message": HOSTILE[:280]})

    send_waiting()

    assert mail.outbox
    for message in mail.outbox:
        body = BeautifulSoup(message.alternatives[0][0], "html.parser").body
        assert_harmless(f"<main>{body}</main>")
