"""What the steps' forms share."""

from __future__ import annotations

from editorial.contributing import forms
from practices.contributing.answers import LABELS, REQUIRED


class StepForm(forms.StepForm):
    """One step of a practice example."""

    labels = LABELS
    needed = REQUIRED
