"""Lines in the search, and on the pages of who takes part."""

from django.urls import reverse

from research.projects.models import PartnerRole
from tests.factories import PersonFactory, SchoolFactory
from tests.factories.projects import take_part, work_on


def test_a_line_is_found_by_its_question_its_people_and_its_schools(line, index_now, text_of):
    work_on(line, PersonFactory(given_name="Tirza", family_name="Okonjo"))
    take_part(line, SchoolFactory(name="De Drijvende Fiets"), PartnerRole.SCHOOL)
    line.save_revision().publish()
    index_now()
    for words in ("samen lezen", "Okonjo", "Drijvende Fiets", "ONA"):
        assert line.title in text_of(f"/zoeken/?q={words}"), words


def test_the_search_filters_by_lines(line, index_now, text_of):
    index_now()
    page = text_of("/zoeken/?type=project")
    assert line.title in page
    assert "Projectlijn" in page


def test_the_page_of_a_school_names_its_lines(line, text_of):
    school = SchoolFactory()
    take_part(line, school, PartnerRole.SCHOOL)
    assert line.title in text_of(reverse("organisations:page", args=[school.slug]))


def test_the_page_of_a_board_names_those_of_its_schools(line, text_of):
    board = SchoolFactory(kind="board")
    take_part(line, SchoolFactory(board=board), PartnerRole.SCHOOL)
    assert line.title in text_of(reverse("organisations:page", args=[board.slug]))
