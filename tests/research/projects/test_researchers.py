"""Who has a page of their own, what stands on it, and who is in the list."""

import json
import re

import pytest
from django.urls import reverse

from accounts.models import Visibility
from accounts.own_data import leave
from editorial.models import PageAuthor
from research.publications.models import Affiliation
from tests.factories import InsightFactory, NewsFactory, PersonFactory, PracticeFactory, SchoolFactory, UserFactory
from tests.factories.projects import work_on


def address_of(person):
    return reverse("projects:researcher", args=[person.slug])


def write(page, person):
    PageAuthor.objects.create(page=page, person=person)
    return page


@pytest.fixture
def tirza(db):
    return PersonFactory(slug="tirza", given_name="Tirza", family_name="Vermaat", orcid="0000-0002-1825-0097")


class TestWhoHasAPage:
    def test_an_author_of_something_public(self, site, client, tirza):
        write(PracticeFactory(parent=site.practices), tirza)
        assert client.get(address_of(tirza)).status_code == 200

    def test_who_works_on_a_public_line(self, line, client, tirza):
        work_on(line, tirza)
        assert client.get(address_of(tirza)).status_code == 200

    def test_nobody_who_is_only_a_contact(self, site, client, tirza):
        InsightFactory(parent=site.insights, contact=tirza)
        assert client.get(address_of(tirza)).status_code == 404

    def test_nobody_whose_pages_are_drafts_or_not_for_everyone(self, site, client, tirza, closed):
        write(InsightFactory(parent=site.insights, live=False), tirza)
        closed(write(InsightFactory(parent=site.insights), tirza))
        assert client.get(address_of(tirza)).status_code == 404

    def test_nobody_any_more_once_the_line_is_closed(self, line, client, tirza, closed):
        work_on(line, tirza)
        closed(line)
        assert client.get(address_of(tirza)).status_code == 404


class TestWhatStandsOnIt:
    def test_name_affiliation_and_orcid(self, line, tirza, text_of):
        tirza.organisation = SchoolFactory(name="De Universiteit", kind="knowledge")
        tirza.save()
        work_on(line, tirza)
        page = text_of(address_of(tirza))
        assert "Tirza Vermaat" in page
        assert "De Universiteit" in page
        assert 'href="https://orcid.org/0000-0002-1825-0097"' in page

    def test_lines_with_the_role_insights_and_other_pages(self, site, line, tirza, text_of):
        work_on(line, tirza, "leader")
        write(InsightFactory(parent=site.insights, title="Een inzicht"), tirza)
        write(NewsFactory(parent=site.news, title="Een bericht"), tirza)
        page = text_of(address_of(tirza))
        assert "Samen lezen" in page
        assert "Projectleider" in page
        assert page.count("Een inzicht") == 1
        assert page.count("Een bericht") == 1

    def test_the_mail_address_of_the_record_is_not_there(self, line, tirza, text_of):
        tirza.email = "tirza@example.nl"
        tirza.save()
        work_on(line, tirza)
        assert "tirza@example.nl" not in text_of(address_of(tirza))

    def test_it_asks_no_more_for_more_work(self, site, line, client, tirza, django_assert_max_num_queries, settings):
        settings.PAGE_CACHE_SECONDS = 0
        work_on(line, tirza)
        for _ in range(5):
            write(InsightFactory(parent=site.insights), tirza)
            write(NewsFactory(parent=site.news), tirza)
        client.get(address_of(tirza))
        with django_assert_max_num_queries(5):
            assert client.get(address_of(tirza)).status_code == 200

    def test_an_insight_leads_from_its_author_to_the_page(self, site, tirza, text_of):
        page = write(InsightFactory(parent=site.insights), tirza)
        assert f'href="{address_of(tirza)}"' in text_of(page.url)


class TestTheMember:
    @pytest.fixture
    def member(self, line, tirza):
        user = UserFactory()
        tirza.user = user
        tirza.save()
        work_on(line, tirza)
        return user

    def show_name_to(self, user, visibility):
        user.profile.display_name = "Tirza V."
        user.profile.display_name_visibility = visibility
        user.profile.save()

    def test_a_profile_that_everyone_may_see_is_linked(self, member, tirza, text_of):
        self.show_name_to(member, Visibility.EVERYONE)
        assert reverse("accounts:profile", args=[member.uuid]) in text_of(address_of(tirza))

    def test_one_that_is_for_members_is_not(self, member, tirza, text_of):
        self.show_name_to(member, Visibility.MEMBERS)
        assert str(member.uuid) not in text_of(address_of(tirza))

    @pytest.mark.django_db(transaction=True)
    def test_a_page_that_was_kept_follows_a_change_of_mind(self, member, tirza, text_of):
        self.show_name_to(member, Visibility.EVERYONE)
        assert str(member.uuid) in text_of(address_of(tirza))
        self.show_name_to(member, Visibility.NOBODY)
        assert str(member.uuid) not in text_of(address_of(tirza))

    @pytest.mark.django_db(transaction=True)
    def test_who_leaves_is_not_linked_any_more(self, member, tirza, text_of):
        self.show_name_to(member, Visibility.EVERYONE)
        uuid = str(member.uuid)
        assert uuid in text_of(address_of(tirza))
        leave(member)
        page = text_of(address_of(tirza))
        assert uuid not in page
        assert "Tirza Vermaat" in page

    def test_the_profile_leads_to_the_page(self, member, tirza, text_of):
        self.show_name_to(member, Visibility.EVERYONE)
        assert address_of(tirza) in text_of(reverse("accounts:profile", args=[member.uuid]))

    def test_what_is_kept_of_a_member_names_their_lines(self, member):
        from research.projects.own_data import export

        assert [file.content for file in export(member)] == [[{"projectlijn": "Samen lezen", "rol": "onderzoeker"}]]


class TestForMachines:
    def document(self, client, person):
        html = client.get(address_of(person)).content.decode()
        return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])

    def test_the_page_says_who_it_is_by_orcid(self, line, tirza, client):
        work_on(line, tirza)
        document = self.document(client, tirza)
        assert (document["@type"], document["mainEntity"]["@type"]) == ("ProfilePage", "Person")
        assert document["mainEntity"]["name"] == "Tirza Vermaat"
        assert document["mainEntity"]["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
        assert document["mainEntity"]["identifier"]["value"] == "https://orcid.org/0000-0002-1825-0097"

    def test_the_affiliation_is_named_by_its_ror(self, line, tirza, client):
        Affiliation.objects.create(name="De Universiteit", ror="04dkp9463")
        tirza.organisation = SchoolFactory(name="De Universiteit", kind="knowledge")
        tirza.save()
        work_on(line, tirza)
        affiliation = self.document(client, tirza)["mainEntity"]["affiliation"]
        assert affiliation["name"] == "De Universiteit"
        assert affiliation["@id"] == "https://ror.org/04dkp9463"

    def test_what_somebody_wrote_ends_no_script(self, line, tirza, client):
        tirza.biography = "</script><script>alert(1)</script>"
        tirza.save()
        work_on(line, tirza)
        assert "<script>alert" not in client.get(address_of(tirza)).content.decode()
        assert self.document(client, tirza)["mainEntity"]["description"] == tirza.biography

    def test_it_says_no_more_than_readers_see(self, line, client):
        work_on(line, person := PersonFactory(family_name="Stil", email="stil@example.nl"))
        assert "stil@example.nl" not in json.dumps(self.document(client, person))

    def test_who_has_a_page_is_in_the_sitemap_and_nobody_else(self, line, tirza, client):
        work_on(line, tirza)
        PersonFactory(slug="geen-pagina")
        assert "/sitemap-onderzoekers-0.xml" in client.get("/sitemap.xml").content.decode()
        addresses = client.get("/sitemap-onderzoekers-0.xml").content.decode()
        assert "/onderzoekers/tirza/</loc>" in addresses
        assert "/en/onderzoekers/tirza/</loc>" in addresses
        assert "geen-pagina" not in addresses


class TestErasedRecords:
    def test_the_line_stays_readable_without_the_person(self, line, tirza, text_of, client):
        work_on(line, tirza)
        line.save_revision().publish()
        tirza.delete()
        assert "Vermaat" not in text_of(line.url)
        assert client.get("/onderzoekers/tirza/").status_code == 404
        assert list(line.get_latest_revision_as_object().researchers.all()) == []


class TestList:
    def test_who_does_research_is_in_it_by_name(self, site, line, tirza, text_of):
        work_on(line, tirza)
        write(InsightFactory(parent=site.insights), PersonFactory(family_name="Aalbers"))
        page = text_of("/onderzoekers/")
        assert page.index("Aalbers") < page.index("Vermaat")

    def test_authors_of_other_pages_and_contacts_are_not(self, site, text_of):
        write(
            PracticeFactory(parent=site.practices, contact=PersonFactory(family_name="Contact")),
            PersonFactory(family_name="Leraar"),
        )
        page = text_of("/onderzoekers/")
        assert "Leraar" not in page
        assert "Contact" not in page

    def test_it_goes_on_on_a_second_page(self, line, text_of, client, monkeypatch):
        monkeypatch.setattr("research.projects.views.PAGE_SIZE", 2)
        for name in ("Aa", "Bee", "Cee"):
            work_on(line, PersonFactory(family_name=name))
        assert "Cee" not in text_of("/onderzoekers/")
        assert "Cee" in text_of("/onderzoekers/?pagina=2")
        assert [client.get(f"/onderzoekers/?pagina={word}").status_code for word in ("3", "0", "x", "9999999")] == [
            404
        ] * 4

    def test_names_stand_under_their_letter_with_the_number_of_insights(self, site, text_of):
        author = PersonFactory(given_name="A.", particle="van der", family_name="Åkerman")
        for _ in range(2):
            write(InsightFactory(parent=site.insights), author)
        write(InsightFactory(parent=site.insights, live=False), author)
        page = text_of("/onderzoekers/")
        assert ">A</h3>" in page
        assert "Åkerman, A. van der" in page
        assert "2 onderzoeken" in page
