"""Makes what tests need: terms, people, organisations, a small site with pages of every kind."""

from tests.factories.leerlabs import LeerlabFactory, MembershipFactory, leerlab_index
from tests.factories.pages import (
    AnswerFactory,
    InsightFactory,
    InterventionFactory,
    MeetingFactory,
    NewsFactory,
    PlainPageFactory,
    PolicyFactory,
    PracticeFactory,
    StepPlanFactory,
    ThemePageFactory,
)
from tests.factories.people import MunicipalityFactory, PersonFactory, SchoolFactory, UserFactory
from tests.factories.site import SmallSite, small_site
from tests.factories.terms import AudienceFactory, LevelFactory, RegionFactory, SubjectFactory, ThemeFactory

__all__ = [
    "AnswerFactory",
    "AudienceFactory",
    "InsightFactory",
    "InterventionFactory",
    "LeerlabFactory",
    "LevelFactory",
    "MeetingFactory",
    "MembershipFactory",
    "MunicipalityFactory",
    "NewsFactory",
    "PersonFactory",
    "PlainPageFactory",
    "PolicyFactory",
    "PracticeFactory",
    "RegionFactory",
    "SchoolFactory",
    "SmallSite",
    "StepPlanFactory",
    "SubjectFactory",
    "ThemeFactory",
    "ThemePageFactory",
    "UserFactory",
    "leerlab_index",
    "small_site",
]
