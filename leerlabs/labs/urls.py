"""Addresses of Leerlabs themselves: taking part, and the pages of the hosts."""

from __future__ import annotations

from django.urls import path

from leerlabs.labs.views import collections, inviting, joining, managing, members, mine, searching

urlpatterns = [
    path("leerlabs/mijn/", mine.mine, name="mine"),
    path("leerlabs/uitnodiging/<str:token>/", inviting.invitation, name="invitation"),
    path("leerlabs/<slug:slug>/deelnemen/", joining.join, name="join"),
    path("leerlabs/<slug:slug>/verlaten/", joining.leave, name="leave"),
    path("leerlabs/<slug:slug>/leden/", members.members, name="members"),
    path("leerlabs/<slug:slug>/zoeken/", searching.search, name="search"),
    path("leerlabs/<slug:slug>/bewaard/", collections.kept, name="collections"),
    path("leerlabs/<slug:slug>/beheer/", managing.settings, name="manage"),
    path("leerlabs/<slug:slug>/beheer/afsluiten/", managing.archive, name="archive"),
    path("leerlabs/<slug:slug>/beheer/leden/", managing.members, name="manage_members"),
    path("leerlabs/<slug:slug>/beheer/leden/<int:pk>/rol/", managing.role, name="role"),
    path("leerlabs/<slug:slug>/beheer/leden/<int:pk>/verwijderen/", managing.remove, name="remove"),
    path("leerlabs/<slug:slug>/beheer/aanvragen/", managing.requests, name="requests"),
    path("leerlabs/<slug:slug>/beheer/uitnodigingen/", managing.invitations, name="invitations"),
    path("leerlabs/<slug:slug>/beheer/uitnodigingen/<int:pk>/intrekken/", managing.withdraw, name="withdraw"),
]
