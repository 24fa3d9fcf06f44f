"""What the report says before anything is done."""

import pytest

from organisations.importing.applying import report
from organisations.models import MergedOrganisation, Organisation, OrganisationKind
from tests.factories import MunicipalityFactory, SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    return [
        MunicipalityFactory(name="Almere", slug="almere", code="GM0034"),
        MunicipalityFactory(name="'s-Gravenhage", slug="s-gravenhage", code="GM0518"),
    ]


@pytest.fixture
def board():
    return SchoolFactory(
        name="Zevenveer", slug="zevenveer", kind=OrganisationKind.BOARD, code="41234", municipality=None
    )


def report_of(*rows, heading="soort;naam;code;bestuur;gemeente;website"):
    return report("\n".join([heading, *rows]).encode())


def reasons(made):
    return {refused.line: refused.reason for refused in made.refused}


def test_a_new_school_lies_in_its_municipality_below_its_board(places, board):
    made = report_of("school;De Uil;12ab;Zevenveer;Almere;www.deuil.nl")

    assert made.refused == []
    assert (made.new[0].code, made.new[0].municipality_id) == ("12AB", places[0].pk)
    assert (made.new[0].board.pk, made.new[0].website) == (board.pk, "https://www.deuil.nl")


def test_nothing_is_done_by_a_report(places):
    report_of("school;De Uil;12AB;;Almere;")

    assert not Organisation.objects.exists()


def test_a_change_is_told_field_by_field(places, board):
    SchoolFactory(name="De Uil", slug="de-uil", code="12AB", municipality=places[0], website="https://oud.nl")
    made = report_of("school;De Steenuil;12AB;41234;'s-Gravenhage;https://nieuw.nl")

    told = {(change.field, change.old, change.new) for change in made.changed[0].changes}
    assert told == {
        ("name", "De Uil", "De Steenuil"),
        ("website", "https://oud.nl", "https://nieuw.nl"),
        ("municipality", "Almere", "'s-Gravenhage"),
        ("board", "", "Zevenveer"),
    }


def test_an_empty_cell_leaves_what_is_there(places):
    SchoolFactory(name="De Uil", slug="de-uil", code="12AB", municipality=places[0], website="https://deuil.nl")
    made = report_of("school;;12AB;;;")

    assert (made.changed, len(made.unchanged)) == ([], 1)


def test_a_school_without_code_is_known_by_its_name_and_gets_its_code(places):
    SchoolFactory(name="De Uil", slug="de-uil", municipality=places[0])
    made = report_of("school;DE UIL;12AB;;Almere;")

    assert [change.field for change in made.changed[0].changes] == ["name", "code"]


def test_a_namesake_in_another_municipality_is_another_school(places):
    SchoolFactory(name="De Uil", slug="de-uil", municipality=places[0])
    made = report_of("school;De Uil;;;'s-Gravenhage;")

    assert len(made.new) == 1


def test_a_school_finds_a_board_that_the_same_file_adds_below_it(places):
    made = report_of("school;De Uil;12AB;Nieuw Bestuur;Almere;", "bestuur;Nieuw Bestuur;;;;")

    assert made.refused == []
    assert made.new[0].board.line == 3


@pytest.mark.parametrize("code", ["GM0034", "gm0034", "0034", "almere"])
def test_a_municipality_is_known_by_name_and_by_code(places, code):
    assert report_of(f"school;De Uil;;;{code};").new[0].municipality_id == places[0].pk


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("school;De Uil;;;Atlantis;", "gemeente “Atlantis” kennen we niet"),
        ("school;De Uil;;Onbekend;;", "bestuur “Onbekend” kennen we niet"),
        ("bibliotheek;De Uil;;;;", "soort “bibliotheek”"),
        ("school;;;;;", "Zonder naam en code"),
        ("school;;12AB;;;", "heeft een naam nodig"),
        ("school;De Uil;XX12;;;", "geen code van een school"),
        ("school;De Uil;;;;geen adres", "geen webadres"),
        ("school;De Uil;;;;javascript://alert(1)", "geen webadres"),
        (f"school;{'x' * 201};;;;", "te lang"),
        ("bestuur;Zus;;Zevenveer;;", "heeft zelf geen bestuur"),
        ("gemeente;Gemeente Almere;;;;", "welke gemeente"),
    ],
)
def test_a_row_is_refused_with_its_line_and_the_reason(places, board, row, words):
    made = report_of("school;Goed;;;;", row)

    assert list(reasons(made)) == [3]
    assert words in reasons(made)[3]
    assert len(made.new) == 1


def test_the_second_row_about_the_same_organisation_is_refused(places):
    SchoolFactory(name="De Uil", slug="de-uil", code="12AB", municipality=places[0])
    made = report_of("school;De Uil;12AB;;;", "school;De Uil;;;;", "school;De Mol;;;;", "school;de mol;;;;")

    assert {line: "Dubbel" in reason for line, reason in reasons(made).items()} == {3: True, 5: True}


def test_a_name_that_several_have_is_refused_without_a_code(places):
    SchoolFactory(name="De Uil", slug="de-uil", municipality=places[0])
    SchoolFactory(name="De Uil", slug="de-uil-2", municipality=places[1])

    assert "meer organisaties" in reasons(report_of("school;De Uil;;;;"))[2]


def test_a_board_name_that_several_have_is_refused(places, board):
    SchoolFactory(name="Zevenveer", slug="zevenveer-2", kind=OrganisationKind.BOARD, municipality=None)

    assert "meer besturen" in reasons(report_of("school;De Uil;;Zevenveer;;"))[2]


def test_a_code_that_was_merged_away_does_not_come_back(places):
    stays = SchoolFactory(name="De Uil", slug="de-uil", code="12AB", municipality=places[0])
    MergedOrganisation.objects.create(slug="oud", kind="school", code="99ZZ", name="Oud", organisation=stays)

    assert "samengevoegd met “De Uil”" in reasons(report_of("school;Oud;99ZZ;;;"))[2]


def test_a_file_with_very_many_rows_takes_few_queries(places, django_assert_max_num_queries):
    rows = [f"school;School {number};;;Almere;" for number in range(5000)]

    with django_assert_max_num_queries(4):
        assert len(report_of(*rows).new) == 5000
