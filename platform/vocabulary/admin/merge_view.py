"""Merging two themes: choose, see what moves, confirm."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from vocabulary.admin.forms import MergeForm
from vocabulary.merging import MergePlan, MergeRefusedError, merge_themes, plan_merge
from vocabulary.models import Theme

#: Name of the button that carries the merge out.
CONFIRM = "confirm"


class MergeThemeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """GET asks for the theme that stays; POST shows what moves, and with the second button moves it."""

    model = Theme
    form_class = MergeForm
    permission_required = "delete"
    template_name = "vocabulary/admin/merge_theme.html"
    page_title = gettext_lazy("Thema samenvoegen")
    header_icon = "resubmit"

    @cached_property
    def source(self) -> Theme:
        """The theme that goes."""
        return get_object_or_404(Theme, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Which theme goes."""
        return self.source.name

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """From the list of themes."""
        return [
            {"url": reverse("themas_beheren:index"), "label": str(Theme._meta.verbose_name_plural)},
            {"url": reverse("themas_beheren:edit", args=[self.source.pk]), "label": self.source.name},
            {"url": "", "label": _("Samenvoegen")},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form leaves out the theme that goes."""
        return {**super().get_form_kwargs(), "source": self.source}

    def form_valid(self, form: MergeForm) -> HttpResponse:
        """Show the plan, or carry it out."""
        target = get_object_or_404(Theme, pk=form.cleaned_data["target"])
        try:
            if CONFIRM not in self.request.POST:
                return self.render_to_response(self.get_context_data(form=form, plan=plan_merge(self.source, target)))
            plan = merge_themes(self.source.pk, target.pk, user=self.request.user)
        except MergeRefusedError as refused:
            form.add_error("target", str(refused))
            return self.form_invalid(form)
        return self._merged(self.request, plan)

    @staticmethod
    def _merged(request: HttpRequest, plan: MergePlan) -> HttpResponse:
        messages.success(
            request,
            _("“%(source)s” is samengevoegd met “%(target)s”.")
            % {"source": plan.source.name, "target": plan.target.name},
        )
        return redirect("themas_beheren:edit", plan.target.pk)
