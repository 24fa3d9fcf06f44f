"""A practice example from a member's first words to the search of the site, with the editors in between.

The member uses the keyboard alone; all of it once more without JavaScript.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.editors import approve, found, open_for_review, remark, return_to_member
from tests.browser.keyboard import follow, press, type_into
from tests.browser.members import sign_up

DESK = {"width": 1280, "height": 900}


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request):
    """Whether the browser of the member runs JavaScript."""
    return request.param


def go_on(page):
    """Save this step and go to the next."""
    follow(page, page.locator("button[name=next]:not([tabindex])"))


def tell(page, title, answers):
    """Fill in all steps of the form, and send it in."""
    page.goto("/praktijk/delen/")
    follow(page, page.get_by_role("button", name="Begin een praktijkvoorbeeld"))
    type_into(page, page.get_by_label(re.compile("^Titel")), title)
    type_into(page, page.get_by_label(re.compile("^In het kort")), answers["summary"])
    type_into(page, page.get_by_label(re.compile("^Naam van je school")), "De Wegwijzer")
    press(page, page.get_by_role("checkbox", name="groep 5", exact=True), "Space")
    press(page, page.get_by_role("checkbox", name="Begrijpend lezen"), "Space")
    go_on(page)
    type_into(page, page.locator("[name=occasion]"), "Ze lazen zonder te begrijpen.")
    type_into(page, page.locator("[name=goal]"), "Beter begrijpen wat er staat.")
    go_on(page)
    for number, (step, text) in enumerate([("Voordoen", "Denk hardop."), ("Samen", "Om de beurt.")], 1):
        type_into(page, page.locator(f"[name=title-{number}]"), step)
        type_into(page, page.locator(f"[name=text-{number}]"), text)
    go_on(page)
    type_into(page, page.locator("[name=duration]"), "6 weken, twee keer 20 minuten")
    go_on(page)
    type_into(page, page.locator("[name=result]"), "Meer kinderen vertelden na wat er stond.")
    press(page, page.locator("input[name=evidence]").first, "Space")
    type_into(page, page.locator("[name=measured_how]"), "Niet gemeten, wel gezien.")
    go_on(page)
    go_on(page)
    type_into(page, page.locator("[name=credit_name]"), answers["name"])
    press(page, page.locator("input[name=licence_agreed]"), "Space")
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Controleren en insturen")
    follow(page, page.get_by_role("button", name="Stuur in"))
    expect(page.locator(".stage")).to_contain_text("In beoordeling")


def test_a_practice_example_is_told_returned_answered_published_and_found(open_page, editor, site, scripts):
    word = "brommelpauze" if scripts else "knisperkwartier"
    title, name = f"Lezen met een {word}", f"Kaat Kennedy {word}"
    member = open_page(viewport=DESK, java_script_enabled=scripts)
    sign_up(member, site, name, f"{word}@school.example")
    tell(member, title, {"summary": "We lazen elke dag even samen.", "name": name})
    followed = member.url

    page_id = open_for_review(editor, title)
    remark(site, page_id, "measured_how", "Waar zag je dat aan?")
    return_to_member(editor, "Vertel iets meer over het meten.")

    member.goto(followed)
    expect(member.locator("main")).to_contain_text("Vertel iets meer over het meten.")
    expect(member.locator("main")).to_contain_text("Waar zag je dat aan?")
    type_into(member, member.get_by_label("Je antwoord"), "Aan de navertellingen.")
    follow(member, member.get_by_role("button", name="Antwoord"))
    expect(member.locator(".remark")).to_contain_text("Aan de navertellingen.")
    follow(member, member.get_by_role("link", name="Naar deze stap"))
    type_into(member, member.locator("[name=measured_how]"), "We telden wie de hoofdgedachte noemde.")
    go_on(member)
    member.goto(followed)
    follow(member, member.get_by_role("link", name="Bekijk alles"))
    follow(member, member.get_by_role("button", name="Stuur de nieuwe versie in"))
    expect(member.locator(".stage")).to_contain_text("In beoordeling")

    open_for_review(editor, title)
    approve(editor)
    member.goto(followed)
    follow(member, member.get_by_role("link", name="Bekijk het op de site"))
    expect(member.get_by_role("heading", level=1)).to_have_text(title)
    expect(member.locator("main")).to_contain_text(name)
    expect(member.locator("main")).to_contain_text("We telden wie de hoofdgedachte noemde.")
    found(member, word, title)
