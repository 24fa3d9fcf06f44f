"""What every page shares."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """What every page shares."""

    name = "editorial"
    verbose_name = _("Redactie")

    def ready(self) -> None:
        """Watch over publishing, keep copies of pages true to their records, and put our jobs on the schedule."""
        from accounts.models import Person
        from editorial import page_changes, publishing, review_due, review_reminders
        from organisations.models import Municipality, Organisation
        from tasks import schedule
        from vocabulary import receivers

        publishing.connect()
        page_changes.connect()
        for model in (Municipality, Organisation, Person):
            receivers.listen_to(model)
        post_migrate.connect(set_up_groups, dispatch_uid="editorial.groups")
        schedule.every("hold_back_unpublishable", seconds=60)(publishing.hold_back_unpublishable)
        schedule.every("review_reminders", daily_at=review_reminders.DAILY_AT)(review_reminders.send_on_monday)
        schedule.every("renew_pages_to_review", daily_at=review_due.DAILY_AT)(review_due.renew_what_became_due)


def set_up_groups(sender: AppConfig, **kwargs: Any) -> None:
    """After the last app's tables and permissions are there, so are our groups."""
    last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
    if sender is last:
        from editorial import groups

        groups.set_up()
