"""The rows of this room in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

_NOBODYS = "00000000-0000-4000-8000-000000000000"
_UNKNOWN = "x" * 43
_ONE, _LINK, _PLAN = (
    f"/verantwoording/{_NOBODYS}/",
    f"/verantwoording/link/{_UNKNOWN}/",
    f"/schoolprogramma/{_NOBODYS}/",
)

#: What belongs to somebody else does not exist; neither does an address that nobody was given.
JUSTIFYING_ROWS = {
    "account/verantwoordingen/": ("/account/verantwoordingen/", 302, 200),
    "verantwoording/nieuw/": ("/verantwoording/nieuw/", 200, 200),
    "verantwoording/nieuw/concept/": ("/verantwoording/nieuw/concept/", 405, 405),
    "verantwoording/voorbeeld/<uuid:uuid>/": (f"/verantwoording/voorbeeld/{_NOBODYS}/", 404, 404),
    "verantwoording/voorbeeld/<uuid:uuid>/pdf/": (f"/verantwoording/voorbeeld/{_NOBODYS}/pdf/", 404, 404),
    "verantwoording/<uuid:uuid>/": (_ONE, 302, 404),
    "verantwoording/<uuid:uuid>/schrijven/": (f"{_ONE}schrijven/", 302, 404),
    "verantwoording/<uuid:uuid>/concept/": (f"{_ONE}concept/", 405, 405),
    "verantwoording/<uuid:uuid>/pdf/": (f"{_ONE}pdf/", 302, 404),
    "verantwoording/<uuid:uuid>/cijfers/": (f"{_ONE}cijfers/", 405, 405),
    "verantwoording/<uuid:uuid>/weggooien/": (f"{_ONE}weggooien/", 302, 404),
    "verantwoording/link/<str:token>/": (_LINK, 404, 404),
    "verantwoording/link/<str:token>/schrijven/": (f"{_LINK}schrijven/", 404, 404),
    "verantwoording/link/<str:token>/concept/": (f"{_LINK}concept/", 405, 405),
    "verantwoording/link/<str:token>/pdf/": (f"{_LINK}pdf/", 404, 404),
    "verantwoording/link/<str:token>/cijfers/": (f"{_LINK}cijfers/", 405, 405),
    "verantwoording/link/<str:token>/weggooien/": (f"{_LINK}weggooien/", 404, 404),
    "verantwoording/link/<str:token>/nieuw-adres/": (f"{_LINK}nieuw-adres/", 405, 405),
    "verantwoording/link/<str:token>/bewaren/": (f"{_LINK}bewaren/", 404, 404),
    "schoolprogramma/nieuw/": ("/schoolprogramma/nieuw/", 302, 200),
    "schoolprogramma/<uuid:uuid>/": (_PLAN, 302, 404),
    "schoolprogramma/<uuid:uuid>/plan/": (f"{_PLAN}plan/", 302, 404),
    "schoolprogramma/<uuid:uuid>/pdf/": (f"{_PLAN}pdf/", 302, 404),
    "schoolprogramma/<uuid:uuid>/toevoegen/": (f"{_PLAN}toevoegen/", 302, 404),
    "schoolprogramma/<uuid:uuid>/onderdeel/<uuid:item_uuid>/": (f"{_PLAN}onderdeel/{_NOBODYS}/", 302, 404),
    "schoolprogramma/<uuid:uuid>/onderdeel/<uuid:item_uuid>/cijfers/": (
        f"{_PLAN}onderdeel/{_NOBODYS}/cijfers/",
        302,
        405,
    ),
    "schoolprogramma/<uuid:uuid>/delen/": (f"{_PLAN}delen/", 302, 404),
    "schoolprogramma/<uuid:uuid>/weggooien/": (f"{_PLAN}weggooien/", 302, 404),
}
