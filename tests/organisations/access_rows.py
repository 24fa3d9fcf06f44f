"""The rows of this room in the table of who may ask what: pattern → (address, status per role)."""

from organisations.models import Organisation
from tests.factories import SchoolFactory

_ROLES = ("visitor", "account", "redacteur", "eindredacteur", "administrator")
_EVERYONE = dict.fromkeys(_ROLES, 200)
_SIGNED_IN = {**_EVERYONE, "visitor": 302}
_EDITORS = {**_EVERYONE, "visitor": 302, "account": 403}
#: Something that is not there, in the management: editors are told so.
_EDITORS_FIND_NOTHING = {role: 404 if status == 200 else status for role, status in _EDITORS.items()}
#: An address that only takes what is sent to it.
_ONLY_SENT_TO = dict.fromkeys(_ROLES, 405)
_SCHOOL = "organisaties/<slug:slug>/"
_HERE = "/organisaties/de-uil/"

ORGANISATION_ROWS = {
    "aansluiten/": ("/aansluiten/", _EVERYONE),
    "aansluiten/bedankt/": ("/aansluiten/bedankt/", _EVERYONE),
    "account/organisaties/": ("/account/organisaties/", _SIGNED_IN),
    "organisaties/": ("/organisaties/", _EVERYONE),
    r"^organisaties/uitnodiging/(?P<token>[\w-]{43})/$": (
        f"/organisaties/uitnodiging/{'x' * 43}/",
        dict.fromkeys(_ROLES, 404),
    ),
    _SCHOOL: (_HERE, _EVERYONE),
    f"{_SCHOOL}lid-worden/": (f"{_HERE}lid-worden/", _SIGNED_IN),
    f"{_SCHOOL}verzoek-intrekken/": (f"{_HERE}verzoek-intrekken/", {**_ONLY_SENT_TO, "visitor": 302}),
    f"{_SCHOOL}verlaten/": (f"{_HERE}verlaten/", {**dict.fromkeys(_ROLES, 404), "visitor": 302}),
    f"{_SCHOOL}beheer/": (f"{_HERE}beheer/", _EDITORS),
    f"{_SCHOOL}beheer/leden/<int:pk>/rol/": (f"{_HERE}beheer/leden/1/rol/", _ONLY_SENT_TO),
    f"{_SCHOOL}beheer/leden/<int:pk>/doorlopen/": (f"{_HERE}beheer/leden/1/doorlopen/", _ONLY_SENT_TO),
    f"{_SCHOOL}beheer/leden/<int:pk>/beeindigen/": (f"{_HERE}beheer/leden/999999/beeindigen/", _EDITORS_FIND_NOTHING),
    f"{_SCHOOL}beheer/uitnodigingen/": (f"{_HERE}beheer/uitnodigingen/", _EDITORS),
    f"{_SCHOOL}beheer/uitnodigingen/<int:pk>/intrekken/": (f"{_HERE}beheer/uitnodigingen/1/intrekken/", _ONLY_SENT_TO),
    f"{_SCHOOL}beheer/verzoeken/": (f"{_HERE}beheer/verzoeken/", _EDITORS),
    f"{_SCHOOL}beheer/verzoeken/<int:pk>/": (f"{_HERE}beheer/verzoeken/1/", _ONLY_SENT_TO),
    f"{_SCHOOL}beheer/maildomeinen/": (f"{_HERE}beheer/maildomeinen/", _EDITORS),
    f"{_SCHOOL}beheer/maildomeinen/<int:pk>/weg/": (f"{_HERE}beheer/maildomeinen/1/weg/", _ONLY_SENT_TO),
}
#: Forms that anyone may send; an empty one comes back with what is missing.
FORMS_FOR_EVERYONE = frozenset({"aansluiten/"})


def make_what_the_rows_name() -> Organisation:
    """The organisation of the addresses above."""
    return SchoolFactory(slug="de-uil")
