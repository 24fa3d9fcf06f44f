"""Asking a researcher to look into a question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from editorial.groups import RESEARCHER
from research.questions.models import Question


class AssignForm(forms.Form):
    """Whom to ask: a researcher of the site, or another member by mail address."""

    researcher = forms.ModelChoiceField(User.objects.none(), label=_("Onderzoeker"), required=False)
    email = forms.EmailField(label=_("Of een ander lid, met het e-mailadres van het account"), required=False)

    def __init__(self, question: Question, data: Any = None) -> None:
        super().__init__(data)
        self.question = question
        group = Group.objects.filter(name=RESEARCHER).first()
        users = group.user_set.filter(is_active=True) if group else User.objects.none()
        field = self.fields["researcher"]
        if isinstance(field, forms.ModelChoiceField):
            known = list(users.select_related("profile").order_by("pk")[:200])
            field.queryset = users
            field.choices = [
                ("", _("kies")),
                *((str(user.pk), user.profile.display_name or user.email) for user in known),
            ]

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        cleaned = super().clean() or self.cleaned_data
        chosen = cleaned.get("researcher")
        if chosen is None and cleaned.get("email"):
            chosen = User.objects.filter(email__iexact=cleaned["email"], is_active=True).first()
            if chosen is None:
                self.add_error("email", _("Er is geen account met dit adres."))
        elif chosen is None and not self.errors:
            self.add_error("researcher", _("Kies wie je vraagt."))
        cleaned["chosen"] = chosen
        return cleaned
