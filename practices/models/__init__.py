"""Practice examples, the menukaart of interventions, step plans."""

from practices.contributing.models import Submission, SubmissionPicture
from practices.models.intervention import Category, Edition, InterventionFigure, InterventionPage
from practices.models.listings import MenukaartPage, PracticeIndexPage, StepPlanIndexPage
from practices.models.practice import PracticePage
from practices.models.step_plan import StepPlanPage
from practices.trying.models import Outcome, TryOut

__all__ = [
    "Category",
    "Edition",
    "InterventionFigure",
    "InterventionPage",
    "MenukaartPage",
    "Outcome",
    "PracticeIndexPage",
    "PracticePage",
    "StepPlanIndexPage",
    "StepPlanPage",
    "Submission",
    "SubmissionPicture",
    "TryOut",
]
