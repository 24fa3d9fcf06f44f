"""Organisations that want to join: the list, and deciding."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.asking import the_member
from organisations import invitations, joining, policy
from organisations.admin.forms import DecisionForm
from organisations.admin.permitted import PermittedFormView
from organisations.models import AllianceApplication, ApplicationState, Organisation

_PAGE_SIZE = 50
_MOST_ALIKE = 5


class ApplicationsView(WagtailAdminTemplateMixin, TemplateView):
    """Those that wait for a decision, the oldest first; or all of them."""

    template_name = "organisations/admin/applications.html"
    page_title = gettext_lazy("Aanmeldingen bij de alliantie")
    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """For who decides."""
        if not policy.may(request.user, "application.decide"):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """One page of the list."""
        all_of_them = bool(self.request.GET.get("alle"))
        rows = AllianceApplication.objects.select_related("municipality", "decided_by")
        rows = rows if all_of_them else pending()
        shown = Paginator(rows, _PAGE_SIZE).get_page(self.request.GET.get("p"))
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "applications": shown, "all_of_them": all_of_them}

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Only this list."""
        return [{"url": "", "label": str(self.page_title)}]


class DecideView(PermittedFormView):
    """GET shows the application; POST approves or refuses, as the button says."""

    action = "application.decide"
    form_class = DecisionForm
    template_name = "organisations/admin/decide.html"
    page_title = gettext_lazy("Aanmelding")
    header_icon = "mail"

    @cached_property
    def application(self) -> AllianceApplication:
        """What was asked."""
        rows = AllianceApplication.objects.select_related("organisation", "municipality", "decided_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Which organisation."""
        return self.application.name

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """From the list of applications."""
        return [
            {"url": reverse("organisations_applications:list"), "label": str(ApplicationsView.page_title)},
            {"url": "", "label": self.application.name},
        ]

    def get_initial(self) -> dict[str, Any]:
        """The organisation that the applicant named."""
        return {"organisation": self.application.organisation_id}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Organisations that may be the same one."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "application": self.application, "alike": _alike(self.application)}

    def form_valid(self, form: DecisionForm) -> HttpResponse:
        """Decide, and say so to the applicant."""
        try:
            if "refuse" in self.request.POST:
                joining.refuse(self.application, the_member(self.request), form.cleaned_data["reason"])
                said = _("De aanmelding van “%(name)s” is afgewezen. De aanvrager krijgt de reden per mail.")
            elif "approve" in self.request.POST:
                joining.approve(self.application, the_member(self.request), form.cleaned_data["organisation"])
                said = _("“%(name)s” is lid van de alliantie. De aanvrager is uitgenodigd als beheerder.")
            else:
                return self.form_invalid(form)
        except (joining.ApplicationDecidedError, invitations.InvitationRefusedError, ValidationError) as problem:
            form.add_error(None, problem.messages if isinstance(problem, ValidationError) else str(problem))
            return self.form_invalid(form)
        messages.success(self.request, said % {"name": self.application.name})
        return redirect("organisations_applications:list")


def pending() -> QuerySet[AllianceApplication]:
    """What waits for a decision, the oldest first."""
    waiting = AllianceApplication.objects.filter(state=ApplicationState.PENDING).select_related("municipality")
    return waiting.order_by("created_at", "pk")


def _alike(application: AllianceApplication) -> QuerySet[Organisation]:
    return Organisation.objects.filter(name__icontains=application.name).select_related("municipality")[:_MOST_ALIKE]
