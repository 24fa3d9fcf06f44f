"""Importing organisations: a file, the report of what it changes, and carrying that out."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import BaseFormView
from wagtail.admin import messages

from accounts.asking import the_member
from organisations.admin.forms import UploadForm
from organisations.admin.permitted import PermittedFormView
from organisations.importing import kept
from organisations.importing.applying import DataChangedError
from organisations.importing.plan import ImportPlan
from organisations.importing.reading import FileRefusedError
from organisations.models import OrganisationKind, RegisterImport
from organisations.models.organisation import field_label

#: So many rows of each sort are shown; the numbers are of all.
MOST_SHOWN = 200


class UploadView(PermittedFormView):
    """Takes the file in and shows the report."""

    action = "register.import"
    form_class = UploadForm
    template_name = "organisations/admin/upload.html"
    page_title = gettext_lazy("Organisaties importeren")
    header_icon = "upload"

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Keep it until the editor has seen the report; a file that makes no sense is refused here."""
        file = form.cleaned_data["file"]
        try:
            made, _plan = kept.keep(file.name or "", file.read(), the_member(self.request))
        except FileRefusedError as refused:
            form.add_error("file", str(refused))
            return self.form_invalid(form)
        return redirect("organisations_admin:import_report", made.pk)


class ReportView(PermittedFormView, BaseFormView):
    """GET shows what the file changes; POST does that."""

    action = "register.import"
    template_name = "organisations/admin/import_report.html"
    page_title = gettext_lazy("Wat het bestand verandert")
    header_icon = "upload"

    @cached_property
    def kept(self) -> RegisterImport:
        """One's own upload, as long as it was not carried out."""
        waiting = RegisterImport.objects.filter(applied_at__isnull=True, made_by=the_member(self.request))
        return get_object_or_404(waiting, pk=self.kwargs["pk"])

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The report as it is now. What is agreed to, is the fingerprint that stands in the form."""
        made = kept.report_of(self.kept)
        return self.render_to_response(self.get_context_data(plan=made, **_shown(made)))

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """All of it or nothing; back to the report when something changed meanwhile."""
        try:
            made = kept.carry_out(self.kept, request.POST.get("fingerprint", ""), the_member(request))
        except DataChangedError as changed:
            messages.error(request, str(changed))
            return redirect("organisations_admin:import_report", self.kept.pk)
        numbers = {"new": len(made.new), "changed": len(made.changed)}
        messages.success(request, _("%(new)s organisaties toegevoegd en %(changed)s gewijzigd.") % numbers)
        return redirect("wagtailsnippets_organisations_organisation:list")

    def get_form(self, form_class: Any = None) -> None:
        """There is nothing to fill in."""


def _shown(made: ImportPlan) -> dict[str, Any]:
    """The rows that the page shows, in words."""
    labels = {name: field_label(name) for name in _FIELDS}
    kinds = dict(OrganisationKind.choices)
    return {
        "fingerprint": made.fingerprint(),
        "most_shown": MOST_SHOWN,
        "new": [{"row": row, "kind": kinds[row.kind]} for row in made.new[:MOST_SHOWN]],
        "changed": [
            {"row": row, "changes": [(labels[change.field], change.old, change.new) for change in row.changes]}
            for row in made.changed[:MOST_SHOWN]
        ],
        "refused": made.refused[:MOST_SHOWN],
    }


_FIELDS = ("name", "code", "website", "board", "municipality")
