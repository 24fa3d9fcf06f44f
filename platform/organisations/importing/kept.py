"""A file between its report and the word of an editor."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from organisations.importing.applying import DataChangedError, apply, report
from organisations.importing.plan import ImportPlan
from organisations.models import RegisterImport


def keep(file_name: str, content: bytes, by: User) -> tuple[RegisterImport, ImportPlan]:
    """Keep a file of which the report can be made. Raises :class:`FileRefusedError`."""
    made = report(content)
    return RegisterImport.objects.create(file_name=file_name[:200], content=content, made_by=by), made


def report_of(kept: RegisterImport) -> ImportPlan:
    """What the file would do now."""
    return report(bytes(kept.content))


@transaction.atomic
def carry_out(kept: RegisterImport, agreed: str, by: User) -> ImportPlan:
    """Apply a kept file, once, when its report still has the fingerprint that was agreed to.

    Raises :class:`DataChangedError` when it was applied already or would do something else by now.
    """
    locked = RegisterImport.objects.select_for_update().get(pk=kept.pk)
    if locked.applied_at is not None:
        raise DataChangedError(_("Dit bestand is al verwerkt."))
    made = apply(bytes(locked.content), expected=agreed, by=by)
    locked.applied_at = timezone.now()
    locked.content = b""
    locked.save(update_fields=["applied_at", "content"])
    return made
