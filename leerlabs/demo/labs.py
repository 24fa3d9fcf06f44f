"""The overview, the Leerlabs, and who takes part in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from wagtail.models import Page

from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, working_moment
from editorial.demonstration.rows import Tally, keep
from editorial.demonstration.wanted import Planned, Rows, WantedPage
from editorial.demonstration.writing import add_draft, existing, publish_if_different
from editorial.models import RelationKind
from leerlabs.demo import files
from leerlabs.demo.known import TERMS, Known
from leerlabs.demo.people import Member
from leerlabs.models import (
    LeerlabIndexPage,
    LeerlabMembership,
    LeerlabPage,
    MemberRole,
    MembershipState,
)
from leerlabs.models.leerlab import INDEX_SLUG

OPENED = date(2025, 9, 8)
_ROLES = {"hosts": MemberRole.HOST, "moderators": MemberRole.MODERATOR, "members": MemberRole.MEMBER}
_PLAIN = ("question", "goal", "summary", "starts_on", "ends_on", "visibility", "joining")


def load_overview(front_page: Page, tally: Tally) -> Page:
    """The page that lists the Leerlabs."""
    item = files.overview()
    fields = {"intro": item["intro"], "show_in_menus": True}
    wanted = WantedPage(LeerlabIndexPage, item, item["title"], at_clock(OPENED, time(9, 0)), fields)
    item.check_all_read()
    return as_wanted(wanted, INDEX_SLUG, front_page, tally)


def load_lab(item: Item, overview: Page, known: Known, tally: Tally) -> LeerlabPage:
    """One Leerlab, without its members."""
    published_at = at_clock(item["published"], time(9, 30))
    fields: dict[str, Any] = {
        **{name: item[name] for name in _PLAIN},
        "contact_id": known.one("people", item, "contact"),
        "substantially_changed_on": item["published"],
    }
    rows: dict[str, Rows] = {
        "theme_tags": [{"tag_id": theme} for theme in known.many("themes", item, "themes")],
        "outgoing_relations": [
            {"kind": str(RelationKind.RELATED), "target_id": page} for page in known.many("pages", item, "related")
        ],
    }
    terms = {name: known.many(name, item, name) for name in (*TERMS, "organisations")}
    wanted = WantedPage(LeerlabPage, item, item["title"], published_at, fields, terms, rows)
    item.leave("members")
    item.check_all_read()
    page = as_wanted(wanted, item.slug, overview, tally)
    return LeerlabPage.objects.get(pk=page.pk)


def load_memberships(item: Item, lab: LeerlabPage, members: Mapping[str, Member], tally: Tally) -> None:
    """Who takes part, from the day on which they came to the site or the Leerlab began."""
    for group, role in _ROLES.items():
        for slug in item["members"].get(group, []):
            if slug not in members:
                raise item.error(f"members.{group}", f"there is no member {slug}")
            user = members[slug].user
            joined_at = _joined_at(item, slug, user.date_joined)
            values = {"role": role, "state": MembershipState.ACTIVE, "joined_at": joined_at, "created_at": joined_at}
            keep(LeerlabMembership, {"leerlab": lab, "user": user}, values, item, tally)


def as_wanted(wanted: WantedPage, slug: str, parent: Page, tally: Tally) -> Page:
    """The page below ``parent``, made when it is missing and published as the files say."""
    planned = Planned(f"leerlabs/{slug}", "", slug, lambda: wanted)
    page = existing(planned, parent) or add_draft(planned, wanted, parent)
    publish_if_different(page, wanted, tally)
    return page


def _joined_at(item: Item, slug: str, came: datetime) -> datetime:
    """In the first days in which they could; hosts were there from the beginning."""
    first = max(item["published"], came.date())
    if slug in item["members"]["hosts"]:
        return at_clock(first, time(9, 45))
    return working_moment(f"{item.slug}/{slug}", first, date.fromordinal(first.toordinal() + 4))
