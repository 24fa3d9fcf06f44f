"""A collection: pages that somebody put together, in an order, with notes."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

TITLE_LENGTH = 120
NOTE_LENGTH = 2000


class Collection(models.Model):
    """Of one member, or of a group that a room above registers (:mod:`keeping.groups`), such as a Leerlab.

    Of the address by which it is shared only a hash is kept. ``version`` is raised by what another window could
    overwrite: order, removal, title.
    """

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="collections"
    )
    group_kind = models.CharField(max_length=20, blank=True)
    group_id = models.PositiveBigIntegerField(null=True, blank=True)
    title = models.CharField(_("naam"), max_length=TITLE_LENGTH)
    description = models.TextField(_("waar gaat het over"), max_length=NOTE_LENGTH, blank=True)
    version = models.PositiveIntegerField(default=0)
    share_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    shared_at = models.DateTimeField(null=True, blank=True)
    #: The dossier that editors made of it.
    dossier = models.ForeignKey(
        "keeping.DossierPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="made_of"
    )
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    #: What members keep is not for editors to see among the uses of a page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("verzameling")
        verbose_name_plural = _("verzamelingen")
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(owner__isnull=False, group_kind="", group_id__isnull=True)
                | (models.Q(owner__isnull=True, group_id__isnull=False) & ~models.Q(group_kind="")),
                name="keeping_of_a_member_or_of_a_group",
            ),
            # Sent twice, a form makes one collection.
            models.UniqueConstraint(
                fields=["owner", "title"], condition=models.Q(group_kind=""), name="keeping_one_name_a_member"
            ),
            models.UniqueConstraint(
                fields=["group_kind", "group_id", "title"],
                condition=~models.Q(group_kind=""),
                name="keeping_one_name_a_group",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_of_group(self) -> bool:
        """Whether a group owns it instead of one member."""
        return bool(self.group_kind)

    @property
    def is_shared(self) -> bool:
        """Whether whoever has its address may read it."""
        return self.share_hash is not None


class CollectionItem(models.Model):
    """A page in a collection. When the page goes the note stays, and nothing tells what the page was called."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField(_("aantekening"), max_length=NOTE_LENGTH, blank=True)
    #: Raised with every change of the note.
    note_version = models.PositiveIntegerField(default=0)
    position = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("pagina in een verzameling")
        verbose_name_plural = _("pagina's in verzamelingen")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["collection", "page"], name="keeping_a_page_once")]

    def __str__(self) -> str:
        return f"{self.collection_id}: {self.page_id}"
