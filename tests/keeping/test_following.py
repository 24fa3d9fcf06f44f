"""Following a search or a theme where one finds it, and stopping."""

import pytest

from delivery.models import DigestRhythm, Preferences
from keeping.alerts import following
from keeping.models import Alert
from tests.factories import PracticeFactory, ThemeFactory, ThemePageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client):
    user = UserFactory()
    client.force_login(user)
    return user


def test_the_results_offer_to_keep_this_very_search(site, client):
    shown = client.get("/zoeken/?q=hardop+denken&type=practice&sorteer=datum&pagina=1").content.decode()

    assert 'href="/account/bewaard/zoekopdracht/?q=hardop+denken&amp;type=practice&amp;sorteer=datum"' in shown


def test_a_list_offers_to_follow_what_it_lists(site, client):
    assert "/account/bewaard/zoekopdracht/?&amp;type=practice" in client.get("/praktijk/").content.decode()


def test_an_empty_search_page_offers_nothing(site, client):
    assert "/account/bewaard/zoekopdracht/" not in client.get("/zoeken/").content.decode()


def test_a_visitor_signs_in_and_comes_back_to_the_search(client):
    answer = client.get("/account/bewaard/zoekopdracht/?q=hardop+denken")

    assert answer.url.endswith("next=/account/bewaard/zoekopdracht/%3Fq%3Dhardop%2Bdenken")


def test_a_search_is_kept_under_a_name_that_is_proposed(client, member):
    where = "/account/bewaard/zoekopdracht/?q=hardop+denken"
    assert 'value="hardop denken"' in client.get(where).content.decode()

    for _ in range(2):
        client.post(where, {"name": "Denken", "in_digest": "on"})

    alert = Alert.objects.get(user=member)
    assert (alert.name, alert.query, alert.in_digest) == ("Denken", "q=hardop+denken", True)


def test_a_search_for_nothing_leads_back_to_the_search(client, member):
    assert client.get("/account/bewaard/zoekopdracht/").url == "/zoeken/"


def test_a_theme_is_followed_from_its_page(site, client, member):
    theme = ThemeFactory(slug="lezen", name="Lezen")
    ThemePageFactory(parent=site.themes, slug="lezen", theme=theme)
    assert 'href="/account/bewaard/thema/lezen/"' in client.get("/themas/lezen/").content.decode()

    client.post("/account/bewaard/thema/lezen/", {"name": "Lezen", "in_digest": "on"})

    assert Alert.objects.get(user=member).query == "thema=lezen"


def test_no_more_than_one_may_follow(client, member, monkeypatch):
    monkeypatch.setattr(following, "MOST_ALERTS", 1)
    following.follow(member, "q=lezen", "Lezen")

    assert client.post("/account/bewaard/zoekopdracht/?q=rekenen", {"name": "x"}).status_code == 422


def test_it_is_changed_and_stopped_by_its_owner_alone(client, member):
    mine, _ = following.follow(member, "q=lezen", "Lezen")
    other, _ = following.follow(UserFactory(), "q=lezen", "Lezen")

    client.post(f"/account/bewaard/volgen/{mine.pk}/", {"name": "Boeken"})
    assert Alert.objects.get(pk=mine.pk).in_digest is False
    assert client.post(f"/account/bewaard/volgen/{other.pk}/", {"name": "Boeken"}).status_code == 404
    assert client.post(f"/account/bewaard/volgen/{other.pk}/stoppen/").status_code == 404
    client.post(f"/account/bewaard/volgen/{mine.pk}/stoppen/")

    assert list(Alert.objects.all()) == [other]


def test_who_gets_no_digest_is_told_where_to_switch_it_on(client, member):
    Preferences.objects.create(user=member, digest=DigestRhythm.NONE)
    following.follow(member, "q=rekenen", "Rekenen")

    for where in ("/account/bewaard/", "/account/bewaard/zoekopdracht/?q=lezen"):
        assert "/account/meldingen/instellingen/" in client.get(where).content.decode()


def test_one_page_shows_all_that_is_kept(site, client, member):
    following.follow(member, "q=lezen", "Alles over lezen")
    page = PracticeFactory(parent=site.practices)
    client.post(f"/bewaren/{page.pk}/", {"collection": "nieuw", "title": "Voor de studiedag"})

    shown = client.get("/account/bewaard/").content.decode()

    assert "Alles over lezen" in shown
    assert "Voor de studiedag" in shown
    assert "/gelezen/" in shown
