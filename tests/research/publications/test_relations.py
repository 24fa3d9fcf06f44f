"""Relations of an insight, shown on both pages."""

import pytest

from editorial.models import PageRelation, RelationKind
from tests.factories import InsightFactory, InterventionFactory, PracticeFactory, small_site

pytestmark = pytest.mark.django_db
SAID = {
    RelationKind.SUPPORTS: ("Onderbouwt", "Wordt onderbouwd door"),
    RelationKind.CONTRADICTS: ("Spreekt tegen", "Wordt tegengesproken door"),
    RelationKind.BUILDS_ON: ("Bouwt voort op", "Is de basis van"),
    RelationKind.APPLIES: ("Past toe", "Wordt toegepast in"),
}


@pytest.mark.parametrize("kind", SAID)
@pytest.mark.parametrize("other", ["practice", "intervention", "insight"])
def test_both_ends_show_it_in_their_own_words(client, kind, other):
    site = small_site()
    source = InsightFactory(parent=site.insights, slug="bron", title="De bron")
    target = {
        "practice": lambda: PracticeFactory(parent=site.practices, slug="doel", title="Het doel"),
        "intervention": lambda: InterventionFactory(parent=site.interventions, slug="doel", title="Het doel"),
        "insight": lambda: InsightFactory(parent=site.insights, slug="doel", title="Het doel"),
    }[other]()
    PageRelation.objects.create(source=source, target=target, kind=kind)

    there = client.get("/onderzoek/bron/").content.decode()
    back = client.get(target.get_url()).content.decode()

    outgoing, incoming = SAID[kind]
    assert outgoing in there
    assert "Het doel" in there
    assert incoming in back
    assert "De bron" in back
