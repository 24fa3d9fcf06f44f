"""Practice examples, the menukaart of interventions, step plans."""

from practices.models.intervention import Category, Edition, InterventionFigure, InterventionPage
from practices.models.listings import MenukaartPage, PracticeIndexPage, StepPlanIndexPage
from practices.models.practice import PracticePage
from practices.models.step_plan import StepPlanPage

__all__ = [
    "Category",
    "Edition",
    "InterventionFigure",
    "InterventionPage",
    "MenukaartPage",
    "PracticeIndexPage",
    "PracticePage",
    "StepPlanIndexPage",
    "StepPlanPage",
]
