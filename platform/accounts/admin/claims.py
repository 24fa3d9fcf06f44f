"""Claims of person records, for editors to decide."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from accounts import claims
from accounts.models import ClaimState, PersonClaim, User


class DecidedByEditorsOnly(ModelPermissionPolicy):
    """Nobody makes a claim for somebody else."""

    def user_has_permission(self, user: User, action: str) -> bool:
        """Everything but adding, as the group's permissions say."""
        return action != "add" and bool(super().user_has_permission(user, action))

    def users_with_any_permission(self, actions: Any) -> Any:
        """Whoever may decide."""
        return super().users_with_any_permission(set(actions) - {"add"})


class ClaimDecisionForm(WagtailAdminModelForm):
    """Choosing confirmed or refused carries the decision out, and tells who asked."""

    def clean_state(self) -> str:
        """A decision stands. Raises ValidationError for changing it, or for a record that has an owner meanwhile."""
        state: str = self.cleaned_data["state"]
        before = PersonClaim.objects.get(pk=self.instance.pk)
        if before.state not in {ClaimState.OPEN, state}:
            raise ValidationError(_("Dit is al beoordeeld. Verander zo nodig het account bij de persoon zelf."))
        confirms = before.state == ClaimState.OPEN and state == ClaimState.CONFIRMED
        if confirms and not claims.may_claim(before.person, before.user):
            raise ValidationError(_("Deze persoon hoort al bij een account, of dit lid al bij een persoon."))
        return state

    def save(self, commit: bool = True) -> PersonClaim:
        """Decide; nothing else of a claim changes here."""
        return claims.decide(self.instance, ClaimState(self.cleaned_data["state"]), self.for_user)


class PersonClaimViewSet(SnippetViewSet):
    """Who says to be whom."""

    model = PersonClaim
    icon = "user"
    base_url_path = "aanspraken"
    menu_label = gettext_lazy("Wie is wie")
    list_display = ["person", "user", "state", "asked_at"]
    list_filter = ["state"]
    list_per_page = 50
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("person", read_only=True),
            FieldPanel("user", read_only=True),
            FieldPanel("explanation", read_only=True),
            FieldPanel("state"),
        ],
        base_form_class=ClaimDecisionForm,
    )
