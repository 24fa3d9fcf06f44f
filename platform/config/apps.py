"""Where the site is put together: the only room that may name all others."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Commands and checks about the site as a whole."""

    name = "config"
    verbose_name = "Site"

    def ready(self) -> None:
        """Say which changes, besides those of pages, the pages that are kept for readers have to follow."""
        from accounts.models import Person
        from caching import signals
        from search.models import PinnedResult, SynonymGroup
        from search.signals import index_caught_up

        signals.renew_with_apps("vocabulary", "organisations")
        signals.renew_with(Person, PinnedResult, SynonymGroup)
        signals.renew_on(index_caught_up)
