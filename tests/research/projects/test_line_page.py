"""The page of a project line: its question, who takes part, and what is known so far."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from editorial.models import PageRelation, RelationKind
from leerlabs.models import Visibility
from research.projects.models import PartnerRole
from tests.factories import (
    InsightFactory,
    LeerlabFactory,
    PersonFactory,
    PracticeFactory,
    SchoolFactory,
)
from tests.factories.projects import ProjectLineFactory, take_part, work_on


def related(line, page, kind=RelationKind.RELATED):
    PageRelation.objects.create(source=line, target=page, kind=kind)


class TestWhatItSays:
    def test_the_question_and_how_far_the_line_is(self, line, text_of):
        page = text_of(line.url)
        assert line.question in page
        assert "Loopt" in page

    def test_partners_stand_by_their_role_and_schools_apart(self, line, text_of):
        take_part(line, SchoolFactory(name="De Universiteit", kind="knowledge"), PartnerRole.UNIVERSITY)
        take_part(line, SchoolFactory(name="De Drijvende Fiets"), PartnerRole.SCHOOL)
        partners, schools = text_of(line.url).split(">Scholen</h3>", maxsplit=1)
        assert "De Universiteit" in partners
        assert "De Drijvende Fiets" not in partners
        assert "De Drijvende Fiets" in schools

    def test_researchers_lead_to_their_pages(self, line, text_of):
        work_on(line, PersonFactory(slug="tirza", given_name="Tirza", family_name="Vermaat"), "leader")
        page = text_of(line.url)
        assert 'href="/onderzoekers/tirza/"' in page
        assert "Projectleider" in page

    def test_without_outcomes_it_says_so(self, line, text_of):
        assert "Er zijn nog geen uitkomsten" in text_of(line.url)

    def test_a_line_does_not_end_before_it_begins(self, line):
        line.ends_on = line.starts_on - dt.timedelta(days=1)
        with pytest.raises(ValidationError) as refusal:
            line.full_clean()
        assert set(refusal.value.message_dict) == {"ends_on"}


class TestFindings:
    def test_insights_of_the_line_show_their_key_point_and_how_sure_they_are(self, site, line, text_of):
        InsightFactory(parent=site.insights, title="Samen lezen helpt", project=line)
        page = text_of(line.url)
        assert "Samen lezen helpt" in page
        assert "Het eerste punt." in page
        assert "goede aanwijzingen" in page

    def test_research_that_the_line_builds_on_is_not_called_its_own(self, site, line, text_of):
        related(line, InsightFactory(parent=site.insights, title="Van een ander"), RelationKind.BUILDS_ON)
        own, foundations = text_of(line.url).split("Hier bouwt deze lijn op voort", maxsplit=1)[0], text_of(line.url)
        assert "Er zijn nog geen uitkomsten" in foundations
        assert "Van een ander" in foundations
        assert "Van een ander" not in own

    def test_an_insight_of_another_line_is_not_its_own_either(self, site, network, line, text_of):
        other = ProjectLineFactory(parent=network)
        insight = InsightFactory(parent=site.insights, project=other)
        related(line, insight)
        assert "Er zijn nog geen uitkomsten" in text_of(line.url)

    def test_a_draft_is_no_finding(self, site, line, text_of):
        InsightFactory(parent=site.insights, title="Nog niet af", project=line, live=False)
        assert "Nog niet af" not in text_of(line.url)

    def test_an_insight_that_is_not_for_everyone_is_no_finding(self, site, line, text_of, closed):
        closed(InsightFactory(parent=site.insights, title="Achter slot", project=line))
        assert "Achter slot" not in text_of(line.url)


class TestRelatedPages:
    def test_practices_stand_below_a_heading_of_their_own_and_once(self, site, line, text_of):
        related(line, PracticeFactory(parent=site.practices, title="Leesgesprek in groep 7"))
        page = text_of(line.url)
        assert "In de praktijk" in page
        assert page.count("Leesgesprek in groep 7") == 1

    def test_an_open_leerlab_is_shown(self, site, line, text_of):
        lab = LeerlabFactory(title="Lezen in de bovenbouw", visibility=Visibility.OPEN)
        related(lab, line)
        assert "Lezen in de bovenbouw" in text_of(line.url)

    @pytest.mark.parametrize("visibility", [Visibility.MEMBERS, Visibility.HIDDEN])
    def test_nothing_of_a_closed_leerlab_appears(self, site, line, text_of, visibility):
        lab = LeerlabFactory(title="Onder ons", visibility=visibility)
        related(lab, line)
        page = text_of(line.url)
        assert "Onder ons" not in page
        assert "Leerlabs bij deze lijn" not in page
