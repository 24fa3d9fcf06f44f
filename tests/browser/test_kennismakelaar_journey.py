"""The other side of a kennisvraag: taken, sharpened with who asked it, looked into, answered, and asked about later.

Who asks has neither an account nor JavaScript; kennismakelaar and researcher work with the keyboard.
"""

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.editors import approve, found, open_for_review
from tests.browser.keyboard import follow, press, type_into
from tests.browser.members import mail_to, sign_in
from tests.browser.running_site import PASSWORD

DESK = {"width": 1280, "height": 900}
SMALL = {"width": 320, "height": 640}
#: A form that comes back faster than this was not filled in by a person.
A_PERSONS_PACE = 3500
ASKER, MAKELAAR, RESEARCHER = "wil.vraagt@example.nl", "noor.makelaar@example.nl", "ravi.zoekt@example.nl"
ASKED = "Wat doet schooltuinieren met hoe kinderen over eten denken?"
SHARPENED = "Gaan leerlingen van groep 6 tot en met 8 gezonder eten als zij een schooltuin onderhouden?"
SHORT = "Waarschijnlijk een beetje: zij proeven meer, maar thuis verandert er weinig."
ANSWER = {
    "short_answer": SHORT,
    "explanation": "In een schooltuin proeven kinderen wat zij kweekten.\n\nThuis eten zij wat er op tafel komt.",
    "certainty_explanation": "Vier kleine studies, zonder lange nameting.",
    "limits": "Wat er na een jaar van over is.",
    "references": "Voorbeeld, A. (2020). Proeven in de tuin. https://doi.org/10.1000/tuin",
}
#: Two members who work on questions, as the administrators made them.
PEOPLE = f"""
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from accounts.models import User
for address, name, group in (
    ("{MAKELAAR}", "Noor Verbinder", "Kennismakelaar"), ("{RESEARCHER}", "Ravi Zoeker", "Onderzoeker")
):
    user = User.objects.create_user(email=address, password="{PASSWORD}")
    user.profile.display_name = name
    user.profile.save()
    user.groups.add(Group.objects.get(name=group))
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
"""
#: Four others followed the question; months went by, and they said whether it helped.
MONTHS_LATER = f"""
import datetime as dt
from django.conf import settings
from django.utils import timezone
from research.questions import helping
from research.questions.models import Follower, Outcome, Question
from research.questions.workflow import Who
question = Question.objects.get(wording="{SHARPENED}")
ago = timezone.now() - dt.timedelta(days=settings.QUESTION_ASK_AFTER_DAYS + 1)
Question.objects.filter(pk=question.pk).update(state_since=ago)
for number, outcome in enumerate([Outcome.YES, Outcome.YES, Outcome.PARTLY, Outcome.NO]):
    follower = Follower.objects.create(question=question, email=f"volger-{{number}}@example.nl", confirmed_at=ago)
    helping.tell(question.pk, Who(None, follower), outcome, "")
print("ASKED", helping.ask_whether_it_helped(), helping.ask_whether_it_helped())
"""


def text_of(mail):
    """What a mail says, on one line."""
    return " ".join(mail.get_body(("plain",)).get_content().split())


def link_in(mail):
    """The path of the private link in a mail."""
    return urlsplit(re.search(r"https?://\S+/kennisvragen/link/\S+", text_of(mail))[0]).path


def ask(page, site):
    """A question without an account or a script, confirmed by its mail; ends on its page."""
    page.goto("/kennisvragen/stellen/")
    page.get_by_role("textbox", name="Je vraag").fill(ASKED)
    page.get_by_label("Jouw naam").fill("Wil Vrager")
    page.get_by_label("Jouw e-mailadres").fill(ASKER)
    page.wait_for_timeout(A_PERSONS_PACE)
    page.get_by_role("button", name="Verstuur je vraag").click()
    if page.get_by_role("heading", name="Bestaat het antwoord al?").count():
        page.get_by_role("button", name="Mijn vraag is anders: toch versturen").click()
    page.goto(link_in(mail_to(site, ASKER, "Bevestig je kennisvraag")))
    page.get_by_role("button", name="Ja, dien mijn vraag in").click()


def open_tool(page, name):
    """One of the kennismakelaar's tools that is folded away."""
    press(page, page.locator("summary", has_text=name))


def test_a_question_is_taken_sharpened_looked_into_answered_and_asked_about_later(open_page, editor, site):
    site.manage("shell", "--no-imports", "-c", PEOPLE)
    asker = open_page(viewport=DESK, java_script_enabled=False)
    ask(asker, site)
    expect(asker.locator(".stage")).to_contain_text("Ingediend")
    expect(asker.get_by_role("main")).to_contain_text(re.compile(r"Uiterlijk \w+ \d+ \w+ \d{4} hoor je meer"))

    makelaar = open_page(viewport=DESK)
    sign_in(makelaar, MAKELAAR)
    mail_to(site, MAKELAAR, ASKED)
    follow(makelaar, makelaar.get_by_role("main").get_by_role("link", name="Kennisvragen"))
    follow(makelaar, makelaar.get_by_role("link", name="Naar de werklijst"))
    new = makelaar.locator(".submissions__item", has_text=ASKED)
    expect(new).to_contain_text("Ingediend")
    expect(new).to_contain_text(re.compile(r"beloofd voor \d+ \w+ \d{4}"))
    expect(new).to_contain_text("van niemand")
    assert violations(makelaar) == []
    follow(makelaar, makelaar.get_by_role("link", name=re.compile(r"^Te laat \(\d+\)$")))
    expect(makelaar.locator(".submissions__item").first).to_contain_text("te laat sinds")
    expect(makelaar.locator(".submissions__item", has_text=ASKED)).to_have_count(0)
    makelaar.go_back()
    follow(makelaar, new.get_by_role("link"))
    work = makelaar.url

    follow(makelaar, makelaar.get_by_role("button", name="Pak op"))
    assert "Noor Verbinder" in text_of(mail_to(site, ASKER, "kennismakelaar pakt je vraag op"))
    open_tool(makelaar, "Stel een andere formulering voor")
    type_into(makelaar, makelaar.get_by_label("Voorstel voor de vraag"), SHARPENED)
    type_into(makelaar, makelaar.get_by_label("Toelichting"), "Gaat het je om wat zij eten, en om welke groepen?")
    follow(makelaar, makelaar.get_by_role("button", name="Stuur het voorstel"))
    assert violations(makelaar) == []

    offered = mail_to(site, ASKER, "Een voorstel voor je kennisvraag")
    assert SHARPENED in text_of(offered)
    asker.goto(link_in(offered))
    asker.get_by_label("Bericht").fill("Ja, vooral om de bovenbouw.")
    asker.get_by_role("button", name="Verstuur bericht").click()
    asker.get_by_role("button", name="Ja, zo bedoel ik het").click()
    expect(asker.get_by_role("heading", level=1)).to_have_text(SHARPENED)

    makelaar.goto(work)
    expect(makelaar.get_by_role("heading", level=1)).to_have_text(SHARPENED)
    expect(makelaar.locator("#gesprek")).to_contain_text("Ja, vooral om de bovenbouw.")
    follow(makelaar, makelaar.get_by_role("button", name="Neem de vraag aan"))
    open_tool(makelaar, "Vraag een onderzoeker")
    makelaar.get_by_label("Onderzoeker", exact=True).select_option(label="Ravi Zoeker")
    follow(makelaar, makelaar.get_by_role("button", name="Vraag mee te doen"))
    expect(makelaar.get_by_role("main")).to_contain_text("Ravi Zoeker")

    researcher = open_page(viewport=DESK)
    sign_in(researcher, RESEARCHER)
    mail_to(site, RESEARCHER, "Wil je deze vraag mee uitzoeken?")
    researcher.goto("/account/kennisvragen/")
    follow(researcher, researcher.get_by_role("link", name=SHARPENED))
    follow(researcher, researcher.get_by_role("button", name="Ja, ik doe mee"))
    follow(researcher, researcher.get_by_role("link", name="Schrijf het antwoord"))
    for name, text in ANSWER.items():
        type_into(researcher, researcher.locator(f"[name={name}]"), text)
    researcher.get_by_role("radio", name="Eerste aanwijzingen").check()
    assert violations(researcher) == []
    expect(researcher.locator("[data-draft-said]")).to_contain_text("Concept bewaard")
    follow(researcher, researcher.get_by_role("button", name="Bewaar en ga later verder"))
    expect(researcher.locator(".stage")).to_contain_text("In onderzoek")

    makelaar.goto(work)
    follow(makelaar, makelaar.get_by_role("link", name="Schrijf verder aan het antwoord"))
    expect(makelaar.get_by_role("main")).to_contain_text("Ravi Zoeker")
    expect(makelaar.locator("[name=short_answer]")).to_have_value(SHORT)

    follow(researcher, researcher.get_by_role("link", name="Schrijf verder aan het antwoord"))
    follow(researcher, researcher.get_by_role("button", name="Bekijk hoe lezers het zien"))
    expect(researcher.get_by_role("main")).to_contain_text("zo zien lezers het")
    expect(researcher.locator(".key-points")).to_contain_text(SHORT)
    assert violations(researcher) == []
    follow(researcher, researcher.get_by_role("link", name="Schrijf verder"))
    follow(researcher, researcher.get_by_role("button", name="Stuur naar de redactie"))
    expect(researcher.locator(".stage")).to_contain_text("Antwoord in redactie")

    open_for_review(editor, SHARPENED)
    approve(editor)
    told = mail_to(site, ASKER, "Er is een antwoord")
    asker.goto(link_in(told))
    expect(asker.locator(".stage")).to_contain_text("Beantwoord")
    asker.get_by_role("link", name="Lees het antwoord").click()
    address = asker.url
    read = asker.get_by_role("main").inner_text()
    places = [read.index(said) for said in (SHORT, "Uitleg", "Vier kleine studies", "Proeven in de tuin", ASKED)]
    assert places == sorted(places)
    expect(asker.get_by_role("main")).to_contain_text("Ravi Zoeker")
    assert "Wil Vrager" not in read
    mail_to(site, MAKELAAR, "Er is een antwoord")
    found(asker, "schooltuin", SHARPENED)

    # Askers and followers of other questions are asked as well; nobody is asked again.
    assert re.search(r"ASKED [1-9]\d* 0\b", site.manage("shell", "--no-imports", "-c", MONTHS_LATER))
    asker.goto(link_in(mail_to(site, ASKER, "Heeft het antwoord geholpen?")))
    asker.get_by_role("radio", name="Ja, het hielp").check()
    asker.get_by_label("Wat deed je ermee?").fill("Wij hebben nu een tuin.")
    asker.get_by_role("button", name="Verstuur").click()
    asker.goto(address)
    sums = asker.locator(".helped")
    expect(sums).to_contain_text(re.compile(r"Het hielp\s*3"))
    assert "Wij hebben nu een tuin." not in asker.get_by_role("main").inner_text()
    expect(asker.get_by_role("main")).to_contain_text("Wat 5 mensen zeiden")
    asker.set_viewport_size(SMALL)
    assert asker.locator("body").bounding_box()["width"] <= SMALL["width"]
