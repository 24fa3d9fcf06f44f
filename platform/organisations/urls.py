"""Addresses of organisations."""

from __future__ import annotations

from django.urls import path, re_path

from organisations.tokens import LENGTH
from organisations.views import belonging, joining, public
from organisations.views.invitation import invitation
from organisations.views.management import domains, invitations, people, requests

app_name = "organisations"
_MANAGED = "organisaties/<slug:slug>/beheer/"

urlpatterns = [
    path("aansluiten/", joining.join, name="join"),
    path("aansluiten/bedankt/", joining.thanks, name="join_thanks"),
    path("account/organisaties/", belonging.mine, name="mine"),
    path("organisaties/", public.organisation_list, name="list"),
    re_path(rf"^organisaties/uitnodiging/(?P<token>[\w-]{{{LENGTH}}})/$", invitation, name="invitation"),
    path("organisaties/<slug:slug>/", public.organisation_page, name="page"),
    path("organisaties/<slug:slug>/lid-worden/", belonging.become_member, name="become_member"),
    path("organisaties/<slug:slug>/verzoek-intrekken/", belonging.withdraw_request, name="withdraw_request"),
    path("organisaties/<slug:slug>/verlaten/", belonging.leave, name="leave"),
    path(_MANAGED, people.people, name="manage_people"),
    path(f"{_MANAGED}leden/<int:pk>/rol/", people.set_role, name="manage_role"),
    path(f"{_MANAGED}leden/<int:pk>/doorlopen/", people.keep, name="manage_keep"),
    path(f"{_MANAGED}leden/<int:pk>/beeindigen/", people.end, name="manage_end"),
    path(f"{_MANAGED}uitnodigingen/", invitations.invite, name="manage_invitations"),
    path(f"{_MANAGED}uitnodigingen/<int:pk>/intrekken/", invitations.withdraw, name="manage_withdraw"),
    path(f"{_MANAGED}verzoeken/", requests.requests, name="manage_requests"),
    path(f"{_MANAGED}verzoeken/<int:pk>/", requests.decide, name="manage_decide"),
    path(f"{_MANAGED}maildomeinen/", domains.domains, name="manage_domains"),
    path(f"{_MANAGED}maildomeinen/<int:pk>/weg/", domains.remove, name="manage_remove_domain"),
]
