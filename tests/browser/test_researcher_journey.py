"""A publication from its DOI to its second version, with the editors in between; most of it with the keyboard.

Once with scripts and once without: what the researcher does needs none.
"""

import json
import re

import pytest
import rispy
from playwright.sync_api import expect
from pybtex.database import parse_string

from tests.browser.editors import approve, found, open_for_review, remark, return_to_member
from tests.browser.keyboard import follow, press, type_into
from tests.browser.members import sign_up

DESK = {"width": 1280, "height": 900}
PRACTICE, INTERVENTION = "Hardop denken bij moeilijke teksten in groep 5", "Technieken voor begrijpend lezen"
REFERENCE = "Effects of COVID-19-related school closures on student achievement"
TEACHER = {
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


def bring_in(page, doi, title):
    """From the DOI to the last step."""
    page.goto("/onderzoek/inbrengen/")
    type_into(page, page.locator("[name=doi]"), f"https://doi.org/{doi}")
    follow(page, page.get_by_role("button", name="Haal de gegevens op"))
    expect(page.locator("[name=reference_title]")).to_have_value(re.compile("school closures"))
    go_on(page)
    expect(page.locator("[name=family-1]")).to_have_value("Hammerstein")
    expect(page.locator("[name=particle-2]")).to_have_value("van der")
    page.locator("[name=person-1][value=me]").check()
    page.locator("[name=person-2][value=new]").check()
    go_on(page)
    fill(page, {"title": title, **TEACHER})
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


def cite_and_export(page, page_id, doi):
    """The cite box cites the publication, and each file gives all of it to a reference manager."""
    expect(page.locator("#citeer-werk .cite__text")).to_contain_text("van der Frey, A. (2021)")
    exported = {code: page.request.get(f"/citeren/{page_id}/{code}/").text() for code in ("ris", "bibtex", "csl-json")}
    ris = rispy.loads(exported["ris"])[0]
    assert (ris["type_of_reference"], ris["title"], ris["doi"]) == ("JOUR", REFERENCE, doi)
    assert ris["authors"] == ["Hammerstein, Svenja", "van der Frey, Andreas"]
    assert (ris["secondary_title"], ris["volume"], ris["start_page"]) == ("Frontiers in Psychology", "12", "746289")
    assert (ris["year"], ris["language"]) == ("2021", "en")
    bibtex = next(iter(parse_string(exported["bibtex"], "bibtex").entries.values()))
    assert [" ".join(person.last_names) for person in bibtex.persons["author"]] == ["Hammerstein", "Frey"]
    assert " ".join(bibtex.persons["author"][1].prelast_names) == "van der"
    assert (bibtex.fields["journal"], bibtex.fields["doi"]) == ("Frontiers in Psychology", doi)
    csl = json.loads(exported["csl-json"])[0]
    assert (csl["title"], csl["DOI"], csl["issued"]) == (REFERENCE, doi, {"date-parts": [[2021, 9, 16]]})


@pytest.mark.parametrize(
    ("scripts", "doi", "title"),
    [
        (True, "10.1000/good", "Na de schoolsluiting liepen vooral jonge kinderen achter"),
        (False, "10.1000/again/good", "Achterstand na de schoolsluiting trof de kleinsten"),
    ],
    ids=["with scripts", "without scripts"],
)
def test_a_publication_is_brought_in_reviewed_published_cited_and_brought_up_to_date(
    open_page, editor, site, scripts, doi, title
):
    researcher = open_page(viewport=DESK, java_script_enabled=scripts)
    name = "svenja" if scripts else "sanne"
    sign_up(researcher, site, f"{name.title()} Voorbeeld", f"{name}@universiteit.example")
    bring_in(researcher, doi, title)
    researcher.locator("[name=project]").select_option(index=1)
    line = researcher.locator("[name=project] option:checked").inner_text()
    relate(researcher, "hardop denken", PRACTICE)
    relate(researcher, "technieken begrijpend lezen", INTERVENTION)
    go_on(researcher)
    researcher.locator("[name=licence]").select_option("cc-by")
    go_on(researcher)
    follow(researcher, researcher.get_by_role("button", name="Stuur in"))
    expect(researcher.locator(".stage")).to_contain_text("In beoordeling")
    followed = researcher.url

    page_id = open_for_review(editor, title)
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
    open_for_review(editor, title)
    approve(editor)

    researcher.goto(followed)
    follow(researcher, researcher.get_by_role("link", name="Bekijk het op de site"))
    address = researcher.url
    expect(researcher.get_by_role("heading", level=1)).to_have_text(title)
    for said in ("Svenja Hammerstein", "niet elke studie telt leerlingen", doi, "Versie 1", "CC BY", line):
        expect(researcher.locator("main")).to_contain_text(said)
    for tied in (PRACTICE, INTERVENTION, line):
        expect(researcher.get_by_role("main").get_by_role("link", name=tied).first).to_be_visible()
    cite_and_export(researcher, page_id, doi)
    found(researcher, "schoolsluiting", title)

    researcher.goto(f"{followed}leraar/")
    researcher.locator("[name=point_3]").fill("")
    type_into(researcher, researcher.locator("[name=point_3]"), "Scholen verschilden sterk.")
    go_on(researcher)
    researcher.goto(f"{followed}controleren/")
    researcher.locator("[name=is_new_version][value=ja]").check()
    type_into(researcher, researcher.locator("[name=version_note]"), "Het derde kernpunt is preciezer.")
    follow(researcher, researcher.get_by_role("button", name="Stuur opnieuw in"))
    open_for_review(editor, title)
    approve(editor)

    researcher.goto(address)
    expect(researcher.locator("main")).to_contain_text("Scholen verschilden sterk.")
    expect(researcher.locator("main")).to_contain_text("Het derde kernpunt is preciezer.")
    first = researcher.goto(f"{address}versie/1/")
    assert first.status == 200
    expect(researcher.locator("main")).to_contain_text("De verschillen tussen scholen waren groot.")
    expect(researcher.locator("main")).to_contain_text("Er is een nieuwere")
