"""Where the vocabulary appears in the admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from vocabulary.admin.viewsets import VocabularyGroup
from vocabulary.merging import LOG_ACTION


@hooks.register("register_admin_viewset")
def register_vocabulary() -> VocabularyGroup:
    """The lists and forms of terms."""
    return VocabularyGroup()


@hooks.register("register_log_actions")
def register_merging(actions: LogActionRegistry) -> None:
    """How a merge reads in the history of the theme that stayed."""

    @actions.register_action(LOG_ACTION)
    class MergeFormatter(LogFormatter):
        label = _("Thema's samengevoegd")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            """Names the theme that went."""
            return str(_("“%(name)s” hierin opgenomen") % {"name": log_entry.data.get("name", "")})
