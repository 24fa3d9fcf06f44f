"""Rows of publications in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

_NOBODYS = "00000000-0000-4000-8000-000000000000"
_BRING_IN = "onderzoek/inbrengen/"

#: A submission of somebody else does not exist.
PUBLICATION_ROWS = {
    _BRING_IN: (f"/{_BRING_IN}", 200, 200),
    "account/publicaties/": ("/account/publicaties/", 302, 200),
    f"{_BRING_IN}<uuid:uuid>/": (f"/{_BRING_IN}{_NOBODYS}/", 302, 404),
    f"{_BRING_IN}<uuid:uuid>/weggooien/": (f"/{_BRING_IN}{_NOBODYS}/weggooien/", 302, 405),
    f"{_BRING_IN}<uuid:uuid>/opmerkingen/<int:comment_id>/": (f"/{_BRING_IN}{_NOBODYS}/opmerkingen/1/", 302, 405),
    f"{_BRING_IN}<uuid:uuid>/verbanden/": (f"/{_BRING_IN}{_NOBODYS}/verbanden/", 302, 404),
    f"{_BRING_IN}<uuid:uuid>/bestanden/": (f"/{_BRING_IN}{_NOBODYS}/bestanden/", 302, 404),
    f"{_BRING_IN}<uuid:uuid>/bestanden/<uuid:file_uuid>/": (f"/{_BRING_IN}{_NOBODYS}/bestanden/{_NOBODYS}/", 302, 404),
    f"{_BRING_IN}<uuid:uuid>/voorbeeld/": (f"/{_BRING_IN}{_NOBODYS}/voorbeeld/", 302, 404),
    f"{_BRING_IN}<uuid:uuid>/controleren/": (f"/{_BRING_IN}{_NOBODYS}/controleren/", 302, 404),
    f"{_BRING_IN}<uuid:uuid>/<slug:code>/": (f"/{_BRING_IN}{_NOBODYS}/publicatie/", 302, 404),
}
