"""The step of the workflow in which a page is approved."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState


class EditorialApprovalTask(AbstractGroupApprovalTask):
    """Approval by a group. A page that may not be published cannot be approved: it stays under review."""

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: AbstractBaseUser, action_name: str, **kwargs: Any) -> str | None:
        """Carries the action out; instead of a refused approval, the address of the form that says why."""
        from editorial.rights import obstacles_to_publishing

        if action_name == "approve":
            page = task_state.workflow_state.content_object.get_latest_revision_as_object()
            if obstacles_to_publishing(page):
                return reverse("wagtailadmin_pages:edit", args=[page.pk])
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> Promise:
        """Shown where workflows are put together."""
        return _(
            "Leden van de gekozen groepen keuren goed. Een pagina zonder beeldrechten kan niet worden goedgekeurd."
        )

    class Meta(AbstractGroupApprovalTask.Meta):
        abstract = False
        verbose_name = _("goedkeuring door de redactie")
        verbose_name_plural = _("goedkeuringen door de redactie")
