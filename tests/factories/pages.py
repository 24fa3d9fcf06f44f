"""Pages of every kind, complete enough to be published. Give ``parent`` a page of the right listing."""

import datetime as dt
import json

import factory
import wagtail_factories
from django.utils import timezone

from editorial.evidence import Certainty, PracticeEvidence
from home.models import NewsPage, PlainPage, ThemePage
from networks.models import MeetingPage
from practices.models import InterventionPage, PracticePage, StepPlanPage
from research.models import InsightPage, Method, PolicyPage
from research.questions.models import AnswerPage
from tests.factories.people import SchoolFactory
from tests.factories.terms import ThemeFactory


def blocks(*pairs):
    """A StreamField's value from (block name, value) pairs."""
    return json.dumps([{"type": name, "value": value} for name, value in pairs])


class ContentPageFactory(wagtail_factories.PageFactory):
    """``themes``, ``levels`` … may be given as lists of terms."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda n: f"Pagina {n}")
    slug = factory.Sequence(lambda n: f"pagina-{n}")
    summary = "Waar deze pagina over gaat, in een enkele zin."
    first_published_at = factory.LazyFunction(timezone.now)
    last_published_at = factory.LazyFunction(timezone.now)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        terms = {name: kwargs.pop(name, ()) for name in ("themes", "levels", "subjects", "audiences", "regions")}
        page = super()._create(model_class, *args, **kwargs)
        page.themes.add(*terms.pop("themes"))
        for name, chosen in terms.items():
            getattr(page, name).set(chosen)
        page.save()
        return page


class InsightFactory(ContentPageFactory):
    class Meta:
        model = InsightPage

    question = "Werkt dit?"
    key_points = blocks(("point", "Het eerste punt."), ("point", "Het tweede punt."), ("point", "Het derde punt."))
    plain_summary = "<p>In gewone taal gezegd.</p>"
    for_classroom = "<p>Morgen in de klas.</p>"
    certainty = Certainty.GOOD_INDICATIONS
    certainty_explanation = "Er is eerlijk vergeleken."
    limits = "<p>De steekproef was klein.</p>"
    abstract = "<p>De wetenschappelijke samenvatting.</p>"
    method = Method.META_ANALYSIS
    reference_title = "A study of something"
    publication_date = dt.date(2021, 1, 1)
    published_in = "Tijdschrift"


class PracticeFactory(ContentPageFactory):
    class Meta:
        model = PracticePage

    school = factory.SubFactory(SchoolFactory)
    year = 2021
    occasion = "<p>Het liep niet.</p>"
    goal = "<p>Het moet lopen.</p>"
    approach = blocks(("step", {"title": "Begin", "text": "<p>Begin klein.</p>"}))
    duration = "6 weken"
    result = "<p>Het loopt.</p>"
    measured_how = "<p>Geteld voor en na.</p>"
    evidence = PracticeEvidence.MEASURED


class InterventionFactory(ContentPageFactory):
    class Meta:
        model = InterventionPage

    what = "<p>Wat het is.</p>"


class StepPlanFactory(ContentPageFactory):
    class Meta:
        model = StepPlanPage

    intro = "<p>Samen in stappen.</p>"
    steps = blocks(
        *(
            (
                "step",
                {
                    "title": f"Stap {n}",
                    "result": "Een resultaat.",
                    "content": "<p>Zo.</p>",
                    "questions": ["Wie?"],
                },
            )
            for n in (1, 2)
        )
    )


class PolicyFactory(ContentPageFactory):
    class Meta:
        model = PolicyPage

    decided_by = "De gemeente"
    effective_from = dt.date(2021, 1, 1)
    for_whom = "<p>Voor scholen.</p>"
    asks_of_school = "<ul><li>Een plan.</li></ul>"


class AnswerFactory(ContentPageFactory):
    class Meta:
        model = AnswerPage

    asked_as = "Werkt dit ook bij ons?"
    short_answer = "<p>Ja, meestal.</p>"
    explanation = blocks(("text", "<p>Zo werkt het.</p>"))
    certainty = Certainty.GOOD_INDICATIONS
    certainty_explanation = "Er is eerlijk vergeleken."
    answered_on = dt.date(2021, 1, 1)


class NewsFactory(ContentPageFactory):
    class Meta:
        model = NewsPage

    date = dt.date(2021, 6, 1)
    body = blocks(("text", "<p>Nieuws.</p>"))


class PlainPageFactory(ContentPageFactory):
    class Meta:
        model = PlainPage

    body = blocks(("text", "<p>Tekst.</p>"))


class MeetingFactory(ContentPageFactory):
    class Meta:
        model = MeetingPage

    starts_at = dt.datetime(2021, 6, 23, 10, 45, tzinfo=dt.UTC)
    ends_at = dt.datetime(2021, 6, 23, 12, 0, tzinfo=dt.UTC)
    is_online = True
    body = "<p>Waar het over gaat.</p>"


class ThemePageFactory(ContentPageFactory):
    class Meta:
        model = ThemePage

    theme = factory.SubFactory(ThemeFactory)
    known = "<p>Wat we weten.</p>"
