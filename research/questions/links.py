"""The private link by which somebody without an account follows a question.

A token is made from the site's secret, the follower and how often a link was made, so that every mail can carry it;
kept is its hash, by which it is found. A new link makes the old one worthless.
"""

from __future__ import annotations

import base64

from django.db.models import F
from django.urls import reverse
from django.utils.crypto import salted_hmac

from delivery.site_address import absolute
from organisations.tokens import hash_of
from research.questions.models import Follower

_PURPOSE = "questions.follower"


def token_of(follower: Follower) -> str:
    """The token of this moment; what is kept of it is set right when the site's secret has changed."""
    digest = salted_hmac(_PURPOSE, f"{follower.pk}:{follower.link_number}", algorithm="sha256").digest()
    token = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    hashed = hash_of(_PURPOSE, token)
    if follower.link_hash != hashed:
        follower.link_hash = hashed
        Follower.objects.filter(pk=follower.pk).update(link_hash=hashed)
    return token


def renew(follower: Follower) -> None:
    """Make the links that were sent worthless; the next mail carries a new one."""
    Follower.objects.filter(pk=follower.pk).update(link_number=F("link_number") + 1)
    follower.refresh_from_db(fields=["link_number"])
    token_of(follower)


def follower_with(token: str) -> Follower | None:
    """Whose link this is; None for one that is not, or no longer."""
    found = Follower.objects.select_related("question").filter(link_hash=hash_of(_PURPOSE, token), user=None)
    return found.first()


def path_for(follower: Follower) -> str:
    """Where this person follows the question: with an account its own page, otherwise the private link."""
    if follower.user_id is not None:
        return follower.question.get_absolute_url()
    return reverse("questions:by_link", args=[token_of(follower)])


def address_for(follower: Follower) -> str:
    """The same with the site before it, for a mail."""
    return absolute(path_for(follower))
