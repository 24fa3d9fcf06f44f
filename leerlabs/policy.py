"""The one answer to "may this person do that?" in Leerlabs: a table of rules, and the lists that follow from it.

A rule names the roles that an action takes, and what besides has to be so. Whoever asks is described by
:mod:`leerlabs.standing`; what is asked about is a Leerlab, a thread, a post, or something that hangs on one of
these by an attribute ``leerlab``, ``thread`` or ``post``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from leerlabs.models import Joining, LeerlabMembership, LeerlabPage, MembershipState, Visibility
from leerlabs.standing import Asking, Role, Standing, site_roles, standing_in

_EVERYONE = frozenset({Role.VISITOR})
_ACCOUNTS = frozenset({Role.ACCOUNT})
_MEMBERS = frozenset({Role.MEMBER})
_MODERATORS = frozenset({Role.MODERATOR, Role.EDITOR})
_HOSTS = frozenset({Role.HOST, Role.EDITOR})

#: Who knows that a Leerlab is there, and who reads what is said in it.
SEES = {
    Visibility.OPEN: _EVERYONE,
    Visibility.MEMBERS: _ACCOUNTS,
    Visibility.HIDDEN: _MEMBERS | {Role.EDITOR},
}
READS = {
    Visibility.OPEN: _EVERYONE,
    Visibility.MEMBERS: _MEMBERS | {Role.EDITOR},
    Visibility.HIDDEN: _MEMBERS | {Role.EDITOR},
}


@dataclass(frozen=True, slots=True)
class Rule:
    """When an action is allowed. Everything that a rule says has to hold."""

    #: Any of these roles; or, with ``author``, whose it is.
    roles: frozenset[Role] = frozenset()
    author: bool = False
    #: Reading the Leerlab comes first; only what is said to whoever cannot read it does without.
    reads: bool = True
    #: Does something to others: not while suspended.
    acts: bool = False
    #: Adds or changes something: not while suspended, and not in a Leerlab that is closed.
    writes: bool = False
    #: Not in a thread that is closed.
    open_thread: bool = False
    #: A hidden post is there for its author and for moderators only.
    shown: bool = True
    #: Ways of joining in which it makes sense, for whoever does not take part.
    joining: str = ""


#: Every action there is.
RULES: dict[str, Rule] = {
    "leerlab.see": Rule(_EVERYONE, reads=False),
    "leerlab.read": Rule(_EVERYONE),
    "leerlab.search": Rule(_EVERYONE),
    "leerlab.members": Rule(_MEMBERS | {Role.EDITOR}),
    "leerlab.follow": Rule(_ACCOUNTS),
    "leerlab.collect": Rule(_MEMBERS, writes=True),
    "leerlab.join": Rule(_ACCOUNTS, reads=False, writes=True, joining=Joining.FREE),
    "leerlab.request": Rule(_ACCOUNTS, reads=False, writes=True, joining=Joining.REQUEST),
    "leerlab.leave": Rule(_MEMBERS),
    "leerlab.manage": Rule(_HOSTS, acts=True),
    "leerlab.moderate": Rule(_MODERATORS, acts=True),
    "thread.read": Rule(_EVERYONE),
    "thread.start": Rule(_MEMBERS, writes=True),
    "thread.edit": Rule(_MODERATORS, author=True, writes=True),
    "thread.close": Rule(_MODERATORS, writes=True),
    "thread.pin": Rule(_MODERATORS, writes=True),
    "thread.move": Rule(_MODERATORS, writes=True),
    "thread.distil": Rule(_HOSTS, acts=True),
    "thread.ask_research": Rule(_HOSTS, author=True, acts=True),
    "post.read": Rule(_EVERYONE),
    "post.write": Rule(_MEMBERS, writes=True, open_thread=True),
    "post.edit": Rule(author=True, writes=True, open_thread=True),
    "post.delete": Rule(_MODERATORS, author=True),
    "post.react": Rule(_MEMBERS, writes=True, open_thread=True),
    "post.report": Rule(_EVERYONE),
    "answer.accept": Rule(_MODERATORS, author=True, writes=True),
    "poll.vote": Rule(_MEMBERS, writes=True, open_thread=True),
    "poll.close": Rule(_MODERATORS, author=True, writes=True),
    "attachment.read": Rule(_EVERYONE),
    "attachment.add": Rule(_MEMBERS, writes=True, open_thread=True),
    "report.decide": Rule(_MODERATORS, acts=True),
    "account.suspend": Rule(frozenset({Role.EDITOR}), acts=True),
}


def may(user: Asking, action: str, obj: Any) -> bool:
    """Whether ``user`` (somebody, an anonymous one or None) may do this with ``obj``.

    Asks the database for what ``user`` is once per user object; ``obj`` should have its thread and Leerlab
    loaded. Raises KeyError for an action that the table does not know.
    """
    rule = RULES[action]
    leerlab, thread, post = _whereabouts(obj)
    standing = standing_in(user, leerlab.pk)
    if not _is_within_reach(leerlab, standing, rule) or not _is_time_for(leerlab, thread, standing, rule):
        return False
    if rule.shown and not (_is_shown(thread, post, standing) and _is_posted(obj, post, standing)):
        return False
    if rule.roles & standing.roles:
        return True
    return rule.author and _is_author(post or thread or obj, standing)


def visible_leerlabs(user: Asking) -> QuerySet[LeerlabPage]:
    """The Leerlabs of which ``user`` may know that they are there."""
    return _leerlabs(user, SEES)


def readable_leerlabs(user: Asking) -> QuerySet[LeerlabPage]:
    """The Leerlabs in which ``user`` may read: for lists, search, feeds and mail."""
    return _leerlabs(user, READS)


def moderated_leerlabs(user: Asking) -> QuerySet[LeerlabPage]:
    """The Leerlabs whose reports ``user`` decides on."""
    if Role.EDITOR in site_roles(user):
        return LeerlabPage.objects.all()
    if not isinstance(user, User):
        return LeerlabPage.objects.none()
    memberships = LeerlabMembership.objects.active().filter(user_id=user.pk, role__in=("moderator", "host"))
    return LeerlabPage.objects.live().filter(pk__in=memberships.values("leerlab_id"))


def _leerlabs(user: Asking, table: dict[Visibility, frozenset[Role]]) -> QuerySet[LeerlabPage]:
    """The same rules as a condition on rows; a test holds the two together."""
    roles = site_roles(user)
    if Role.EDITOR in roles:
        return LeerlabPage.objects.live()
    condition = Q(visibility__in=[visibility for visibility, allowed in table.items() if allowed & roles])
    if isinstance(user, User) and Role.ACCOUNT in roles:
        mine = LeerlabMembership.objects.active().filter(user_id=user.pk)
        condition |= Q(pk__in=mine.values("leerlab_id"))
    return LeerlabPage.objects.live().filter(condition)


def _is_within_reach(leerlab: LeerlabPage, standing: Standing, rule: Rule) -> bool:
    """Whether this person sees the Leerlab, reads it where that is needed, and is outside where that is."""
    table = READS if rule.reads else SEES
    if not leerlab.live or not table[Visibility(leerlab.visibility)] & standing.roles:
        return False
    return not rule.joining or _can_come_in(leerlab, standing, rule.joining)


def _is_time_for(leerlab: LeerlabPage, thread: Any, standing: Standing, rule: Rule) -> bool:
    """Whether nothing has been closed that this needs open: a thread, the Leerlab, somebody's right to act."""
    if (rule.acts or rule.writes) and standing.suspended:
        return False
    if rule.writes and leerlab.is_archived:
        return False
    return not (rule.open_thread and thread is not None and thread.closed_at is not None)


def _can_come_in(leerlab: LeerlabPage, standing: Standing, joining: str) -> bool:
    outside = standing.state in {"", MembershipState.LEFT}
    return outside and leerlab.joining == joining


def _whereabouts(obj: Any) -> tuple[LeerlabPage, Any, Any]:
    """The Leerlab, the thread and the post in which ``obj`` stands, as far as it stands in one."""
    if isinstance(obj, LeerlabPage):
        return obj, None, None
    if (post := getattr(obj, "post", None)) is not None:
        return post.thread.leerlab, post.thread, post
    if (thread := getattr(obj, "thread", None)) is not None:
        return thread.leerlab, thread, obj if hasattr(obj, "hidden_at") else None
    is_thread = hasattr(obj, "closed_at")
    return obj.leerlab, obj if is_thread else None, None


def _is_author(own: Any, standing: Standing) -> bool:
    """Whether it is this person's own, who still takes part."""
    if standing.user_id is None or Role.MEMBER not in standing.roles:
        return False
    return bool(getattr(own, "author_id", None) == standing.user_id)


def _is_shown(thread: Any, post: Any, standing: Standing) -> bool:
    """Whether this is still there, and nothing of it was hidden or this person sees it nevertheless."""
    if post is not None and getattr(post, "deleted_at", None) is not None:
        return False
    if standing.roles & _MODERATORS:
        return True
    for part in (thread, post):
        hidden = part is not None and getattr(part, "hidden_at", None) is not None
        if hidden and (standing.user_id is None or part.author_id != standing.user_id):
            return False
    return True


def _is_posted(obj: Any, post: Any, standing: Standing) -> bool:
    """Whether a file goes with a post; while it waits for one it is there for whoever uploaded it."""
    if post is not None or not hasattr(obj, "uploader_id"):
        return True
    return standing.user_id is not None and obj.uploader_id == standing.user_id
