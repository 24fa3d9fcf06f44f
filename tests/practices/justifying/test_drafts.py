"""What is typed is kept while one types, and never takes the place of something newer."""

import datetime as dt
import json

import pytest
from django.test import Client
from django.utils import timezone

from accounts.standing import suspend
from organisations.tokens import new_token
from practices.justifying import drafts, limits, own_data
from practices.justifying.models import Draft, Justification
from tests.accounts.traces import traces_of
from tests.factories import UserFactory
from tests.organisations.people import signed_in
from tests.practices.justifying.conftest import WRITTEN

pytestmark = pytest.mark.django_db


def posted(**more):
    """What a browser sends."""
    return {**{name: str(value) for name, value in WRITTEN.items()}, **more}


def begin_url(page, more=""):
    return f"/verantwoording/nieuw/?p={page.pk}{more}"


def keep_new(client, page, number, **typed):
    return client.post(f"/verantwoording/nieuw/concept/?p={page.pk}", {"draft_version": number, **typed})


@pytest.fixture
def of_member(kept, teacher):
    """The teacher's browser, and the address of what they keep."""
    return signed_in(teacher), kept.get_absolute_url()


@pytest.fixture(params=["account", "link"])
def writer(request, kept, linked, teacher, token):
    """Whoever may write, the address, and what is written in: with an account, and by a private link."""
    if request.param == "account":
        return signed_in(teacher), kept.get_absolute_url(), kept
    return Client(), f"/verantwoording/link/{token}/", linked


class TestWritingOn:
    def test_what_was_typed_is_there_on_return_and_nothing_was_saved_yet(self, writer):
        client, url, row = writer
        answer = client.post(f"{url}concept/", posted(draft_version=1, version=1, goal="Halverwege een zin"))

        assert answer.json() == {"version": 1, "kept": True}
        html = client.get(f"{url}schrijven/").content.decode()
        assert "Halverwege een zin" in html
        assert "typte en nog niet bewaarde" in html
        row.refresh_from_db()
        assert row.goal == WRITTEN["goal"]
        assert "Het staat klaar in het formulier" in client.get(url).content.decode()

    @pytest.mark.parametrize("number", [1, 2])
    def test_one_that_comes_late_is_not_taken(self, writer, number):
        client, url, row = writer
        client.post(f"{url}concept/", posted(draft_version=2, version=1, goal="Nieuw"))

        assert client.post(f"{url}concept/", posted(draft_version=number, goal="Oud")).json()["kept"] is False
        assert row.drafts.get().values["goal"] == "Nieuw"

    def test_a_late_one_does_not_bring_back_what_was_saved(self, writer):
        client, url, _row = writer
        client.post(f"{url}schrijven/", posted(version=1, draft_version=3, goal="Klaar"))

        answer = client.post(f"{url}concept/", posted(draft_version=3, version=1, goal="Bijna klaar"))

        assert answer.json()["kept"] is False
        assert "Bijna klaar" not in client.get(f"{url}schrijven/").content.decode()

    def test_what_another_window_saved_meanwhile_is_shown_beside_it_and_stays(self, writer):
        client, url, row = writer
        client.post(f"{url}schrijven/", posted(version=1, goal="Uit het andere venster"))
        client.post(f"{url}concept/", posted(draft_version=9, version=1, goal="Hier getypt"))
        html = client.get(f"{url}schrijven/").content.decode()
        assert "Daarna is er iets anders bewaard" in html
        assert 'name="version" value="1"' in html

        answer = client.post(f"{url}schrijven/", posted(version=1, draft_version=9, goal="Hier getypt"))

        assert answer.status_code == 409
        assert "Uit het andere venster" in answer.content.decode()
        row.refresh_from_db()
        assert row.goal == "Uit het andere venster"
        assert "Hier getypt" in client.get(f"{url}schrijven/").content.decode()

    def test_a_draft_that_says_what_was_saved_is_not_offered(self, writer):
        client, url, _row = writer
        client.post(f"{url}concept/", posted(draft_version=1, version=1))

        assert "nog niet bewaarde" not in client.get(f"{url}schrijven/").content.decode()

    def test_it_can_be_thrown_away(self, writer):
        client, url, _row = writer
        client.post(f"{url}concept/", posted(draft_version=4, version=1, goal="Toch niet"))

        answer = client.post(f"{url}concept/", {"throw_away": "1", "draft_version": 4})

        assert answer["Location"] == f"{url}schrijven/"
        assert "Toch niet" not in client.get(f"{url}schrijven/").content.decode()

    def test_who_may_not_write_keeps_nothing(self, kept, linked, token):
        for client, status in ((Client(), 302), (signed_in(UserFactory()), 404)):
            answer = client.post(f"{kept.get_absolute_url()}concept/", posted(draft_version=1))
            assert answer.status_code == status
        assert Client().post(f"/verantwoording/link/{new_token()}/concept/", posted(draft_version=1)).status_code == 404
        assert not Draft.objects.exists()

    def test_somebody_who_is_suspended_keeps_nothing(self, of_member, teacher):
        client, url = of_member
        suspend(teacher, reason="x", by=None)
        assert client.post(f"{url}concept/", posted(draft_version=1)).status_code == 403

    @pytest.mark.parametrize("number", ["", "0", "-1", "x", "9" * 20, "٣"])
    def test_a_number_that_is_none_is_refused(self, of_member, number):
        client, url = of_member
        assert client.post(f"{url}concept/", posted(draft_version=number)).status_code == 400

    def test_what_is_typed_is_kept_as_text_and_bounded(self, of_member, kept):
        client, url = of_member
        client.post(f"{url}concept/", posted(draft_version=1, goal="<b>a\0b</b>" + "x" * 99_999, owner="1"))

        values = kept.drafts.get().values
        assert (len(values["goal"]), set(values)) == (6000, set(Justification.WRITTEN))
        assert "&lt;b&gt;ab&lt;/b&gt;" in client.get(f"{url}schrijven/").content.decode()

    def test_it_goes_with_what_it_belongs_to(self, of_member):
        client, url = of_member
        client.post(f"{url}concept/", posted(draft_version=1, goal="Geheim"))
        client.post(f"{url}weggooien/")
        assert traces_of("Geheim") == []

    def test_whoever_takes_a_link_into_their_account_takes_the_draft_along(self, linked, token, teacher):
        client = signed_in(teacher)
        client.post(f"/verantwoording/link/{token}/concept/", posted(draft_version=1, version=1, goal="Getypt"))
        client.post(f"/verantwoording/link/{token}/bewaren/")
        assert "Getypt" in client.get(f"{linked.get_absolute_url()}schrijven/").content.decode()


class TestBeginning:
    def test_a_member_finds_it_with_the_intervention_and_among_their_own(self, intervention, teacher):
        client = signed_in(teacher)
        keep_new(client, intervention, 1, token=new_token(), goal="Halverwege")

        assert "Halverwege" in client.get(begin_url(intervention)).content.decode()
        assert "Begonnen en nog niet bewaard" in client.get("/account/verantwoordingen/").content.decode()
        assert "Halverwege" not in signed_in(UserFactory()).get(begin_url(intervention)).content.decode()
        assert not Justification.objects.exists()

    def test_a_visitor_finds_it_at_the_address_that_the_script_puts_in_the_browser(self, client, intervention, token):
        html = client.get(begin_url(intervention)).content.decode()
        assert 'data-draft-address="/verantwoording/nieuw/?p=' in html
        keep_new(client, intervention, 1, token=token, goal="Halverwege")

        there = Client().get(begin_url(intervention, f"&concept={token}")).content.decode()

        assert "Halverwege" in there
        assert f'name="token" value="{token}"' in there
        assert "Halverwege" not in Client().get(begin_url(intervention)).content.decode()
        assert traces_of(token) == []

    def test_saved_it_is_no_draft_any_more(self, client, intervention, token):
        keep_new(client, intervention, 1, token=token, goal="Halverwege")
        client.post(begin_url(intervention, f"&concept={token}"), posted(token=token, draft_version=1))

        assert client.get(begin_url(intervention, f"&concept={token}"))["Location"] == (
            f"/verantwoording/link/{token}/schrijven/"
        )
        assert keep_new(client, intervention, 2, token=token, goal="Te laat").json()["kept"] is False
        assert traces_of("Halverwege", "Te laat") == []

    def test_with_an_account_too(self, intervention, teacher, token):
        client = signed_in(teacher)
        keep_new(client, intervention, 1, token=token, goal="Halverwege")
        client.post(begin_url(intervention), posted(token=token, draft_version=1))

        assert keep_new(client, intervention, 2, token=token, goal="Te laat").json()["kept"] is False
        assert "Begonnen en nog niet" not in client.get("/account/verantwoordingen/").content.decode()
        assert traces_of("Halverwege", "Te laat") == []

    def test_who_signs_in_halfway_goes_on_where_they_were(self, client, intervention, teacher, token):
        keep_new(client, intervention, 1, token=token, goal="Halverwege")

        html = signed_in(teacher).get(begin_url(intervention, f"&concept={token}")).content.decode()

        assert "Halverwege" in html

    def test_it_can_be_thrown_away(self, client, intervention, token):
        keep_new(client, intervention, 1, token=token, goal="Van de baan")

        answer = keep_new(client, intervention, 1, token=token, throw_away="1")

        assert answer["Location"] == begin_url(intervention)
        assert "Van de baan" not in client.get(begin_url(intervention, f"&concept={token}")).content.decode()

    def test_a_robot_fills_no_database(self, client, intervention, monkeypatch):
        monkeypatch.setattr(limits, "MOST_AN_HOUR_FROM_A_NETWORK", 1)
        first = new_token()
        assert keep_new(client, intervention, 1, token=first, goal="a").status_code == 200
        assert keep_new(client, intervention, 2, token=first, goal="ab").status_code == 200

        assert keep_new(client, intervention, 1, token=new_token(), goal="b").status_code == 429
        assert Draft.objects.count() == 1

    @pytest.mark.parametrize("token", ["", "x", "x" * 44])
    def test_without_a_word_of_a_form_nothing_is_kept(self, client, intervention, token):
        assert keep_new(client, intervention, 1, token=token, goal="a").status_code == 404

    def test_an_intervention_that_is_not_public_has_no_drafts(self, client, intervention, token):
        intervention.unpublish()
        assert keep_new(client, intervention, 1, token=token, goal="a").status_code == 404

    def test_no_cache_keeps_it(self, client, intervention, token):
        assert "no-store" in keep_new(client, intervention, 1, token=token, goal="a")["Cache-Control"]


def test_it_is_in_the_archive_of_ones_own_data_and_goes_with_the_account(kept, intervention, teacher, token):
    keep_new(signed_in(teacher), intervention, 1, token=token, goal="Nog niet bewaard")
    drafts.save(drafts.of(kept), version=1, based_on=1, values={"goal": "Ook niet bewaard"})

    archive = json.dumps([str(file.content) for file in own_data.export(teacher)])
    assert "Nog niet bewaard" in archive
    assert "Ook niet bewaard" in archive
    own_data.erase(teacher)
    assert traces_of("Nog niet bewaard", "Ook niet bewaard") == []


def test_at_night_goes_what_is_empty_and_what_a_visitor_left(intervention, teacher, kept, token):
    places = drafts.of(kept), drafts.of_member(teacher, intervention), drafts.by_word(token, intervention)
    for place in places:
        drafts.save(place, version=1, based_on=1, values={"goal": "x"})
    drafts.empty(drafts.of(kept), 1)

    assert drafts.clean_up() == 0
    assert drafts.clean_up(timezone.now() + dt.timedelta(days=3)) == 1
    assert drafts.clean_up(timezone.now() + dt.timedelta(days=31)) == 1
    assert Draft.objects.get().owner == teacher
