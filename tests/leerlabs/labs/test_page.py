"""The page of a Leerlab: whole, an entrance, or as if it were not there; and nowhere else."""

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from wagtail.models import Page, PageViewRestriction

from editorial.models import PageRelation
from leerlabs.labs import changing
from tests.factories import InsightFactory, LeerlabFactory, MembershipFactory, ThemeFactory, UserFactory, small_site
from tests.organisations.people import verified

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return small_site()


@pytest.fixture
def member_of(client):
    def sign_in(leerlab=None, role="member"):
        user = UserFactory()
        if leerlab is not None:
            MembershipFactory(leerlab=leerlab, user=user, role=role)
        client.force_login(user)
        return user

    return sign_in


def test_everyone_sees_an_open_leerlab(site, client):
    leerlab = LeerlabFactory()

    answer = client.get(f"/leerlabs/{leerlab.slug}/")

    assert answer.status_code == 200
    assert leerlab.question in answer.content.decode()


def test_a_hidden_leerlab_is_like_an_address_that_does_not_exist(site, client, member_of):
    leerlab = LeerlabFactory(visibility="hidden")
    member_of()

    hidden, absent = client.get(f"/leerlabs/{leerlab.slug}/"), client.get("/leerlabs/bestaat-niet/")

    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.content.replace(leerlab.slug.encode(), b"X") == absent.content.replace(b"bestaat-niet", b"X")


@pytest.mark.parametrize("rest", ["", "leden/", "gesprekken/999999/?bladzijde=2", "zoeken/?q=lezen", "is/er/niet/"])
@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_a_visitor_learns_nothing_of_what_is_not_open_and_is_offered_signing_in(site, client, visibility, rest):
    LeerlabFactory(visibility=visibility, slug="besloten")

    there, absent = client.get(f"/leerlabs/besloten/{rest}"), client.get(f"/leerlabs/bestaat-niet/{rest}")

    assert (there.status_code, absent.status_code) == (404, 404)
    assert there.content.replace(b"besloten", b"X") == absent.content.replace(b"bestaat-niet", b"X")
    assert f"/account/inloggen/?next=/leerlabs/besloten/{quote(rest)}" in there.content.decode()


def test_whoever_signs_in_from_there_comes_back_to_the_address(site, client):
    leerlab = LeerlabFactory(visibility="hidden", slug="besloten")
    user = verified(UserFactory(password="negen-groene-flessen"))
    MembershipFactory(leerlab=leerlab, user=user)
    page = BeautifulSoup(client.get("/leerlabs/besloten/?volgorde=nieuw").content, "html.parser")
    offer = page.select_one("main a.button")["href"]

    answer = client.post(offer, {"login": user.email, "password": "negen-groene-flessen"})

    assert answer.url == "/leerlabs/besloten/?volgorde=nieuw"
    assert client.get(answer.url).status_code == 200


def test_whoever_takes_part_sees_a_hidden_one(site, client, member_of):
    leerlab = LeerlabFactory(visibility="hidden")
    member_of(leerlab)

    assert client.get(f"/leerlabs/{leerlab.slug}/").status_code == 200


def test_no_page_of_a_leerlab_is_kept_in_the_page_cache(site, client, settings, django_assert_num_queries):
    settings.PAGE_CACHE_SECONDS = 600
    leerlab = LeerlabFactory()
    cache.clear()
    for address in ("/leerlabs/", f"/leerlabs/{leerlab.slug}/"):
        client.get(address)
        answer = client.get(address)

        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.context is not None  # rendered, not taken from the cache


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_what_is_not_open_carries_a_restriction_that_nobody_can_lift(site, visibility):
    leerlab = LeerlabFactory(visibility=visibility)

    PageViewRestriction.objects.get(page=leerlab).delete()

    assert PageViewRestriction.objects.filter(page=leerlab).count() == 1


def test_opening_and_hiding_moves_the_restriction_along(site):
    host = UserFactory()
    leerlab = LeerlabFactory(visibility="open", host=host)
    assert leerlab in Page.objects.public().specific()

    hidden = changing.change(leerlab, {"visibility": "hidden"}, host)
    assert hidden not in Page.objects.public().specific()

    changing.change(hidden, {"visibility": "open"}, host)
    assert leerlab in Page.objects.public().specific()


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_what_is_not_open_shows_on_no_other_page(site, client, index_now, visibility):
    theme = ThemeFactory(slug="lezen", name="Lezen")
    leerlab = LeerlabFactory(visibility=visibility, title="Stille kring", themes=[theme], show_in_menus=True)
    insight = InsightFactory(parent=site.insights, slug="inzicht", themes=[theme])
    PageRelation.objects.create(source=leerlab, target=insight)
    index_now()
    addresses = (
        "/", "/leerlabs/", "/onderzoek/", "/onderzoek/inzicht/", "/zoeken/?q=stille+kring", "/zoeken/?thema=lezen",
        "/api/zoeken/?q=stille+kring", "/api/suggesties/?q=sti", "/feeds/alles.atom", "/feeds/alles.rss", "/themas/",
    )  # fmt: skip

    shown = [path for path in addresses if "Stille kring" in client.get(path).content.decode()]

    assert shown == []


def test_a_host_changes_question_goal_and_who_sees_it(site, client, member_of):
    leerlab = LeerlabFactory()
    member_of(leerlab, "host")
    values = {
        "question": "Wat werkt?", "goal": "Weten wat werkt.", "summary": "Samen zoeken.", "starts_on": "2026-09-01",
        "ends_on": "2027-06-30", "visibility": "members", "joining": "free",
    }  # fmt: skip

    answer = client.post(f"/leerlabs/{leerlab.slug}/beheer/", values)

    assert answer.status_code == 302
    leerlab.refresh_from_db()
    assert (leerlab.question, leerlab.visibility, leerlab.joining) == ("Wat werkt?", "members", "free")
    assert leerlab.latest_revision.user is not None


def test_a_period_that_ends_before_it_begins_keeps_what_was_typed(site, client, member_of):
    leerlab = LeerlabFactory()
    member_of(leerlab, "host")

    answer = client.post(
        f"/leerlabs/{leerlab.slug}/beheer/",
        {"question": "Getypt?", "starts_on": "2026-09-01", "ends_on": "2026-01-01", "summary": "x"},
    )

    assert answer.status_code == 200
    assert "Getypt?" in answer.content.decode()
    assert "Het einde ligt voor het begin." in answer.content.decode()


def test_a_draft_of_an_editor_does_not_undo_what_a_host_decided(site):
    host = UserFactory()
    leerlab = LeerlabFactory(visibility="open", host=host)
    leerlab.save_revision().publish()
    leerlab.title = "Nieuwe titel"
    leerlab.save_revision()

    changing.change(leerlab, {"visibility": "hidden"}, host)
    leerlab.refresh_from_db()
    assert leerlab.title != "Nieuwe titel"
    leerlab.latest_revision.publish()

    leerlab.refresh_from_db()
    assert (leerlab.title, leerlab.visibility) == ("Nieuwe titel", "hidden")


def test_the_overview_shows_and_counts_what_the_reader_may_know_of(site, client, member_of):
    theme = ThemeFactory(slug="lezen", name="Lezen")
    for visibility in ("open", "members", "hidden"):
        LeerlabFactory(title=f"Kring {visibility}", visibility=visibility, themes=[theme])

    visitor = client.get("/leerlabs/?thema=lezen").context
    member_of()
    member = client.get("/leerlabs/?thema=lezen").context

    assert [card.leerlab.title for card in visitor["cards"]] == ["Kring open"]
    assert {card.leerlab.title for card in member["cards"]} == {"Kring open", "Kring members"}
    assert [link.count for link in visitor["themes"]] == [1]


def test_the_overview_tells_a_visitor_that_members_may_see_more_whether_there_is_more_or_not(site, client, member_of):
    visitor = client.get("/leerlabs/?thema=lezen").content.decode()
    member_of()

    offer = "/account/inloggen/?next=/leerlabs/%3Fthema%3Dlezen"
    assert (offer in visitor, offer in client.get("/leerlabs/?thema=lezen").content.decode()) == (True, False)


def test_the_overview_takes_no_more_queries_for_more_leerlabs(site, client, django_assert_max_num_queries):
    for _ in range(3):
        LeerlabFactory()
    client.get("/leerlabs/")
    with django_assert_max_num_queries(15):
        client.get("/leerlabs/")
    for _ in range(12):
        LeerlabFactory()
    client.get("/leerlabs/")

    with django_assert_max_num_queries(15):
        client.get("/leerlabs/")


def test_mine_shows_where_one_takes_part_and_where_one_asked(site, client, member_of):
    user = member_of(LeerlabFactory(title="Doe ik mee", visibility="hidden"))
    MembershipFactory(leerlab=LeerlabFactory(title="Gevraagd"), user=user, state="requested")
    MembershipFactory(leerlab=LeerlabFactory(title="Weg"), user=user, state="left")

    text = client.get("/leerlabs/mijn/").content.decode()

    assert ("Doe ik mee" in text, "Gevraagd" in text, ">Weg<" in text) == (True, True, False)
    assert 'href="/leerlabs/feed/"' in text


def test_only_who_chose_to_be_seen_stands_in_the_list_of_members(site, client, member_of):
    leerlab = LeerlabFactory()
    for name, is_shown in (("Zichtbaar", True), ("Onzichtbaar", False)):
        user = UserFactory()
        user.profile.display_name = name
        user.profile.save()
        MembershipFactory(leerlab=leerlab, user=user, is_shown=is_shown)
    member_of(leerlab)

    text = client.get(f"/leerlabs/{leerlab.slug}/leden/").content.decode()

    assert ("Zichtbaar" in text, "Onzichtbaar" in text) == (True, False)


def test_joining_needs_a_form_that_is_sent(site, client, member_of):
    leerlab = LeerlabFactory(joining="free")
    user = member_of()

    client.get(f"/leerlabs/{leerlab.slug}/deelnemen/")
    assert not leerlab.memberships.filter(user=user).exists()

    client.post(f"/leerlabs/{leerlab.slug}/deelnemen/", {"is_shown": "on"})
    assert leerlab.memberships.active().filter(user=user).exists()


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_a_leerlab_that_is_not_open_can_be_deleted(site, visibility):
    leerlab = LeerlabFactory(visibility=visibility)

    Page.objects.get(pk=leerlab.pk).delete()

    assert not Page.objects.filter(pk=leerlab.pk).exists()
    assert not PageViewRestriction.objects.filter(page_id=leerlab.pk).exists()
