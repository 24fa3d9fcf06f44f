"""The place of the network: its lines, partners, people and newest findings."""

from research.projects.models import NetworkPartner, PartnerRole
from tests.factories import InsightFactory, PersonFactory, SchoolFactory
from tests.factories.projects import ProjectLineFactory, take_part, work_on


def test_it_shows_the_question_of_every_published_line(network, line, text_of):
    ProjectLineFactory(parent=network, title="Nog in de la", live=False)
    page = text_of(network.url)
    assert line.question in page
    assert "Nog in de la" not in page


def test_it_says_how_many_schools_take_part(network, line, text_of):
    for _ in range(3):
        take_part(line, SchoolFactory(), PartnerRole.SCHOOL)
    take_part(line, SchoolFactory(kind="knowledge"), PartnerRole.UNIVERSITY)
    assert "3 scholen" in text_of(network.url)


def test_it_names_partners_with_their_role(network, text_of):
    university = SchoolFactory(name="De Universiteit", kind="knowledge")
    NetworkPartner.objects.create(page=network, organisation=university, role=PartnerRole.UNIVERSITY)
    page = text_of(network.url)
    assert "De Universiteit" in page
    assert "Universiteit</span>" in page or "Universiteit " in page.split("partner__role", maxsplit=1)[1]


def test_somebody_who_works_on_two_lines_stands_there_once_with_both(network, line, text_of):
    person = PersonFactory(given_name="Tirza", family_name="Vermaat")
    work_on(line, person)
    work_on(ProjectLineFactory(parent=network, title="Spelend leren"), person)
    page = text_of(network.url)
    assert page.count("Tirza Vermaat") == 1
    assert "Samen lezen · Spelend leren" in page


def test_the_newest_findings_of_all_lines_are_there(site, network, line, text_of):
    InsightFactory(parent=site.insights, title="Vers van de pers", project=line)
    assert "Vers van de pers" in text_of(network.url)


def test_a_line_that_is_not_for_everyone_is_not_there_nor_are_its_people(network, line, text_of, closed):
    closed(line)
    work_on(line, PersonFactory(family_name="Verborgen"))
    page = text_of(network.url)
    assert line.title not in page
    assert "Verborgen" not in page


def test_a_researcher_is_led_to_bringing_in_a_publication(network, text_of):
    assert 'href="/onderzoek/inbrengen/"' in text_of(network.url)


def test_it_asks_no_more_for_more_lines(network, line, client, django_assert_max_num_queries, settings):
    settings.PAGE_CACHE_SECONDS = 0
    client.get(network.url)
    for number in range(6):
        more = ProjectLineFactory(parent=network, title=f"Lijn {number}")
        work_on(more, PersonFactory())
        take_part(more, SchoolFactory(), PartnerRole.SCHOOL)
    client.get(network.url)
    with django_assert_max_num_queries(11):
        assert client.get(network.url).status_code == 200


def test_a_line_stays_within_the_budget_of_a_page(line, client, site, django_assert_max_num_queries, settings):
    settings.PAGE_CACHE_SECONDS = 0
    for number in range(4):
        work_on(line, PersonFactory())
        take_part(line, SchoolFactory(), PartnerRole.SCHOOL)
        InsightFactory(parent=site.insights, project=line, title=f"Inzicht {number}")
    client.get(line.url)
    with django_assert_max_num_queries(13):
        assert client.get(line.url).status_code == 200
