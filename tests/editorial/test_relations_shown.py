"""What hangs together with a page is shown once, under what says most."""

import pytest

from editorial.models import PageRelation, RelationKind
from editorial.reading import relations_of, saying_most
from tests.factories import InsightFactory, InterventionFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(db):
    site = small_site()
    return InterventionFactory(parent=site.interventions), InsightFactory(parent=site.insights, title="De kracht")


def shown(page):
    return [(one.kind, one.title) for one in saying_most(relations_of(page))]


def test_that_two_pages_belong_together_is_not_said_where_more_is_said(pages):
    page, insight = pages
    PageRelation.objects.create(source=page, target=insight, kind=RelationKind.RELATED)
    PageRelation.objects.create(source=insight, target=page, kind=RelationKind.SUPPORTS)

    assert shown(page) == [("supports", "De kracht")]
    assert [kind for kind, _title in shown(insight)] == ["supports"]
    assert len(relations_of(page)) == 2


def test_it_is_said_where_nothing_more_is(pages):
    page, insight = pages
    PageRelation.objects.create(source=page, target=insight, kind=RelationKind.RELATED)

    assert shown(page) == [("related", "De kracht")]


def test_two_things_that_differ_are_both_said(pages):
    page, insight = pages
    PageRelation.objects.create(source=insight, target=page, kind=RelationKind.SUPPORTS)
    PageRelation.objects.create(source=insight, target=page, kind=RelationKind.CONTRADICTS)

    assert {kind for kind, _title in shown(page)} == {"supports", "contradicts"}
