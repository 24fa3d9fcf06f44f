"""The rows of this room in the table of who may ask what: pattern → (address, status per role)."""

from research.questions.urls import _LINK

_NOBODYS = "00000000-0000-4000-8000-000000000000"
_TOKEN = "a" * 43
_ROLES = ("visitor", "account", "redacteur", "eindredacteur", "administrator")


def _all(status):
    return dict.fromkeys(_ROLES, status)


def _members(status):
    return {**_all(status), "visitor": 302}


#: A question that is not there, or not theirs to see, does not exist; nor does a link that is not.
QUESTION_ROWS = {
    "kennisvragen/stellen/": ("/kennisvragen/stellen/", _all(200)),
    "kennisvragen/stellen/verstuurd/": ("/kennisvragen/stellen/verstuurd/", _all(200)),
    "kennisvragen/lijkt-op/": ("/kennisvragen/lijkt-op/?vraag=hoe+leren+kinderen+lezen", _all(200)),
    "kennisvragen/lopend/": ("/kennisvragen/lopend/", _all(200)),
    "kennisvragen/werk/": ("/kennisvragen/werk/", {**_members(200), "account": 403}),
    "account/kennisvragen/": ("/account/kennisvragen/", _members(200)),
    "kennisvragen/vraag/<uuid:uuid>/": (f"/kennisvragen/vraag/{_NOBODYS}/", _all(404)),
    "kennisvragen/vraag/<uuid:uuid>/volgen/": (f"/kennisvragen/vraag/{_NOBODYS}/volgen/", _all(404)),
    "kennisvragen/vraag/<uuid:uuid>/antwoorden/": (f"/kennisvragen/vraag/{_NOBODYS}/antwoorden/", _members(404)),
    "kennisvragen/vraag/<uuid:uuid>/antwoorden/concept/": (
        f"/kennisvragen/vraag/{_NOBODYS}/antwoorden/concept/",
        _all(405),
    ),
    "kennisvragen/vraag/<uuid:uuid>/antwoorden/voorbeeld/": (
        f"/kennisvragen/vraag/{_NOBODYS}/antwoorden/voorbeeld/",
        _members(404),
    ),
    "kennisvragen/vraag/<uuid:uuid>/hielp-het/": (f"/kennisvragen/vraag/{_NOBODYS}/hielp-het/", _members(404)),
    "kennisvragen/vraag/<uuid:uuid>/<slug:action>/": (f"/kennisvragen/vraag/{_NOBODYS}/oppakken/", _all(405)),
    _LINK + r"$": (f"/kennisvragen/link/{_TOKEN}/", _all(404)),
    _LINK + r"hielp-het/$": (f"/kennisvragen/link/{_TOKEN}/hielp-het/", _all(404)),
    _LINK + r"(?P<action>[\w-]+)/$": (f"/kennisvragen/link/{_TOKEN}/bericht/", _all(405)),
}
#: A form for everyone: sent empty it is shown again.
QUESTION_FORMS = frozenset({"kennisvragen/stellen/"})
