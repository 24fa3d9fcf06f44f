"""A publication from its DOI to its second version, with the editors in between; most of it with the keyboard."""

import re

from playwright.sync_api import expect

from tests.browser.editors import approve, found, open_for_review, remark, return_to_member
from tests.browser.keyboard import follow, press, type_into
from tests.browser.members import sign_up

DESK = {"width": 1280, "height": 900}
TITLE = "Na de schoolsluiting liepen vooral jonge kinderen achter"
TEACHER = {
    "title": TITLE,
    "question": "Wat deed de schoolsluiting met wat leerlingen leren?",
    "summary": "Leerlingen leerden minder toen de scholen dicht waren, de jongste het meest.",
    "point_1": "Leerlingen leerden minder.",
    "point_2": "Jonge kinderen liepen het meest achter.",
    "point_3": "De verschillen tussen scholen waren groot.",
    "plain_summary": "Elf studies telden wat leerlingen leerden toen de scholen dicht waren.",
    "for_classroom": "Kijk eerst welke kinderen iets misten.",
}
CERTAINTY = {
    "certainty_explanation": "Elf studies, in verschillende landen.",
    "limits": "Alleen het begin van de coronatijd.",
    "sample": "Elf studies uit zeven landen.",
}


def go_on(page):
    """Save this step and go to the next."""
    follow(page, page.locator("button[name=next]:not([tabindex])"))


def fill(page, answers):
    """Type what belongs in each field."""
    for name, text in answers.items():
        type_into(page, page.locator(f"[name={name}]"), text)


def bring_in(page):
    """From the DOI to the last step."""
    page.goto("/onderzoek/inbrengen/")
    type_into(page, page.locator("[name=doi]"), "https://doi.org/10.1000/good")
    follow(page, page.get_by_role("button", name="Haal de gegevens op"))
    expect(page.locator("[name=reference_title]")).to_have_value(re.compile("school closures"))
    go_on(page)
    expect(page.locator("[name=family-1]")).to_have_value("Hammerstein")
    expect(page.locator("[name=particle-2]")).to_have_value("van der")
    page.locator("[name=person-1][value=me]").check()
    page.locator("[name=person-2][value=new]").check()
    go_on(page)
    fill(page, TEACHER)
    press(page, page.get_by_role("checkbox", name="groep 5", exact=True), "Space")
    press(page, page.get_by_role("checkbox", name="Begrijpend lezen"), "Space")
    go_on(page)
    press(page, page.locator("[name=certainty]").first, "Space")
    page.locator("[name=method]").select_option("systematische-review")
    fill(page, CERTAINTY)
    go_on(page)


def relate(page, words, title):
    """Look for a page and tie the publication to it."""
    type_into(page, page.get_by_label("Zoek een pagina"), words)
    follow(page, page.locator("button[name=find]"))
    follow(page, page.get_by_role("button", name=re.compile(f"^Voeg toe ?: {title}$")))
    expect(page.locator(".link-list")).to_contain_text(title)


def test_a_publication_is_brought_in_reviewed_published_cited_and_brought_up_to_date(open_page, editor, site):
    researcher = open_page(viewport=DESK)
    sign_up(researcher, site, "Svenja Voorbeeld", "svenja@universiteit.example")
    bring_in(researcher)
    researcher.locator("[name=project]").select_option(index=1)
    relate(researcher, "hardop denken", "Hardop denken bij moeilijke teksten in groep 5")
    relate(researcher, "technieken begrijpend lezen", "Technieken voor begrijpend lezen")
    go_on(researcher)
    researcher.locator("[name=licence]").select_option("cc-by")
    go_on(researcher)
    follow(researcher, researcher.get_by_role("button", name="Stuur in"))
    expect(researcher.locator(".stage")).to_contain_text("In beoordeling")
    followed = researcher.url

    page_id = open_for_review(editor, TITLE)
    remark(site, page_id, "sample", "Hoeveel leerlingen waren dat?")
    return_to_member(editor, "Nog één vraag over de steekproef.")

    researcher.goto(followed)
    follow(researcher, researcher.get_by_role("link", name="Naar het veld"))
    beside = researcher.locator(".field", has=researcher.locator("[name=sample]"))
    expect(beside).to_contain_text("Hoeveel leerlingen waren dat?")
    type_into(researcher, beside.get_by_label("Je antwoord aan de redactie"), "Dat staat er niet in elke studie.")
    follow(researcher, beside.get_by_role("button", name="Antwoord"))
    beside = researcher.locator(".field", has=researcher.locator("[name=sample]"))
    expect(beside).to_contain_text("Dat staat er niet in elke studie.")
    type_into(researcher, researcher.locator("[name=sample]"), "Elf studies; niet elke studie telt leerlingen.")
    go_on(researcher)
    researcher.goto(f"{followed}controleren/")
    follow(researcher, researcher.get_by_role("button", name="Stuur opnieuw in"))
    open_for_review(editor, TITLE)
    approve(editor)

    researcher.goto(followed)
    follow(researcher, researcher.get_by_role("link", name="Bekijk het op de site"))
    address = researcher.url
    expect(researcher.get_by_role("heading", level=1)).to_have_text(TITLE)
    for said in ("Svenja Hammerstein", "niet elke studie telt leerlingen", "10.1000/good", "Versie 1", "CC BY"):
        expect(researcher.locator("main")).to_contain_text(said)
    for code, said in (("ris", "DO  - 10.1000/good"), ("bibtex", "doi = {10.1000/good}"), ("csl-json", "10.1000/good")):
        exported = researcher.request.get(f"/citeren/{page_id}/{code}/").text()
        assert said in exported
        assert "school closures on student achievement" in exported
    found(researcher, "schoolsluiting", TITLE)

    researcher.goto(f"{followed}leraar/")
    researcher.locator("[name=point_3]").fill("")
    type_into(researcher, researcher.locator("[name=point_3]"), "Scholen verschilden sterk.")
    go_on(researcher)
    researcher.goto(f"{followed}controleren/")
    researcher.locator("[name=is_new_version][value=ja]").check()
    type_into(researcher, researcher.locator("[name=version_note]"), "Het derde kernpunt is preciezer.")
    follow(researcher, researcher.get_by_role("button", name="Stuur opnieuw in"))
    open_for_review(editor, TITLE)
    approve(editor)

    researcher.goto(address)
    expect(researcher.locator("main")).to_contain_text("Scholen verschilden sterk.")
    expect(researcher.locator("main")).to_contain_text("Het derde kernpunt is preciezer.")
    researcher.goto(f"{address}versie/1/")
    expect(researcher.locator("main")).to_contain_text("De verschillen tussen scholen waren groot.")
    expect(researcher.locator("main")).to_contain_text("Er is een nieuwere")
