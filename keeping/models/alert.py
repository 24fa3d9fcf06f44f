"""Being told what is new in a search or about a theme."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.feed_address import OwnFeedAddress

NAME_LENGTH = 120
QUERY_LENGTH = 2000


class Alert(models.Model):
    """A search that a member follows. A theme is followed as the search for all that is about it.

    ``query`` is the search's query string in one fixed form, without its question mark: equal searches of many
    members are equal texts, and are run once for all of them.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="alerts")
    name = models.CharField(_("naam"), max_length=NAME_LENGTH)
    query = models.CharField(max_length=QUERY_LENGTH, db_index=True)
    #: Otherwise only the feed and one's own page tell of it.
    in_digest = models.BooleanField(_("in het overzicht per mail"), default=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("gevolgde zoekopdracht")
        verbose_name_plural = _("gevolgde zoekopdrachten")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["user", "query"], name="keeping_a_search_once")]

    def __str__(self) -> str:
        return self.name


class AlertedPage(models.Model):
    """That a page is news for somebody, by the first alert that found it: never again, whatever finds it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="alerted_pages")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    alert = models.ForeignKey(Alert, null=True, on_delete=models.SET_NULL, related_name="found")
    found_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("gemelde pagina")
        verbose_name_plural = _("gemelde pagina's")
        ordering = ["-found_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="keeping_a_page_told_once")]
        indexes = [models.Index(fields=["found_at"], name="keeping_found_at")]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.user_id}"


class AlertFeedAddress(OwnFeedAddress):
    """Of the feed with what one's alerts found."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="alert_feed")

    class Meta:
        verbose_name = _("feedadres van gevolgde zoekopdrachten")
        verbose_name_plural = _("feedadressen van gevolgde zoekopdrachten")
