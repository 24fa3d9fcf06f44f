"""What every address inside Leerlabs takes: the table that the test of access holds the site to."""

from dataclasses import dataclass

ROLES = ("visitor", "account", "former", "member", "author", "moderator", "host", "editor", "administrator")
EVERYONE = frozenset(ROLES)
ACCOUNTS = EVERYONE - {"visitor"}
SITE = frozenset({"editor", "administrator"})
INSIDE = frozenset({"member", "author", "moderator", "host"})
MODERATORS = frozenset({"moderator", "host"}) | SITE
HOSTS = frozenset({"host"}) | SITE
NOBODY = frozenset()

#: Who sees a Leerlab, and who reads in it.
SEES = {"open": EVERYONE, "members": ACCOUNTS, "hidden": INSIDE | SITE}
READS = {"open": EVERYONE, "members": INSIDE | SITE, "hidden": INSIDE | SITE}

ALLOWED, SIGN_IN, REFUSED, ABSENT = "allowed", "sign in", "refused", "absent"


@dataclass(frozen=True)
class Row:
    """An address, who is let in, and what the others get.

    ``inside`` says that it lies in a Leerlab: then whoever may not know of that gets the answer of an address
    that does not exist (to a visitor it offers signing in). Elsewhere a visitor signs in first, and the others get
    ``otherwise``.
    """

    path: str
    allowed: frozenset[str]
    method: str = "get"
    inside: bool = True
    reads: bool = True
    otherwise: str = REFUSED
    visitor: str = SIGN_IN
    #: What is sent along: a field of a form, and the key of what it names.
    sends: tuple[str, str] = ("", "")

    def expected(self, role: str, visibility: str) -> str:
        """What this role gets."""
        within = (READS if self.reads else SEES)[visibility]
        outside = self.inside and role not in within
        if role in self.allowed and not outside:
            return ALLOWED
        if outside and role not in SEES[visibility]:
            return ABSENT
        if role != "visitor":
            return self.otherwise
        # Whoever cannot read it yet signs in first, even where others would be answered politely.
        return SIGN_IN if outside and self.visitor == REFUSED else self.visitor


LAB, THREAD = "/leerlabs/kring/", "/leerlabs/kring/gesprekken/{thread}/"
POST, POLL = THREAD + "berichten/{post}/", "/leerlabs/kring/gesprekken/{poll}/"

ROWS = {
    # The pages that Wagtail serves.
    "(overview)": Row("/leerlabs/", EVERYONE, inside=False),
    "(page)": Row(LAB, EVERYONE, reads=False),
    # Taking part.
    "mine": Row("/leerlabs/mijn/", ACCOUNTS, inside=False),
    "invitation": Row("/leerlabs/uitnodiging/bestaat-niet/", EVERYONE, inside=False),
    "join": Row(LAB + "deelnemen/", ACCOUNTS, reads=False),
    "leave": Row(LAB + "verlaten/", ACCOUNTS, reads=False),
    "members": Row(LAB + "leden/", INSIDE | SITE),
    "search": Row(LAB + "zoeken/?q=lezen", EVERYONE),
    "collections": Row(LAB + "bewaard/", EVERYONE),
    # The hosts' pages.
    "manage": Row(LAB + "beheer/", HOSTS),
    "archive": Row(LAB + "beheer/afsluiten/", HOSTS, method="post"),
    "manage_members": Row(LAB + "beheer/leden/", HOSTS),
    "role": Row(LAB + "beheer/leden/{membership}/rol/", HOSTS, method="post"),
    "remove": Row(LAB + "beheer/leden/{membership}/verwijderen/", HOSTS),
    "requests": Row(LAB + "beheer/aanvragen/", HOSTS),
    "invitations": Row(LAB + "beheer/uitnodigingen/", HOSTS),
    "withdraw": Row(LAB + "beheer/uitnodigingen/{invitation}/intrekken/", HOSTS, method="post"),
    # Reporting and deciding.
    "reported": Row("/leerlabs/melden/bedankt/", EVERYONE, inside=False),
    "queue": Row(LAB + "meldingen/", MODERATORS),
    "log": Row(LAB + "meldingen/logboek/", MODERATORS),
    "site_queue": Row("/leerlabs/moderatie/", MODERATORS, inside=False),
    "site_log": Row("/leerlabs/moderatie/logboek/", MODERATORS, inside=False),
    "case": Row("/leerlabs/moderatie/post/{post}/", MODERATORS, inside=False, otherwise=ABSENT),
    "decide_appeal": Row("/leerlabs/moderatie/bezwaar/{appeal}/", MODERATORS, inside=False, otherwise=ABSENT),
    "appeal": Row("/leerlabs/bezwaar/{decision}/", frozenset({"author"}), inside=False, otherwise=ABSENT),
    "appeal_by_link": Row(
        "/leerlabs/bezwaar/met-link/bestaat-niet/", NOBODY, inside=False, otherwise=ABSENT, visitor=ABSENT
    ),
    # Threads and posts.
    "discuss": Row("/leerlabs/bespreek/{page}/", ACCOUNTS, inside=False),
    "feed_address": Row("/leerlabs/feed/", ACCOUNTS, inside=False),
    "feed": Row("/leerlabs/feed/bestaat-niet/", NOBODY, inside=False, otherwise=ABSENT, visitor=ABSENT),
    "start": Row(LAB + "gesprekken/nieuw/", INSIDE),
    "names": Row(LAB + "namen/?q=a", INSIDE | SITE),
    "draft": Row(LAB + "concept/", INSIDE | SITE, method="post"),
    "discard_draft": Row(LAB + "concept/weg/", INSIDE | SITE, method="post"),
    "thread": Row(THREAD, EVERYONE),
    # What was typed is shown again to whoever may not post it.
    "reply": Row(THREAD + "antwoord/", INSIDE, method="post", visitor=REFUSED),
    "close": Row(THREAD + "sluiten/", MODERATORS, method="post"),
    "pin": Row(THREAD + "vastzetten/", MODERATORS, method="post"),
    "follow": Row(THREAD + "volgen/", ACCOUNTS, method="post"),
    "vote": Row(POLL + "stemmen/", INSIDE, method="post"),
    "end_poll": Row(POLL + "peiling-sluiten/", MODERATORS | {"author"}, method="post"),
    "moving": Row(THREAD + "verplaatsen/", MODERATORS),
    "move_thread": Row(THREAD + "verplaatsen/naar-leerlab/", MODERATORS, method="post", sends=("leerlab", "leerlab")),
    "distil": Row(THREAD + "praktijkvoorbeeld/", HOSTS),
    "ask_research": Row(THREAD + "kennisvraag/", HOSTS | {"author"}),
    "post": Row(POST, EVERYONE),
    "edit": Row(POST + "bewerken/", frozenset({"author"})),
    "delete": Row(POST + "verwijderen/", MODERATORS | {"author"}),
    "history": Row(POST + "geschiedenis/", EVERYONE),
    "react": Row(POST + "reactie/", INSIDE, method="post"),
    "accept": Row(POST + "antwoord-op-de-vraag/", MODERATORS | {"author"}, method="post", visitor=REFUSED),
    "move_post": Row(POST + "verplaatsen/", MODERATORS, method="post", sends=("gesprek", "poll")),
}

#: What is read is reported; to others it is not there, whoever they are.
REPORTED = {
    "report": Row("/leerlabs/melden/post/{post}/", EVERYONE, otherwise=ABSENT, visitor=ABSENT),
    "attachment": Row(LAB + "bijlagen/{file}/foto.txt", EVERYONE, otherwise=ABSENT, visitor=ABSENT),
}
