"""Writing a verantwoording: nothing that was typed is lost, and what was sent twice is there once."""

import pytest

from organisations.tokens import new_token
from practices.justifying import limits
from practices.justifying.models import Justification
from tests.factories import InterventionFactory, UserFactory
from tests.organisations.people import signed_in
from tests.practices.justifying.conftest import WRITTEN

pytestmark = pytest.mark.django_db


def posted(**more):
    """What a browser sends."""
    return {**{name: str(value) for name, value in WRITTEN.items()}, **more}


def begin_url(page):
    return f"/verantwoording/nieuw/?p={page.pk}"


def test_without_a_choice_it_asks_for_which_intervention(client, intervention):
    html = client.get("/verantwoording/nieuw/").content.decode()
    assert f"?p={intervention.pk}" in html


def test_two_from_a_comparison_are_offered_and_no_others(client, site, intervention):
    other = InterventionFactory(parent=site.interventions, title="Huiswerk", slug="huiswerk")
    third = InterventionFactory(parent=site.interventions, title="Buiten", slug="buiten")
    html = client.get(f"/verantwoording/nieuw/?p={intervention.pk}&p={other.pk}").content.decode()
    assert f"?p={other.pk}" in html
    assert f"?p={third.pk}" not in html


@pytest.mark.parametrize("wrong", ["0", "abc", "9" * 30, "-1", ""])
def test_a_page_that_is_no_intervention_leads_to_the_choice(client, intervention, wrong):
    assert client.get(f"/verantwoording/nieuw/?p={wrong}").status_code == 200


def test_the_button_on_an_intervention_leads_here(client, intervention):
    assert f"/verantwoording/nieuw/?p={intervention.pk}" in client.get(intervention.url).content.decode()


def test_the_figures_of_today_stand_beside_the_form(client, intervention):
    html = client.get(begin_url(intervention)).content.decode()
    assert "+8 maanden" in html
    assert "+6 maanden" not in html


def test_a_member_keeps_it_with_the_account(intervention, teacher):
    answer = signed_in(teacher).post(begin_url(intervention), posted(token=new_token()))
    kept = Justification.objects.get()
    assert answer["Location"] == kept.get_absolute_url()
    assert (kept.owner, kept.link_hash, kept.goal, kept.amount) == (teacher, None, WRITTEN["goal"], 1500)
    assert kept.missing == ()


def test_a_visitor_keeps_it_by_a_private_link(client, intervention):
    token = new_token()
    answer = client.post(begin_url(intervention), posted(token=token))
    assert answer["Location"] == f"/verantwoording/link/{token}/"
    assert client.get(answer["Location"]).status_code == 200
    assert Justification.objects.get().owner is None


def test_half_of_it_may_be_kept(intervention, teacher):
    signed_in(teacher).post(begin_url(intervention), {"token": new_token(), "goal": "Later meer."})
    assert "waarom deze aanpak" in Justification.objects.get().missing


def test_sent_twice_it_is_there_once(client, intervention):
    token = new_token()
    first, second = (client.post(begin_url(intervention), posted(token=token)) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Justification.objects.count() == 1


def test_gone_back_and_sent_anew_the_later_words_are_kept(client, intervention):
    token = new_token()
    client.post(begin_url(intervention), posted(token=token))
    client.post(begin_url(intervention), posted(token=token, goal="Beter."))
    assert Justification.objects.get().goal == "Beter."


def test_somebody_elses_word_of_a_form_opens_nothing(intervention, teacher):
    token = new_token()
    signed_in(teacher).post(begin_url(intervention), posted(token=token))
    answer = signed_in(UserFactory()).post(begin_url(intervention), posted(token=token, goal="Iets anders."))
    assert answer.status_code == 409
    assert "Iets anders." in answer.content.decode()
    assert Justification.objects.get().goal == WRITTEN["goal"]


@pytest.mark.parametrize(
    ("field", "value"), [("amount", "veel"), ("amount", "-5"), ("ends_on", "2021-01-01"), ("starts_on", "morgen")]
)
def test_after_a_mistake_all_that_was_typed_is_still_there(client, intervention, field, value):
    answer = client.post(begin_url(intervention), posted(token=new_token(), **{field: value}))
    assert answer.status_code == 422
    html = answer.content.decode()
    assert WRITTEN["goal"] in html
    assert WRITTEN["problem"] in html
    assert not Justification.objects.exists()


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("1.500", "1500.00"), ("1500,50", "1500.50"), ("€ 12.345,67", "12345.67"), ("300,-", "300.00")],
)
def test_an_amount_is_read_as_people_here_type_it(client, intervention, typed, amount):
    client.post(begin_url(intervention), posted(token=new_token(), amount=typed))
    assert str(Justification.objects.get().amount) == amount


def test_writing_on_keeps_what_changed(kept, teacher):
    client = signed_in(teacher)
    client.post(f"{kept.get_absolute_url()}schrijven/", posted(version="1", goal="Een beter doel."))
    kept.refresh_from_db()
    assert (kept.goal, kept.version) == ("Een beter doel.", 2)


def test_a_second_window_sees_both_texts_and_nothing_is_overwritten(kept, teacher):
    client, url = signed_in(teacher), f"{kept.get_absolute_url()}schrijven/"
    client.post(url, posted(version="1", goal="Uit het eerste venster."))
    answer = client.post(url, posted(version="1", goal="Uit het tweede venster."))
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Uit het eerste venster." in html
    assert "Uit het tweede venster." in html
    kept.refresh_from_db()
    assert kept.goal == "Uit het eerste venster."
    assert client.post(url, posted(version="2", goal="Uit het tweede venster.")).status_code == 302
    kept.refresh_from_db()
    assert kept.goal == "Uit het tweede venster."


def test_what_markup_looks_like_stays_text(kept, teacher):
    client = signed_in(teacher)
    client.post(f"{kept.get_absolute_url()}schrijven/", posted(version="1", goal="<script>alert(1)</script>"))
    html = client.get(kept.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_robot_is_told_to_stop_and_loses_nothing(client, intervention, monkeypatch):
    monkeypatch.setattr(limits, "MOST_AN_HOUR_FROM_A_NETWORK", 1)
    client.post(begin_url(intervention), posted(token=new_token()))
    answer = client.post(begin_url(intervention), posted(token=new_token()))
    assert answer.status_code == 429
    assert WRITTEN["goal"] in answer.content.decode()
    assert Justification.objects.count() == 1


def test_an_empty_form_begins_nothing(client, intervention):
    answer = client.post(begin_url(intervention), {"token": new_token(), "goal": "  "})
    assert answer.status_code == 422
    assert "Vul minstens één vak in." in answer.content.decode()
    assert not Justification.objects.exists()


def test_a_mistake_is_named_with_the_way_to_its_field(client, intervention):
    html = client.post(begin_url(intervention), posted(token=new_token(), ends_on="2021-01-01")).content.decode()
    assert '<a href="#id_ends_on">Einde</a>: Het einde ligt voor het begin.' in html


def test_that_it_was_saved_is_said_once(client, intervention):
    html = client.post(begin_url(intervention), posted(token=new_token()), follow=True).content.decode()
    assert html.count("Bewaard.") == 1
