"""The rows of this room in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

_NOBODYS = "00000000-0000-4000-8000-000000000000"

#: A collection of somebody else does not exist; nor does an address that nobody gave out.
KEEPING_ROWS = {
    "bewaren/<int:page_id>/": ("/bewaren/999999/", 302, 404),
    "bewaren/dossier/<int:page_id>/<slug:code>/": ("/bewaren/dossier/999999/ris/", 404, 404),
    "bewaard/<uuid:uuid>/": (f"/bewaard/{_NOBODYS}/", 302, 404),
    "bewaard/<uuid:uuid>/wijzigen/": (f"/bewaard/{_NOBODYS}/wijzigen/", 302, 404),
    "bewaard/<uuid:uuid>/weggooien/": (f"/bewaard/{_NOBODYS}/weggooien/", 405, 405),
    "bewaard/<uuid:uuid>/delen/": (f"/bewaard/{_NOBODYS}/delen/", 405, 405),
    "bewaard/<uuid:uuid>/dossier/": (f"/bewaard/{_NOBODYS}/dossier/", 405, 405),
    "bewaard/<uuid:uuid>/bronnen/": (f"/bewaard/{_NOBODYS}/bronnen/", 302, 404),
    "bewaard/<uuid:uuid>/meenemen/<slug:code>/": (f"/bewaard/{_NOBODYS}/meenemen/ris/", 302, 404),
    "bewaard/<uuid:uuid>/<int:item_id>/verplaatsen/": (f"/bewaard/{_NOBODYS}/1/verplaatsen/", 405, 405),
    "bewaard/<uuid:uuid>/<int:item_id>/weghalen/": (f"/bewaard/{_NOBODYS}/1/weghalen/", 405, 405),
    "bewaard/<uuid:uuid>/<int:item_id>/aantekening/": (f"/bewaard/{_NOBODYS}/1/aantekening/", 405, 405),
    "gedeeld/<str:token>/": ("/gedeeld/bestaat-niet/", 404, 404),
    "gedeeld/<str:token>/bronnen/": ("/gedeeld/bestaat-niet/bronnen/", 404, 404),
    "gedeeld/<str:token>/meenemen/<slug:code>/": ("/gedeeld/bestaat-niet/meenemen/ris/", 404, 404),
    "account/bewaard/": ("/account/bewaard/", 302, 200),
    "account/bewaard/zoekopdracht/": ("/account/bewaard/zoekopdracht/?q=lezen", 302, 200),
    "account/bewaard/thema/<slug:slug>/": ("/account/bewaard/thema/bestaat-niet/", 302, 404),
    "account/bewaard/volgen/<int:pk>/": ("/account/bewaard/volgen/999999/", 302, 404),
    "account/bewaard/volgen/<int:pk>/stoppen/": ("/account/bewaard/volgen/999999/stoppen/", 302, 405),
    "account/bewaard/feed/": ("/account/bewaard/feed/", 302, 200),
    "account/bewaard/feed/<str:token>/": ("/account/bewaard/feed/bestaat-niet/", 404, 404),
    "gelezen/": ("/gelezen/", 200, 200),
}
