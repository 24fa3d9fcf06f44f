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
    """Keep a file with the fingerprint of its report. Raises :class:`FileRefusedError`."""
    made = report(content)
    kept = RegisterImport.objects.create(
        file_name=file_name[:200], content=content, fingerprint=made.fingerprint(), made_by=by
    )
    return kept, made


def look_again(kept: RegisterImport) -> ImportPlan:
    """The report as it is now; from here on that is the one agreed to."""
    made = report(bytes(kept.content))
    RegisterImport.objects.filter(pk=kept.pk).update(fingerprint=made.fingerprint())
    return made


@transaction.atomic
def carry_out(kept: RegisterImport, by: User) -> ImportPlan:
    """Apply a kept file, once. Raises :class:`DataChangedError` when it was applied or the register changed."""
    locked = RegisterImport.objects.select_for_update().get(pk=kept.pk)
    if locked.applied_at is not None:
        raise DataChangedError(_("Dit bestand is al verwerkt."))
    made = apply(bytes(locked.content), expected=locked.fingerprint, by=by)
    locked.applied_at = timezone.now()
    locked.content = b""
    locked.save(update_fields=["applied_at", "content"])
    return made
