"""Leerlabs: learning communities."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LeerlabsConfig(AppConfig):
    """Leerlabs: learning communities."""

    name = "leerlabs"
    verbose_name = _("Leerlabs")

    def ready(self) -> None:
        """Start noticing who becomes what in which Leerlab; tell the rooms below what this one has."""
        from editorial.demonstration import parts
        from leerlabs import (
            about_pages,
            harvested_metadata,
            on_profiles,
            search_documents,
            shared_by_organisations,
            standing,
        )
        from leerlabs.attachments import keeping
        from leerlabs.labs import collections, explorer, news, picture_access, post_texts, privacy
        from leerlabs.labs import own_data as labs_own_data
        from leerlabs.moderation import first_posts
        from leerlabs.moderation import news as moderation_news
        from leerlabs.threads import asking_research, digest_news, notices, own_data, schedule

        standing.connect()
        privacy.connect()
        collections.connect()
        explorer.connect()
        picture_access.connect()
        news.connect()
        moderation_news.connect()
        first_posts.connect()
        labs_own_data.connect()
        post_texts.connect()
        search_documents.register()
        harvested_metadata.register()
        shared_by_organisations.connect()
        on_profiles.connect()
        about_pages.connect()
        keeping.connect()
        notices.connect()
        asking_research.connect()
        digest_news.connect()
        own_data.connect()
        schedule.connect()
        parts.register("Leerlabs", "leerlabs.demo.loading.load")
