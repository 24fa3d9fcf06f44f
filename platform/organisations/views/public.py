"""The register for everyone: a list, and a page of each organisation."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from caching.policy import cached
from organisations import listing, policy, shared_by
from organisations.membership import is_member
from organisations.models import MergedOrganisation, Organisation, OrganisationKind
from organisations.pagination import page_links

_MOST_SCHOOLS = 60


@require_safe
@cached(*listing.PARAMETERS, except_with=("q",))
def organisation_list(request: HttpRequest) -> HttpResponse:
    """All organisations by name, to be narrowed by name, kind, municipality and whether they joined."""
    wanted = listing.wanted_from(request.GET.dict())
    page = listing.found(wanted)
    return render(
        request,
        "organisations/list.html",
        {
            "wanted": wanted,
            "organisations": page.object_list,
            "total": page.paginator.count,
            "kinds": OrganisationKind.choices,
            "municipalities": listing.municipalities_with_organisations(),
            **page_links(page, request.path, wanted.query),
        },
    )


@require_safe
def organisation_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What an organisation is, and what it shares with this reader."""
    organisation = Organisation.objects.select_related("board", "municipality__region").filter(slug=slug).first()
    if organisation is None:
        return _moved(slug)
    viewer = request.user
    return render(
        request,
        "organisations/page.html",
        {
            "organisation": organisation,
            "sections": shared_by.sections(organisation, viewer),
            "schools": organisation.schools.order_by("name")[:_MOST_SCHOOLS] if _may_have_schools(organisation) else (),
            "is_member": is_member(viewer, organisation),
            "may_manage": policy.may(viewer, "organisation.manage", organisation),
        },
    )


def _may_have_schools(organisation: Organisation) -> bool:
    return organisation.kind == OrganisationKind.BOARD


def _moved(slug: str) -> HttpResponseBase:
    """To the organisation in which the one that had this address was merged. Raises Http404 without one."""
    merged = MergedOrganisation.objects.select_related("organisation").filter(slug=slug).first()
    if merged is None:
        raise Http404(slug)
    return redirect(merged.organisation.get_absolute_url(), permanent=True)
