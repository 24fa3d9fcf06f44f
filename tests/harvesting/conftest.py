"""A small site with one page of every kind, terms, authors and files, for what machines read of it."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from editorial.models import PageAuthor, PageRelation, RelationKind
from keeping.models import DossierIndexPage, DossierPage
from research.projects.models import ProjectIndexPage
from research.questions.models import AnswerIndexPage
from tests.factories import (
    AnswerFactory,
    AudienceFactory,
    InsightFactory,
    InterventionFactory,
    LevelFactory,
    MeetingFactory,
    NewsFactory,
    PersonFactory,
    PlainPageFactory,
    PolicyFactory,
    PracticeFactory,
    StepPlanFactory,
    SubjectFactory,
    ThemeFactory,
    ThemePageFactory,
    small_site,
)
from tests.factories.pages import ContentPageFactory, blocks
from tests.factories.projects import ProjectLineFactory

OBK = "http://purl.edustandaard.nl/begrippenkader/"


class DossierFactory(ContentPageFactory):
    class Meta:
        model = DossierPage


@pytest.fixture(autouse=True)
def nobody_asked_before():
    """Requests are counted in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def everything(db, settings, tmp_path):
    """Pages by the code of their kind, below ``site``; the insight has all that a page can have."""
    settings.MEDIA_ROOT = str(tmp_path)
    site = small_site()
    theme = ThemeFactory(slug="lezen", name="Lezen")
    terms = {
        "themes": [theme],
        "levels": [LevelFactory(code="groep-5", label="groep 5", uri=OBK + "level")],
        "subjects": [SubjectFactory(code="taal", label="Nederlands", uri=OBK + "subject")],
        "audiences": [AudienceFactory(code="leraar", label="leraar")],
    }
    document = get_document_model()(title="Artikel", licence="cc-by", file_size=4)
    document.file.save("artikel.pdf", ContentFile(b"%PDF"))
    document.save()
    pages = {
        "insight": InsightFactory(
            parent=site.insights,
            slug="inzicht",
            title="Lezen & <begrijpen>",
            doi="10.1000/abc",
            pages="12-19",
            volume="3",
            files=blocks(("download", {"document": document.pk, "title": "Het artikel", "description": ""})),
            plain_summary=f'<p>Gewoon <a linktype="page" id="{site.home.pk}">gezegd</a>.</p>',
            **terms,
        ),
        "practice": PracticeFactory(parent=site.practices, slug="voorbeeld", **terms),
        "intervention": InterventionFactory(parent=site.interventions, slug="interventie", **terms),
        "step_plan": StepPlanFactory(parent=site.step_plans, slug="plan", **terms),
        "policy": PolicyFactory(parent=site.policies, slug="stuk"),
        "news": NewsFactory(parent=site.news, slug="bericht", flyer=document),
        "meeting": MeetingFactory(parent=site.meetings, slug="bijeenkomst", **terms),
        "theme": ThemePageFactory(parent=site.themes, slug="lezen", theme=theme),
        "page": PlainPageFactory(parent=site.home, slug="over-ons"),
    }
    lists = {
        model: site.home.add_child(instance=model(title=slug, slug=slug, **own))
        for model, slug, own in (
            (AnswerIndexPage, "kennisvragen", {}),
            (DossierIndexPage, "dossiers", {}),
            (ProjectIndexPage, "ona", {"intro": "Samen uitzoeken."}),
        )
    }
    pages["project"] = ProjectLineFactory(parent=lists[ProjectIndexPage], slug="lijn")
    pages["answer"] = AnswerFactory(
        parent=lists[AnswerIndexPage],
        slug="antwoord",
        title="Werkt huiswerk in groep 7?",
        asked_on=dt.date(2020, 9, 1),
        references=blocks(
            ("reference", {"reference": "Een studie. (2020).", "address": "https://doi.org/10.1000/xyz"}),
            ("reference", {"reference": "Een boek. (1990).", "address": ""}),
        ),
        levels=terms["levels"],
    )
    pages["dossier"] = DossierFactory(
        parent=lists[DossierIndexPage],
        slug="dossier",
        intro="<p>Begin hier.</p>",
        parts=blocks(*(("part", {"page": pages[kind].pk, "note": ""}) for kind in ("practice", "news", "insight"))),
    )
    people = [
        PersonFactory(
            given_name="Greetje", particle="van der", family_name="Werf", orcid="0000-0002-1825-0097", slug="greetje"
        ),
        PersonFactory(given_name="", family_name="Onderwijsraad", slug="raad"),
    ]
    for order, person in enumerate(people):
        PageAuthor.objects.create(page=pages["insight"], person=person, affiliation="Universiteit", sort_order=order)
    PageAuthor.objects.create(page=pages["answer"], person=people[0])
    PageRelation.objects.create(source=pages["insight"], target=pages["practice"], kind=RelationKind.SUPPORTS)
    return SimpleNamespace(site=site, term=theme, people=people, document=document, pages=pages, **pages)
