"""The rows of this room in the table of who may ask what: pattern → (address, status for a visitor, for a member)."""

_NOBODYS = "00000000-0000-4000-8000-000000000000"

#: A submission of somebody else does not exist; nor does a practice that is not there.
PRACTICE_ROWS = {
    "praktijk/delen/": ("/praktijk/delen/", 200, 200),
    "account/praktijken/": ("/account/praktijken/", 302, 200),
    "praktijk/delen/<uuid:uuid>/": (f"/praktijk/delen/{_NOBODYS}/", 302, 404),
    "praktijk/delen/<uuid:uuid>/weggooien/": (f"/praktijk/delen/{_NOBODYS}/weggooien/", 302, 405),
    "praktijk/delen/<uuid:uuid>/opmerkingen/<int:comment_id>/": (
        f"/praktijk/delen/{_NOBODYS}/opmerkingen/1/",
        302,
        405,
    ),
    "praktijk/delen/<uuid:uuid>/beelden/": (f"/praktijk/delen/{_NOBODYS}/beelden/", 302, 404),
    "praktijk/delen/<uuid:uuid>/beelden/<uuid:picture_uuid>/": (
        f"/praktijk/delen/{_NOBODYS}/beelden/{_NOBODYS}/",
        302,
        404,
    ),
    "praktijk/delen/<uuid:uuid>/controleren/": (f"/praktijk/delen/{_NOBODYS}/controleren/", 302, 404),
    "praktijk/delen/<uuid:uuid>/<slug:code>/": (f"/praktijk/delen/{_NOBODYS}/doel/", 302, 404),
    "praktijk/proberen/<int:page_id>/": ("/praktijk/proberen/999999/", 302, 404),
    "praktijk/proberen/<uuid:uuid>/stoppen/": (f"/praktijk/proberen/{_NOBODYS}/stoppen/", 302, 405),
    "praktijk/hielp-het/<uuid:uuid>/": (f"/praktijk/hielp-het/{_NOBODYS}/", 302, 404),
}
