"""What somebody says in a thread, and whom they mention."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Post(models.Model):
    """One contribution.

    ``source`` is what its author typed, ``body`` the safe HTML made of it once, when it was written
    (:mod:`leerlabs.rich_text`). Both name people by references, never by name.
    """

    thread = models.ForeignKey("leerlabs.Thread", on_delete=models.CASCADE, related_name="posts")
    number = models.PositiveIntegerField(_("nummer"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="leerlab_posts"
    )
    reply_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replies")
    source = models.TextField(_("tekst"))
    body = models.TextField(blank=True)
    #: Raised by every edit: the form says which one it changes.
    version = models.PositiveIntegerField(default=1)
    #: Made with the form; the same form sent twice is one post.
    form_token = models.UUIDField(default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(_("geschreven op"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(_("gewijzigd op"), null=True, blank=True)
    hidden_at = models.DateTimeField(_("verborgen op"), null=True, blank=True)
    deleted_at = models.DateTimeField(_("verwijderd op"), null=True, blank=True)
    #: Where it stands now, when a moderator moved it; this row keeps its place.
    moved_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="posts_are_numbered"),
            models.UniqueConstraint(fields=["author", "form_token"], name="a_form_posts_once"),
        ]
        indexes = [
            models.Index(fields=["author", "-created_at"], name="posts_of_an_author"),
            models.Index(fields=["-created_at"], name="latest_posts"),
        ]

    def __str__(self) -> str:
        return f"{self.thread_id}#{self.number}"

    @property
    def is_gone(self) -> bool:
        """Whether only its place is left."""
        return self.deleted_at is not None or self.moved_to_id is not None

    @property
    def anchor(self) -> str:
        """Its id on the page of the thread."""
        return f"bericht-{self.number}"


class Mention(models.Model):
    """Somebody is named in a post. Without a user: somebody who left."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("vermelding")
        verbose_name_plural = _("vermeldingen")
        constraints = [models.UniqueConstraint(fields=["post", "user"], name="mentioned_once_a_post")]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.user_id}"
