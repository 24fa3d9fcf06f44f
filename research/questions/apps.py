"""Kennisvragen: a question from school becomes an answer."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    """Kennisvragen: a question from school becomes an answer."""

    name = "research.questions"
    label = "questions"
    verbose_name = _("Kennisvragen")
