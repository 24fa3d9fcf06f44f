"""A schoolprogramma: written together, nothing lost, read by whom the school chose."""

import json

import pytest

from organisations.models import Organisation, OrganisationMembership
from organisations.tokens import new_token
from practices.justifying import own_data, policy, programmes
from practices.justifying.models import Justification, ProgrammeChange, ProgrammeItem, ProgrammeShare, SchoolProgramme
from practices.justifying.snapshots import differences_between, digest_of, figures_of
from tests.accounts.traces import traces_of
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.people import named, signed_in
from tests.practices.justifying.conftest import give_figures, works_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(programme):
    return programme.get_absolute_url()


def item_url(item):
    return f"{item.programme.get_absolute_url()}onderdeel/{item.uuid}/"


def written(item, **more):
    """What a browser sends of an item."""
    fields = {name: getattr(item, name) if getattr(item, name) is not None else "" for name in ProgrammeItem.WRITTEN}
    return {**fields, "version": item.version, **more}


def test_a_member_of_a_school_begins_one_and_sent_twice_it_is_one(school, colleague):
    client, token = signed_in(colleague), new_token()
    for _ in range(2):
        answer = client.post("/schoolprogramma/nieuw/", {"token": token, "school": school.pk, "title": "Plan"})
    assert answer["Location"] == SchoolProgramme.objects.get().get_absolute_url()
    assert SchoolProgramme.objects.get().organisation == school


def test_for_another_school_nobody_begins_one(school, colleague):
    other = SchoolFactory()
    answer = signed_in(colleague).post(
        "/schoolprogramma/nieuw/", {"token": new_token(), "school": other.pk, "title": "x"}
    )
    assert answer.status_code == 422
    assert not SchoolProgramme.objects.exists()


def test_who_belongs_to_no_school_is_told_what_to_do(db):
    assert "/account/organisaties/" in signed_in(UserFactory()).get("/schoolprogramma/nieuw/").content.decode()


def test_a_verantwoording_is_copied_into_it_once(programme, kept, teacher, url):
    client = signed_in(teacher)
    for _ in range(2):
        client.post(f"{url}toevoegen/", {"justification": kept.uuid})
    item = programme.items.get()
    assert (item.goal, item.amount, item.figures) == (kept.goal, kept.amount, kept.figures)
    assert "1 september 2021" in item.period


def test_nobody_puts_in_somebody_elses_verantwoording(programme, kept, colleague, url):
    signed_in(colleague).post(f"{url}toevoegen/", {"justification": kept.uuid})
    assert not programme.items.exists()


def test_a_plan_that_is_full_says_so(programme, kept, teacher, url, monkeypatch):
    monkeypatch.setattr(programmes, "MOST_ITEMS", 0)
    answer = signed_in(teacher).post(f"{url}toevoegen/", {"justification": kept.uuid}, follow=True)
    assert "Dit plan is vol" in answer.content.decode()


def test_the_budget_adds_up_and_says_what_is_not_known(programme, item):
    ProgrammeItem.objects.create(programme=programme, intervention="Huiswerk", title="Huiswerk")
    budget = programmes.budget_of(programme, list(programme.items.all()))
    assert (budget.total, budget.left, budget.unknown) == (1500, 500, 1)


def test_two_colleagues_at_once_both_see_both_texts(item, colleague, leader):
    first, second = signed_in(colleague), signed_in(leader)
    first.post(item_url(item), written(item, goal="Van Daan."))
    answer = second.post(item_url(item), written(item, goal="Van Els."))
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Van Daan." in html
    assert "Van Els." in html
    item.refresh_from_db()
    assert item.goal == "Van Daan."
    second.post(item_url(item), written(item, goal="Van allebei."))
    item.refresh_from_db()
    assert item.goal == "Van allebei."


def test_the_plan_as_a_whole_is_guarded_likewise(programme, url, colleague, leader):
    values = {"title": "Van Daan", "version": programme.version}
    signed_in(colleague).post(f"{url}plan/", values)
    answer = signed_in(leader).post(f"{url}plan/", {**values, "title": "Van Els"})
    assert answer.status_code == 409
    assert "Van Daan" in answer.content.decode()


def test_what_a_colleague_just_changed_is_not_taken_out(item, colleague, leader):
    signed_in(colleague).post(item_url(item), written(item, goal="Nieuw."))
    signed_in(leader).post(item_url(item), {"remove": "1", "version": "1"})
    assert ProgrammeItem.objects.filter(pk=item.pk).exists()
    signed_in(leader).post(item_url(item), {"remove": "1", "version": "2"})
    assert not ProgrammeItem.objects.filter(pk=item.pk).exists()


def test_what_happened_is_shown_to_colleagues(item, colleague, url):
    signed_in(colleague).post(item_url(item), written(item, goal="Nieuw."))
    html = signed_in(colleague).get(url).content.decode()
    assert "Daan de Boer" in html
    assert "veranderde:" in html


def test_saving_without_a_change_is_no_happening(item, colleague):
    before = ProgrammeChange.objects.count()
    signed_in(colleague).post(item_url(item), written(item))
    assert ProgrammeChange.objects.count() == before


# Who may what ---------------------------------------------------------------------------------------

PARTS = ("", "pdf/", "plan/", "toevoegen/", "delen/", "weggooien/")
#: Who → the statuses of PARTS, in their order.
MAY = {
    "visitor": (302, 302, 302, 302, 302, 302),
    "stranger": (404, 404, 404, 404, 404, 404),
    "former colleague": (404, 404, 404, 404, 404, 404),
    "colleague": (200, 200, 200, 200, 403, 403),
    "administrator": (200, 200, 200, 200, 200, 200),
    "board, shared": (200, 200, 403, 403, 403, 403),
    "board, no longer shared": (404, 404, 404, 404, 404, 404),
    "municipality, not shared": (404, 404, 404, 404, 404, 404),
}


@pytest.fixture
def people(programme, school, colleague, leader):
    """Everybody of the table by name."""
    board, town = Organisation.objects.get(slug="de-brug"), Organisation.objects.get(slug="gemeente-voorbeeldstad")
    former = works_at(UserFactory(), school)
    OrganisationMembership.objects.filter(user=former).delete()
    return {
        "stranger": UserFactory(),
        "former colleague": former,
        "colleague": colleague,
        "administrator": leader,
        "board, shared": works_at(UserFactory(), board),
        "board, no longer shared": works_at(UserFactory(), board),
        "municipality, not shared": works_at(UserFactory(), town),
    }


@pytest.mark.parametrize("who", MAY)
def test_who_may_what(client, people, programme, url, leader, who):
    board = Organisation.objects.get(slug="de-brug")
    if who.startswith("board"):
        programmes.share(programme, board, leader)
    if who.endswith("no longer shared"):
        programmes.stop_sharing(programme, board, leader)
    if who != "visitor":
        client.force_login(people[who])
    assert tuple(client.get(url + part).status_code for part in PARTS) == MAY[who]


@pytest.mark.parametrize("part", ["plan/", "toevoegen/", "delen/", "weggooien/"])
def test_who_it_is_shared_with_changes_nothing(people, programme, url, leader, part):
    programmes.share(programme, Organisation.objects.get(slug="de-brug"), leader)
    assert signed_in(people["board, shared"]).post(url + part, {"title": "x", "version": "1"}).status_code == 403
    assert SchoolProgramme.objects.get().title == "Plan 2021-2022"


def test_a_school_without_an_administrator_leaves_it_to_its_members(programme, leader, colleague):
    assert not policy.may_decide_on_programme(colleague, programme)
    OrganisationMembership.objects.filter(user=leader).delete()
    assert policy.may_decide_on_programme(colleague, programme)


def test_it_is_shared_with_board_or_municipality_and_no_others(programme, url, leader):
    other, board = SchoolFactory(), Organisation.objects.get(slug="de-brug")
    client = signed_in(leader)
    for organisation in (other, board, board):
        client.post(f"{url}delen/", {"organisation": organisation.pk})
    assert [share.organisation for share in ProgrammeShare.objects.all()] == [board]
    client.post(f"{url}delen/", {"organisation": board.pk, "stop": "1"})
    assert not ProgrammeShare.objects.exists()


def test_the_page_of_the_school_leads_its_people_there_and_nobody_else(programme, url, colleague, client, school):
    page = school.get_absolute_url()
    assert url in signed_in(colleague).get(page).content.decode()
    assert url not in client.get(page).content.decode()
    assert url not in signed_in(UserFactory()).get(page).content.decode()


def test_a_school_without_one_is_invited_to_begin(colleague, school):
    assert "/schoolprogramma/nieuw/" in signed_in(colleague).get(school.get_absolute_url()).content.decode()


def test_throwing_it_away_leaves_the_verantwoordingen(programme, item, kept, url, leader):
    signed_in(leader).post(f"{url}weggooien/")
    assert not SchoolProgramme.objects.exists()
    assert Justification.objects.filter(pk=kept.pk).exists()


# What is kept of a person ---------------------------------------------------------------------------


def test_what_somebody_wrote_is_given_back(kept, programme, item, teacher):
    files = {file.path: json.loads(file.as_bytes()) for file in own_data.export(teacher)}
    assert files[f"{kept.uuid}.json"]["goal"] == kept.goal
    assert files[f"{kept.uuid}.json"]["cijfers"][0]["edition"] == "npo-2021"
    assert files["schoolprogrammas.json"]["gedaan"][0]["onderwerp"] == "Feedback in groep 7"


def test_who_leaves_takes_the_verantwoordingen_along_and_leaves_the_schools_plan(kept, programme, item):
    writer = named("Wilhelmina Vertrekker")
    Justification.objects.filter(pk=kept.pk).update(owner=writer, considered="Alleen voor mijzelf bestemd.")
    programmes.note(programme, writer, "changed")
    own_data.erase(writer)
    writer.delete()
    assert traces_of("Alleen voor mijzelf", "Vertrekker") == []
    assert ProgrammeItem.objects.get().goal == kept.goal


# One's own list -------------------------------------------------------------------------------------


def test_ones_own_list_shows_what_is_kept_and_shared_and_nothing_of_others(kept, programme, teacher, leader, people):
    programmes.share(programme, Organisation.objects.get(slug="de-brug"), leader)
    mine = signed_in(teacher).get("/account/verantwoordingen/").content.decode()
    assert kept.get_absolute_url() in mine
    assert programme.get_absolute_url() in mine
    boards = signed_in(people["board, shared"]).get("/account/verantwoordingen/").content.decode()
    assert programme.get_absolute_url() in boards
    assert kept.get_absolute_url() not in boards


def test_the_list_asks_as_many_questions_for_many_as_for_few(
    intervention, kept, teacher, django_assert_max_num_queries
):
    client = signed_in(teacher)
    client.get("/account/verantwoordingen/")
    for number in range(20):
        Justification.objects.create(start_hash=str(number), owner=teacher, page=intervention, intervention="Feedback")
    with django_assert_max_num_queries(20):
        client.get("/account/verantwoordingen/")


def test_who_is_suspended_reads_and_writes_nothing(kept, teacher):
    from accounts.standing import suspend

    suspend(teacher, reason="proef", by=None)
    client = signed_in(teacher)
    assert client.get(kept.get_absolute_url()).status_code == 200
    assert client.post(f"{kept.get_absolute_url()}weggooien/").status_code == 403
    assert Justification.objects.filter(pk=kept.pk).exists()


class TestLaterFigures:
    """Whoever may change the plan decides about them, without the verantwoording of a colleague."""

    @pytest.fixture
    def later(self, item, intervention):
        """The item, after an edition that came later."""
        give_figures(intervention, 2023, 4)
        return item

    def decide(self, user, item, choice, seen=None):
        now = figures_of(item.page)
        known = digest_of(differences_between(item.figures, now, item.left_alone))
        return signed_in(user).post(f"{item_url(item)}cijfers/", {"choice": choice, "seen": seen or known})

    def test_a_colleague_takes_them_over_in_the_plan_and_only_there(self, later, kept, colleague, url):
        html = signed_in(colleague).get(url).content.decode()
        assert "Neem de nieuwe cijfers over" in html
        assert "+4 maanden" in html

        self.decide(colleague, later, "take_over")

        later.refresh_from_db()
        kept.refresh_from_db()
        assert (later.figures[0]["months"], kept.figures[0]["months"]) == (4, 8)
        html = signed_in(colleague).get(url).content.decode()
        assert "Er zijn nieuwe cijfers" not in html
        assert "nam nieuwe cijfers over bij:" in html

    def test_left_as_they_are_nobody_is_asked_again_and_readers_are_told(self, later, intervention, colleague, url):
        self.decide(colleague, later, "leave")

        later.refresh_from_db()
        assert later.figures[0]["months"] == 8
        html = signed_in(colleague).get(url).content.decode()
        assert "Neem de nieuwe cijfers over" not in html
        assert "De school heeft die gezien en laat deze staan." in html
        give_figures(intervention, 2024, 3)
        assert "Neem de nieuwe cijfers over" in signed_in(colleague).get(url).content.decode()

    def test_one_decides_about_what_one_saw(self, later, colleague):
        answer = self.decide(colleague, later, "take_over", seen="0" * 32)

        later.refresh_from_db()
        assert answer.status_code == 302
        assert later.figures[0]["months"] == 8

    def test_a_change_that_is_being_written_is_not_lost_by_it(self, later, colleague):
        self.decide(colleague, later, "take_over")
        signed_in(colleague).post(item_url(later), written(later, goal="Nieuw doel"))

        later.refresh_from_db()
        assert (later.goal, later.figures[0]["months"]) == ("Nieuw doel", 4)

    def test_who_reads_along_is_told_and_cannot_decide(self, later, programme, leader, url):
        board = Organisation.objects.get(slug="de-brug")
        programmes.share(programme, board, leader)
        reader = works_at(named("Bea Bestuur"), board)

        html = signed_in(reader).get(url).content.decode()

        assert "Een latere editie geeft andere cijfers dan hier staan." in html
        assert "Neem de nieuwe cijfers over" not in html
        assert self.decide(reader, later, "take_over").status_code == 403
        assert self.decide(UserFactory(), later, "take_over").status_code == 404

    def test_an_item_of_another_plan_is_not_there(self, later, school, leader, colleague):
        other = programmes.begin(new_token(), leader, school, {"title": "Ander plan"})
        address = f"{other.get_absolute_url()}onderdeel/{later.uuid}/cijfers/"
        assert signed_in(colleague).post(address, {"choice": "leave", "seen": "x"}).status_code == 404
