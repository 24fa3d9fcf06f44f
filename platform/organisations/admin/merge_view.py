"""Merging two organisations: choose, see what moves, confirm."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from accounts.asking import the_member
from organisations.admin.forms import MergeForm
from organisations.admin.permitted import PermittedFormView
from organisations.merging import MergeRefusedError, merge_organisations, plan_merge
from organisations.models import Organisation

#: Name of the button that carries the merge out.
CONFIRM = "confirm"


class MergeOrganisationView(PermittedFormView):
    """GET asks for the organisation that stays; POST shows what moves, and with the second button moves it."""

    action = "register.merge"
    form_class = MergeForm
    template_name = "organisations/admin/merge.html"
    page_title = gettext_lazy("Organisatie samenvoegen")
    header_icon = "resubmit"

    @cached_property
    def source(self) -> Organisation:
        """The organisation that goes."""
        return get_object_or_404(Organisation, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Which organisation goes."""
        return self.source.name

    def form_valid(self, form: MergeForm) -> HttpResponse:
        """Show the plan, or carry it out."""
        target = form.cleaned_data["target"]
        try:
            if CONFIRM not in self.request.POST:
                return self.render_to_response(self.get_context_data(form=form, plan=plan_merge(self.source, target)))
            plan = merge_organisations(self.source.pk, target.pk, user=the_member(self.request))
        except MergeRefusedError as refused:
            form.add_error("target", str(refused))
            return self.form_invalid(form)
        names = {"source": plan.source.name, "target": plan.target.name}
        messages.success(self.request, _("“%(source)s” is samengevoegd met “%(target)s”.") % names)
        return redirect("wagtailsnippets_organisations_organisation:edit", plan.target.pk)
