"""The demo: two examples that everybody reads, and a plan of an invented school."""

import pytest

from delivery.models import Event
from editorial.demonstration.rows import Tally
from practices.justifying import demo
from practices.justifying.models import Justification, ProgrammeItem, SchoolProgramme
from tests.factories import InterventionFactory, SchoolFactory, UserFactory
from tests.organisations.people import signed_in
from tests.practices.justifying.conftest import give_figures

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(site):
    SchoolFactory(slug="de-blauwe-postboot", name="De Blauwe Postboot")
    for slug in ("technieken-voor-begrijpend-lezen", "een-op-een-begeleiding"):
        give_figures(InterventionFactory(parent=site.interventions, slug=slug, title=slug), 2021, 5)
    demo.load(Tally())


def test_everything_is_marked_as_an_example_and_finished(loaded):
    assert [row.missing for row in Justification.objects.filter(is_example=True)] == [(), ()]
    assert SchoolProgramme.objects.get().is_example
    assert all(item.figures and item.budget_line for item in ProgrammeItem.objects.all())


def test_loading_it_again_changes_nothing_and_tells_nobody(loaded):
    tally = Tally()
    demo.load(tally)
    assert (tally.made, tally.changed, tally.kept) == (0, 0, 3)
    assert ProgrammeItem.objects.count() == 2
    assert not Event.objects.exists()


def test_a_visitor_reads_an_example_and_changes_nothing(loaded, client):
    example = Justification.objects.first()
    url = f"/verantwoording/voorbeeld/{example.uuid}/"
    html = client.get(url).content.decode()
    assert "Dit is een voorbeeld" in html
    assert "Schrijf verder" not in html
    assert client.get(f"{url}pdf/")["Content-Type"] == "application/pdf"
    assert client.post(url).status_code == 405
    assert url in client.get("/verantwoording/nieuw/").content.decode()


def test_a_member_reads_the_plan_and_changes_nothing(loaded):
    client, url = signed_in(UserFactory()), SchoolProgramme.objects.get().get_absolute_url()
    assert client.get(url).status_code == 200
    assert client.get(f"{url}plan/").status_code == 403


def test_what_is_no_example_is_not_shown_as_one(kept, client):
    assert client.get(f"/verantwoording/voorbeeld/{kept.uuid}/").status_code == 404
