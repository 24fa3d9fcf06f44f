"""The words of a post, ready to be searched."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PostText(models.Model):
    """What the site's Dutch analysis makes of a post. Goes with the text: no post that says nothing has one."""

    post = models.OneToOneField(
        "leerlabs.Post", on_delete=models.CASCADE, primary_key=True, related_name="searched_text"
    )
    #: Of the thread: looked at first, so that a search reads one Leerlab only.
    leerlab = models.ForeignKey("leerlabs.LeerlabPage", on_delete=models.CASCADE, related_name="+")
    written_at = models.DateTimeField()
    #: Stems in order, then the parts of compounds; a space before and after each.
    stems = models.TextField()

    class Meta:
        verbose_name = _("doorzochte tekst")
        verbose_name_plural = _("doorzochte teksten")
        indexes = [models.Index(fields=["leerlab", "-written_at"], name="searched_texts")]

    def __str__(self) -> str:
        return str(self.post_id)
