"""Addresses of verantwoordingen and schoolprogramma's."""

from __future__ import annotations

from django.urls import URLPattern, path

from accounts.unsent import keeps_unsent
from practices.justifying.views import drafting, mine, programme, programme_items, programme_sharing, reading, writing

app_name = "justifying"
_ONE, _LINK, _PLAN = "verantwoording/<uuid:uuid>/", "verantwoording/link/<str:token>/", "schoolprogramma/<uuid:uuid>/"
urlpatterns: list[URLPattern] = [
    path("account/verantwoordingen/", mine.mine, name="mine"),
    path("verantwoording/nieuw/", writing.begin, name="begin"),
    path("verantwoording/nieuw/concept/", drafting.keep_new, name="draft_new"),
    path("verantwoording/voorbeeld/<uuid:uuid>/", reading.example, name="example_show"),
    path("verantwoording/voorbeeld/<uuid:uuid>/pdf/", reading.example_pdf, name="example_pdf"),
    path(_ONE, reading.show, name="show"),
    path(f"{_ONE}schrijven/", keeps_unsent(writing.edit), name="edit"),
    path(f"{_ONE}concept/", drafting.keep, name="draft"),
    path(f"{_ONE}pdf/", reading.pdf, name="pdf"),
    path(f"{_ONE}cijfers/", reading.figures, name="figures"),
    path(f"{_ONE}weggooien/", reading.delete, name="delete"),
    path(_LINK, reading.show, name="link_show"),
    path(f"{_LINK}schrijven/", writing.edit, name="link_edit"),
    path(f"{_LINK}concept/", drafting.keep, name="link_draft"),
    path(f"{_LINK}pdf/", reading.pdf, name="link_pdf"),
    path(f"{_LINK}cijfers/", reading.figures, name="link_figures"),
    path(f"{_LINK}weggooien/", reading.delete, name="link_delete"),
    path(f"{_LINK}nieuw-adres/", reading.renew_link, name="link_renew"),
    path(f"{_LINK}bewaren/", reading.adopt, name="link_adopt"),
    path("schoolprogramma/nieuw/", programme.begin, name="begin_programme"),
    path(_PLAN, programme.show, name="programme"),
    path(f"{_PLAN}plan/", programme.edit, name="edit_programme"),
    path(f"{_PLAN}pdf/", programme.pdf, name="programme_pdf"),
    path(f"{_PLAN}toevoegen/", programme_items.add, name="add_item"),
    path(f"{_PLAN}onderdeel/<uuid:item_uuid>/", programme_items.edit, name="item"),
    path(f"{_PLAN}onderdeel/<uuid:item_uuid>/cijfers/", programme_items.figures, name="item_figures"),
    path(f"{_PLAN}delen/", programme_sharing.sharing, name="share_programme"),
    path(f"{_PLAN}weggooien/", programme_sharing.delete, name="delete_programme"),
]
