"""What the steps' forms share."""

from __future__ import annotations

from editorial.contributing import forms
from research.publications.answers import LABELS, REQUIRED


class StepForm(forms.StepForm):
    """One step of a publication."""

    labels = LABELS
    needed = REQUIRED
