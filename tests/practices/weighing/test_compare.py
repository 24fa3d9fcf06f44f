"""Comparing two to four pages: whatever is asked is answered, in the order that was asked, and nothing is lost."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from wagtail.models import PageViewRestriction

from caching import generation
from editorial.evidence import PracticeEvidence
from editorial.models import PageRelation, RelationKind
from practices.weighing.justify_link import justify_url
from tests.factories import InsightFactory, LevelFactory, PracticeFactory, UserFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/menukaart/vergelijken/"


@pytest.fixture
def ask(client):
    """The HTML of comparing these, by page or by whatever stands in the address."""

    def get(*chosen, more=""):
        query = "&".join(f"p={getattr(one, 'pk', one)}" for one in chosen)
        response = client.get(f"{ADDRESS}?{query}{more}")
        assert response.status_code == 200
        return response.content.decode()

    return get


@pytest.fixture
def asked_of():
    """The SQL that doing something costs."""

    def ask(doing):
        with CaptureQueriesContext(connection) as asked:
            doing()
        return [query["sql"] for query in asked.captured_queries]

    return ask


@pytest.fixture
def practice(site):
    return PracticeFactory(
        parent=site.practices,
        title="Hardop denken",
        evidence=PracticeEvidence.MEASURED,
        cost_level=2,
        lessons="<p>Begin eerder.</p>",
        levels=[LevelFactory(code="groep-5", label="groep 5")],
    )


def columns(html):
    """The titles above the columns, in order."""
    return re.findall(r'class="compare__name"[^>]*>([^<]+)', html)


def row(html, name):
    """The text of a row without markup, the name of its columns left out."""
    (found,) = re.findall(rf'<tr role="row"><th [^>]*>{name}</th>(.*?)</tr>', html, re.DOTALL)
    cells = re.findall(r'<td role="cell"[^>]*><p class="compare__of"[^>]*>[^<]*</p>(.*?)</td>', found, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells]


def remarks(html):
    found = re.search(r'<div class="notice" role="status">.*?</div>\s*</div>', html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found.group()).split()) if found else ""


class TestChoosing:
    def test_the_columns_stand_in_the_order_of_the_address(self, ask, five):
        feedback, homework, repeating = five["Feedback"], five["Huiswerk"], five["Zittenblijven"]

        assert columns(ask(repeating, feedback, homework)) == ["Zittenblijven", "Feedback", "Huiswerk"]
        assert columns(ask(homework, repeating, feedback)) == ["Huiswerk", "Zittenblijven", "Feedback"]

    def test_the_order_holds_for_a_visitor_whose_pages_are_kept(self, ask, five, settings):
        settings.PAGE_CACHE_SECONDS = 600
        cache.clear()
        high, low = five["Zittenblijven"], five["Feedback"]

        for _ in range(2):
            assert columns(ask(high, low)) == ["Zittenblijven", "Feedback"]
            assert columns(ask(low, high)) == ["Feedback", "Zittenblijven"]

    def test_for_a_visitor_it_is_made_once_and_then_costs_nothing(self, ask, five, index_now, settings, asked_of):
        index_now()
        settings.PAGE_CACHE_SECONDS = 600
        cache.clear()
        pages = five["Zittenblijven"], five["Feedback"]
        ask(*pages)

        assert asked_of(lambda: ask(*pages)) == []
        assert asked_of(lambda: ask(*pages, more="&editie=nieuwste&utm_source=brief")) != []
        assert asked_of(lambda: ask(*pages, more="&editie=nieuwste")) == []

    def test_what_changes_shows_at_once_in_a_comparison_that_is_kept(
        self, ask, five, index_now, settings, django_capture_on_commit_callbacks
    ):
        index_now()
        settings.PAGE_CACHE_SECONDS = 600
        cache.clear()
        feedback, homework = five["Feedback"], five["Huiswerk"]
        ask(homework, feedback)
        with django_capture_on_commit_callbacks(execute=True):
            feedback.title = "Feedback geven"
            feedback.save_revision().publish()

        assert columns(ask(homework, feedback)) == ["Huiswerk", "Feedback geven"]

    @pytest.mark.parametrize("more", ["&p=999999", "&p=abc", "&editie=verzonnen", "&p=1&p=1"])
    def test_addresses_that_anybody_can_invent_push_nothing_out_of_the_cache(
        self, ask, five, index_now, settings, asked_of, more
    ):
        index_now()
        settings.PAGE_CACHE_SECONDS = 600
        cache.clear()
        for _ in range(2):
            assert asked_of(lambda: ask(five["Feedback"], five["Huiswerk"], more=more)) != []

    def test_without_a_choice_it_shows_what_there_is_to_choose(self, client, five, index_now):
        index_now()

        html = client.get(ADDRESS).content.decode()

        assert columns(html) == []
        assert f'href="{ADDRESS}?p={five["Feedback"].pk}"' in html

    def test_one_is_shown_and_asks_for_another(self, ask, five):
        html = ask(five["Feedback"])

        assert columns(html) == ["Feedback"]
        assert "Kies er nog minstens één bij" in remarks(html)

    def test_what_is_chosen_twice_stands_there_once(self, ask, five):
        html = ask(five["Feedback"], five["Huiswerk"], five["Feedback"])

        assert columns(html) == ["Feedback", "Huiswerk"]
        assert "Je koos iets twee keer" in remarks(html)

    def test_more_than_four_are_kept_below_the_table_and_can_be_put_in_front(self, ask, five):
        pages = list(five.values())

        html = ask(*pages)

        assert len(columns(html)) == 4
        assert "Je koos er 5" in remarks(html)
        others = "&amp;".join(f"p={page.pk}" for page in pages[:4])
        assert f'href="{ADDRESS}?p={pages[4].pk}&amp;{others}"' in html
        assert all(f'type="hidden" name="p" value="{page.pk}"' in html for page in pages)

    def test_each_can_be_taken_away_and_the_others_stay(self, ask, five):
        feedback, homework = five["Feedback"], five["Huiswerk"]

        html = ask(feedback, homework)

        assert f'class="compare__away" href="{ADDRESS}?p={homework.pk}"' in html
        assert f'class="compare__away" href="{ADDRESS}?p={feedback.pk}"' in html

    @pytest.mark.parametrize("nonsense", ["abc", "-1", "1.5", "9" * 400, "١٢", "1;drop", "<script>"])
    def test_nonsense_in_the_address_is_said_and_the_rest_is_shown(self, ask, five, nonsense):
        html = ask(five["Feedback"], nonsense, five["Huiswerk"])

        assert columns(html) == ["Feedback", "Huiswerk"]
        assert "1 keuze in het adres konden we niet lezen" in remarks(html)

    def test_an_empty_choice_is_none(self, ask, five):
        assert remarks(ask(five["Feedback"], "", five["Huiswerk"])) == ""

    def test_a_hundred_choices_are_no_burden(self, ask, five):
        html = ask(five["Feedback"], *range(900_000, 900_200))

        assert columns(html) == ["Feedback"]
        assert "alleen de eerste hebben gelezen" in remarks(html)

    def test_what_may_not_be_seen_is_like_what_is_not_there(self, ask, client, site, five):
        hidden, gone = five["Huiswerk"], 999_999
        PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)

        of_hidden, of_gone = (ask(five["Feedback"], one) for one in (hidden, gone))

        assert remarks(of_hidden) == remarks(of_gone) != ""
        assert "Huiswerk" not in of_hidden
        client.force_login(UserFactory(is_superuser=True))
        assert columns(ask(five["Feedback"], hidden)) == ["Feedback"]

    def test_a_draft_is_not_shown(self, ask, five):
        five["Huiswerk"].unpublish()

        assert columns(ask(five["Feedback"], five["Huiswerk"])) == ["Feedback"]

    def test_another_kind_of_page_is_refused_with_a_word(self, ask, site, five):
        html = ask(five["Feedback"], InsightFactory(parent=site.insights))

        assert columns(html) == ["Feedback"]
        assert "is geen interventie of praktijkvoorbeeld" in remarks(html)

    def test_searching_adds_without_losing_what_was_chosen(self, ask, five, practice, index_now):
        index_now()
        feedback = five["Feedback"]

        html = ask(feedback, more="&q=hardop+denken")

        assert f'href="{ADDRESS}?p={feedback.pk}&amp;p={practice.pk}"' in html

    def test_a_search_without_result_says_so(self, ask, five, index_now):
        index_now()

        assert "Niets gevonden voor “xyzzyplugh”" in ask(five["Feedback"], more="&q=xyzzyplugh")

    @pytest.mark.parametrize("method", ["post", "put", "delete"])
    def test_only_reading_is_possible(self, client, method):
        assert getattr(client, method)(ADDRESS).status_code == 405


class TestFigures:
    def test_they_are_of_the_latest_edition_that_all_have(self, ask, intervention):
        old = intervention("Ouder", {"kaart-2021": (5, 4, 4), "toolkit-2026": (3, 3, 3)})
        both = intervention("Beide", {"kaart-2021": (7, 2, 1), "kaart-2022": (2, 1, 1), "toolkit-2026": (1, 1, 1)})

        html = ask(old, both)

        assert row(html, "Leerwinst") == ["+5 maanden", "+7 maanden"]
        assert row(html, "Editie en bron") == ["Menukaart, 2021", "Menukaart, 2021"]
        assert "verschillende edities" not in html

    def test_another_edition_can_be_asked_for(self, ask, intervention):
        old = intervention("Ouder", {"kaart-2021": (5, 4, 4)})
        both = intervention("Beide", {"kaart-2021": (7, 2, 1), "kaart-2022": (2, 1, 1)})

        html = ask(old, both, more="&editie=kaart-2022")

        assert row(html, "Leerwinst") == ["Niet in deze editie", "+2 maanden"]
        assert "Deze editie geeft niet van alles wat je vergelijkt cijfers." in html

    def test_where_editions_differ_it_is_said(self, ask, intervention):
        old = intervention("Kaart", {"kaart-2022": (5, 4, 4)})
        other = intervention("Toolkit", {"toolkit-2026": (3, 3, 3)})

        html = ask(old, other)

        assert row(html, "Editie en bron") == ["Menukaart, 2022", "Toolkit, 2026"]
        assert "Er is geen editie met cijfers van alles wat je vergelijkt." in html

    def test_the_newest_of_each_can_be_asked_for_and_the_difference_is_said(self, ask, intervention):
        old = intervention("Ouder", {"kaart-2021": (5, 4, 4)})
        both = intervention("Beide", {"kaart-2021": (7, 2, 1), "kaart-2022": (2, 1, 1)})

        html = ask(old, both, more="&editie=nieuwste")

        assert row(html, "Leerwinst") == ["+5 maanden", "+2 maanden"]
        assert "Deze cijfers komen uit verschillende edities of bronnen." in html

    def test_an_edition_that_does_not_exist_changes_nothing(self, ask, five):
        pages = five["Feedback"], five["Huiswerk"]

        assert row(ask(*pages, more="&editie=bestaat-niet"), "Leerwinst") == row(ask(*pages), "Leerwinst")

    def test_below_zero_zero_and_not_given_are_three_things(self, ask, intervention):
        pages = [
            intervention("Min", {"kaart-2022": (-2, 2, 5)}),
            intervention("Nul", {"kaart-2022": (0, 1, 1)}),
            intervention("Leeg", {"kaart-2022": (None, 0, 3)}),
        ]

        html = ask(*pages)

        assert row(html, "Leerwinst") == ["−2 maanden", "0 maanden", "geen getal"]
        assert row(html, "Bewijs voor de leerwinst") == [
            "beperkt 2 van 5",
            "zeer beperkt 1 van 5",
            "onvoldoende 0 van 5",
        ]

    def test_the_scale_of_practices_and_that_of_research_never_share_a_row(self, ask, five, practice):
        html = ask(five["Feedback"], practice)

        assert row(html, "Bewijs voor de leerwinst") == ["uitgebreid 4 van 5", "Alleen bij interventies"]
        of_practice, said = row(html, "Hoe de school dit weet")
        assert (of_practice, said.startswith("zelf gemeten")) == ("Alleen bij praktijkvoorbeelden", True)
        assert "hebben elk een eigen schaal voor bewijs" in html

    def test_rows_that_no_column_can_fill_are_left_out(self, ask, site, practice):
        html = ask(practice, PracticeFactory(parent=site.practices))

        assert "Leerwinst" not in html
        assert "Hoe de school dit weet" in html


class TestTheTable:
    def test_it_is_a_table_with_headers_of_rows_and_columns(self, ask, five):
        html = ask(five["Feedback"], five["Huiswerk"])

        assert html.count('role="columnheader" scope="col"') == 2
        names = re.findall(r'role="rowheader" scope="row"[^>]*>([^<]+)', html)
        assert names[:6] == [
            "Wat is het",
            "Voor wie",
            "Leerwinst",
            "Bewijs voor de leerwinst",
            "Kosten",
            "Editie en bron",
        ]
        assert {"Wat het vraagt", "Let op", "Onderzoek en praktijk erbij"} <= set(names)

    def test_it_tells_what_it_asks_what_to_watch_and_what_stands_in_relation(self, ask, site, intervention, practice):
        page = intervention("Feedback", in_practice="<p>Kort en snel.</p>", watch_out="<p>Niet te veel.</p>")
        insight = InsightFactory(parent=site.insights, title="De kracht van feedback")
        PageRelation.objects.create(source=insight, target=page, kind=RelationKind.CONTRADICTS)
        PageRelation.objects.create(source=practice, target=page, kind=RelationKind.APPLIES)

        html = ask(page, practice)

        assert row(html, "Wat het vraagt") == ["Kort en snel.", "6 weken"]
        assert row(html, "Let op") == ["Niet te veel.", "Begin eerder."]
        assert row(html, "Voor wie") == ["Niet genoemd", "Groep 5"]
        of_intervention, of_practice = row(html, "Onderzoek en praktijk erbij")
        assert of_intervention == (
            "wordt tegengesproken door: De kracht van feedback wordt toegepast in: Hardop denken"
        )
        assert of_practice == "past toe: Feedback"

    def test_that_two_pages_belong_together_is_not_said_where_more_is_known(self, ask, site, intervention):
        page = intervention("Feedback")
        insight = InsightFactory(parent=site.insights, title="De kracht van feedback")
        PageRelation.objects.create(source=page, target=insight, kind=RelationKind.RELATED)
        PageRelation.objects.create(source=insight, target=page, kind=RelationKind.SUPPORTS)

        assert row(ask(page), "Onderzoek en praktijk erbij") == ["wordt onderbouwd door: De kracht van feedback"]

    def test_a_relation_with_what_may_not_be_seen_is_left_out(self, ask, site, intervention):
        page = intervention("Feedback")
        insight = InsightFactory(parent=site.insights, title="Geheim")
        PageRelation.objects.create(source=insight, target=page, kind=RelationKind.SUPPORTS)
        PageViewRestriction.objects.create(page=insight, restriction_type=PageViewRestriction.LOGIN)
        generation.renew()

        assert "Geheim" not in ask(page)

    def test_it_asks_no_more_for_four_than_for_two(self, client, five, practice, settings, index_now):
        index_now()
        settings.PAGE_CACHE_SECONDS = 0
        pages = [practice, *five.values()]

        def queries(count):
            address = f"{ADDRESS}?" + "&".join(f"p={page.pk}" for page in pages[:count])
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            return [query["sql"] for query in asked.captured_queries]

        assert len(queries(4)) == len(queries(2)) <= 11, "\n".join(queries(4))


class TestWaysIn:
    def test_an_intervention_and_a_practice_lead_there(self, client, five, practice):
        for page, folder in ((five["Feedback"], "menukaart"), (practice, "praktijk")):
            html = client.get(f"/{folder}/{page.slug}/").content.decode()
            assert f'href="{ADDRESS}?p={page.pk}"' in html

    def test_a_choice_leads_to_accounting_for_it_where_the_site_has_that(self, ask, five, practice):
        try:
            begin = reverse("justifying:begin")
        except NoReverseMatch:
            begin = ""
        page = five["Feedback"]

        assert justify_url(page.pk) == (f"{begin}?p={page.pk}" if begin else "")
        html = ask(page, practice)
        assert html.count(f'href="{begin}?p={page.pk}"') == (1 if begin else 0)
        assert f'{begin}?p={practice.pk}"' not in html.replace(f'{ADDRESS}?p={practice.pk}"', "")

    def test_no_intervention_can_take_the_address(self, site):
        from django.core.exceptions import ValidationError

        from tests.factories import InterventionFactory

        page = InterventionFactory.build(slug="vergelijken", title="Vergelijken")
        with pytest.raises(ValidationError, match="gebruikt de site zelf"):
            page.clean()
