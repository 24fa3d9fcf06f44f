"""Asking a question, and what asker, kennismakelaar and researchers fill in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.profiles import display_name
from editorial.groups import RESEARCHER
from organisations import form_tokens
from research.questions.asking import Asked, Person
from research.questions.limits import may_ask
from research.questions.models import Outcome, Question
from research.questions.referring import Goal, goal_at
from vocabulary.memory import vocabulary
from vocabulary.models import Level, Subject, Theme
from vocabulary.tree import in_tree_order


class PersonFields(forms.Form):
    """Name and address of whoever has no account; a member is known already."""

    name = forms.CharField(label=_("Jouw naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Jouw e-mailadres"),
        help_text=_("We sturen een mail om te controleren dat dit adres van jou is. Niemand anders ziet het."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user = request.user if isinstance(request.user, User) else None
        self.identity = ""
        self.initial.setdefault("token", form_tokens.new())
        if self.user is not None:
            del self.fields["name"], self.fields["email"]

    def clean(self) -> dict[str, Any]:
        """Whether the form was made here, by a person's speed."""
        cleaned = super().clean() or self.cleaned_data
        try:
            self.identity = form_tokens.identity(cleaned.get("token", ""))
        except form_tokens.FormTokenError:
            if not self.errors:
                self.data = {**{name: self.data[name] for name in self.data}, "token": form_tokens.new()}
                message = _("Lees je vraag nog even na en verstuur die dan opnieuw.")
                raise forms.ValidationError(message) from None
        return cleaned

    def refuse_too_many(self) -> bool:
        """Whether the limit was reached; then the form says so."""
        if may_ask(self.request, self.user, self.cleaned_data.get("email", "")):
            return False
        self.add_error(None, _("Er zijn net te veel vragen gesteld. Probeer het later opnieuw."))
        return True

    def person(self) -> Person:
        """Who filled it in."""
        if self.user is not None:
            return Person(user=self.user)
        return Person(name=self.cleaned_data["name"], email=self.cleaned_data["email"])


class AskForm(PersonFields):
    """A question with what helps to understand it."""

    wording = forms.CharField(
        label=_("Je vraag"),
        max_length=300,
        help_text=_("In één zin. Vertel wie het betreft, en wat je wilt weten. Noem geen namen van leerlingen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    level = forms.ModelChoiceField(Level.objects.all(), label=_("Voor welke groep?"), required=False)
    subject = forms.ModelChoiceField(Subject.objects.all(), label=_("Voor welk vak?"), required=False)
    theme = forms.ModelChoiceField(Theme.objects.all(), label=_("Over welk thema?"), required=False)
    why = forms.CharField(
        label=_("Waarom is dit voor jou belangrijk?"),
        max_length=1500,
        required=False,
        help_text=_("Wat wil je ermee beslissen of veranderen? Dit lezen alleen wie je vraag behandelen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    tried = forms.CharField(
        label=_("Wat heb je al geprobeerd of gelezen?"),
        max_length=1500,
        required=False,
        help_text=_("Ook dit lezen alleen wie je vraag behandelen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    field_order = ("wording", "level", "subject", "theme", "why", "tried", "name", "email", "token")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("level", "subject", "theme"):
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                terms = in_tree_order(vocabulary().of_kind(name))
                labels = [(str(term.pk), "– " * depth + term.label) for term, depth in terms]
                field.choices = [("", _("maakt niet uit")), *labels]

    def clean_wording(self) -> str:
        """On one line, and long enough to be a question."""
        wording = " ".join(str(self.cleaned_data["wording"]).split())
        if len(wording) < 15:
            raise forms.ValidationError(_("Schrijf je vraag in een hele zin."))
        return wording

    def asked(self) -> Asked:
        """What was filled in."""
        names = ("wording", "why", "tried", "level", "subject", "theme")
        return Asked(**{name: self.cleaned_data[name] for name in names})


class MessageForm(forms.Form):
    """Something to say."""

    text = forms.CharField(
        label=_("Bericht"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4, "id": "bericht-tekst"})
    )


class ProposalForm(forms.Form):
    """Another wording for the question."""

    wording = forms.CharField(
        label=_("Voorstel voor de vraag"),
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3, "id": "voorstel-vraag"}),
    )
    text = forms.CharField(
        label=_("Toelichting"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "id": "voorstel-toelichting"}),
    )


class ReasonForm(forms.Form):
    """Why it is not looked into."""

    reason = forms.CharField(
        label=_("Reden"),
        max_length=1500,
        help_text=_("De vragensteller leest dit. Zeg ook wat wel kan helpen."),
        widget=forms.Textarea(attrs={"rows": 4, "id": "afwijzen-reden"}),
    )


class ReferForm(forms.Form):
    """Where the answer is to be had, and why there."""

    address = forms.CharField(
        label=_("Adres op deze site"),
        max_length=500,
        help_text=_("Van een inzicht of andere pagina, een kennisvraag of een organisatie. Plak het hele adres."),
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    reason = forms.CharField(
        label=_("Waarom daar"),
        max_length=1500,
        help_text=_("De vragensteller en wie de vraag volgt, lezen dit."),
        widget=forms.Textarea(attrs={"rows": 4, "id": "doorverwijzen-reden"}),
    )

    def clean_address(self) -> Goal:
        """What stands there."""
        goal = goal_at(self.cleaned_data["address"])
        if goal is None:
            raise forms.ValidationError(_("Daar staat op deze site niets dat iedereen kan lezen."))
        return goal


class PromiseForm(forms.Form):
    """Another day."""

    day = forms.DateField(label=_("Uiterlijk op"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))

    why = forms.CharField(
        label=_("Waarom een andere dag?"),
        max_length=1500,
        required=False,
        help_text=_("De vragensteller krijgt er een mail over, met dit erbij."),
        widget=forms.Textarea(attrs={"rows": 3, "id": "beloven-waarom"}),
    )

    def clean_day(self) -> Any:
        """Not in the past."""
        day = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return day


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


class OutcomeForm(forms.Form):
    """Whether the answer helped, in a minute."""

    outcome = forms.ChoiceField(choices=Outcome.choices, widget=forms.RadioSelect, label=_("Heeft het geholpen?"))
    words = forms.CharField(
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=_("Wat deed je ermee?"),
        help_text=_("Dit lezen alleen de kennismakelaars. Noem geen namen van leerlingen."),
    )


def name_of(user: User | None) -> str:
    """How a researcher or kennismakelaar is named in a conversation."""
    if user is None:
        return display_name(None)
    return user.profile.display_name or user.get_full_name() or display_name(user)
