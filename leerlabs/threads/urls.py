"""Addresses of threads and posts, of files, and of feeds."""

from __future__ import annotations

from django.urls import path

from leerlabs.attachments.views import attachment
from leerlabs.threads.views import acting, asking_research, distilling, feeds, helping, reading, replying, starting

_THREAD = "leerlabs/<slug:slug>/gesprekken/<int:pk>/"
_POST = _THREAD + "berichten/<int:post_pk>/"

urlpatterns = [
    path("leerlabs/bespreek/<int:page_id>/", starting.discuss, name="discuss"),
    path("leerlabs/feed/", feeds.manage, name="feed_address"),
    path("leerlabs/feed/<str:token>/", feeds.feed, name="feed"),
    path("leerlabs/<slug:slug>/gesprekken/nieuw/", starting.new, name="start"),
    path("leerlabs/<slug:slug>/namen/", helping.names, name="names"),
    path("leerlabs/<slug:slug>/concept/", helping.draft, name="draft"),
    path("leerlabs/<slug:slug>/concept/weg/", helping.discard, name="discard_draft"),
    path("leerlabs/<slug:slug>/bijlagen/<uuid:key>/<str:name>", attachment, name="attachment"),
    path(_THREAD, reading.thread, name="thread"),
    path(_THREAD + "antwoord/", replying.reply, name="reply"),
    path(_THREAD + "sluiten/", acting.close, name="close"),
    path(_THREAD + "vastzetten/", acting.pin, name="pin"),
    path(_THREAD + "volgen/", acting.follow, name="follow"),
    path(_THREAD + "stemmen/", acting.vote, name="vote"),
    path(_THREAD + "peiling-sluiten/", acting.end_poll, name="end_poll"),
    path(_THREAD + "verplaatsen/", reading.moving, name="moving"),
    path(_THREAD + "verplaatsen/naar-leerlab/", acting.move_to_leerlab, name="move_thread"),
    path(_THREAD + "praktijkvoorbeeld/", distilling.distil, name="distil"),
    path(_THREAD + "kennisvraag/", asking_research.ask, name="ask_research"),
    path(_POST, reading.post, name="post"),
    path(_POST + "bewerken/", replying.edit, name="edit"),
    path(_POST + "verwijderen/", replying.delete, name="delete"),
    path(_POST + "geschiedenis/", replying.history, name="history"),
    path(_POST + "reactie/", acting.react, name="react"),
    path(_POST + "antwoord-op-de-vraag/", acting.accept, name="accept"),
    path(_POST + "verplaatsen/", acting.move_to_thread, name="move_post"),
]
