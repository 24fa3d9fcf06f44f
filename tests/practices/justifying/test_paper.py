"""On paper: tagged, with its sources, and with the edition of each figure."""

import pytest

from organisations.tokens import new_token
from practices.justifying import documents, justifications, programmes
from practices.justifying.models import ProgrammeItem
from practices.justifying.references import references_of
from practices.justifying.views import reading
from printing.pdf import PrintingFailed
from tests.organisations.people import signed_in
from tests.practices.justifying.conftest import WRITTEN, give_figures
from tests.printing.checker import complaints
from tests.printing.document import read, tags_of, text_of

pytestmark = pytest.mark.django_db


def test_a_verantwoording_has_all_that_was_written_with_figures_editions_and_sources(research, intervention, teacher):
    row = justifications.begin(new_token(), teacher, intervention, WRITTEN)[0]
    document = documents.justification_pdf(row)
    text = text_of(document)
    for word in (WRITTEN["problem"], WRITTEN["goal"], WRITTEN["measured_when"], "€ 1.500", "+8 maanden", "editie 2021"):
        assert word in text
    assert "The power of feedback" in text
    assert "10.3102/003465430298487" in text
    assert "Still secret" not in text
    assert read(document).trailer["/Root"]["/Lang"] == "nl"
    assert read(document).metadata.title == "Feedback in groep 7"
    assert {"Title", "H1", "Table", "TH", "L"} <= set(tags_of(document))


def test_paper_keeps_the_figures_of_then(intervention, kept):
    give_figures(intervention, 2023, 4)
    assert "+4 maanden" not in text_of(documents.justification_pdf(kept))


def test_a_plan_has_its_items_budget_and_sources_once(programme, item, kept, leader, intervention):
    other = justifications.begin(new_token(), kept.owner, intervention, {**WRITTEN, "title": "Nog een keer"})[0]
    programmes.add(programme, other, leader)
    text = text_of(documents.programme_pdf(programme, list(programme.items.all())))
    for word in ("Plan 2021-2022", "De Wegwijzer", "Feedback in groep 7", "Nog een keer", "€ 3.000", "−€ 1.000"):
        assert word in text
    assert text.split("Bronnen")[1].count("editie 2021") == 1


def test_an_empty_plan_can_be_printed(programme):
    assert "nog niets" in text_of(documents.programme_pdf(programme, []))


def test_what_somebody_typed_is_never_code(kept):
    kept.goal, kept.title = '#panic("x") *sterk* $1$ `code`', "Plan #2 [proef]"
    text = text_of(documents.justification_pdf(kept))
    assert '#panic("x") *sterk* $1$ `code`' in text
    assert "Plan #2 [proef]" in text


def test_it_is_handed_over_as_a_file_that_no_cache_keeps(kept, teacher):
    answer = signed_in(teacher).get(f"{kept.get_absolute_url()}pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="verantwoording-feedback-in-groep-7.pdf"' in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]


def test_when_it_cannot_be_printed_one_is_told(kept, teacher, monkeypatch):
    def refuse(_row):
        raise PrintingFailed("proef")

    monkeypatch.setattr(reading, "justification_pdf", refuse)
    answer = signed_in(teacher).get(f"{kept.get_absolute_url()}pdf/", follow=True)
    assert "De PDF kon niet worden gemaakt" in answer.content.decode()


@pytest.mark.slow
def test_an_independent_validator_finds_both_accessible(kept, programme, item):
    items = list(ProgrammeItem.objects.filter(programme=programme))
    made = {"verantwoording": documents.justification_pdf(kept), "plan": documents.programme_pdf(programme, items)}
    assert complaints({**made, "empty": documents.programme_pdf(programme, [])}) == []


def test_without_a_name_of_its_own_the_document_says_what_it_is(kept):
    kept.title = ""
    assert read(documents.justification_pdf(kept)).metadata.title == "Verantwoording: Feedback"


def test_a_journal_stands_in_italics_on_paper_as_it_does_on_screen(research, intervention, teacher):
    research.published_in = "Review of Educational Research"
    research.save()
    row = justifications.begin(new_token(), teacher, intervention, WRITTEN)[0]
    reference = references_of(row.sources, [])[0]
    italic = [piece["text"] for piece in reference.pieces if piece["italic"]]
    assert "".join(str(piece["text"]) for piece in reference.pieces) == reference.text
    assert any("Review of Educational Research" in str(text) for text in italic)
    assert complaints({"row": documents.justification_pdf(row)}) == []


def test_the_budget_closes_the_table_of_a_plan(programme, item):
    document = documents.programme_pdf(programme, list(programme.items.all()))
    assert "Blijft over € 500" in " ".join(text_of(document).split())
    assert complaints({"plan": document}) == []


def test_a_plan_without_items_says_what_there_is_to_spend(programme, leader):
    assert "€ 2.000" in text_of(documents.programme_pdf(programme, []))
    assert "Er is € 2.000 beschikbaar." in signed_in(leader).get(programme.get_absolute_url()).content.decode()


def test_the_sources_of_a_plan_stand_on_its_page_too(research, programme, intervention, teacher):
    row = justifications.begin(new_token(), teacher, intervention, WRITTEN)[0]
    programmes.add(programme, row, teacher)
    assert "The power of feedback" in signed_in(teacher).get(programme.get_absolute_url()).content.decode()
