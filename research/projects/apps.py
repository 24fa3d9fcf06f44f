"""The Onderwijskennis Netwerk Amsterdam: project lines, partners, researchers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    """The Onderwijskennis Netwerk Amsterdam: project lines, partners, researchers."""

    name = "research.projects"
    label = "projects"
    verbose_name = _("Projectlijnen")

    def ready(self) -> None:
        """Tell the index what lines are, and show them where their people and organisations are shown."""
        from accounts import own_data, profile_sections
        from editorial.demonstration import parts
        from harvesting import sitemap_sections
        from organisations import shared_by
        from research.projects import on_profiles, public_people, search_documents, shared_by_organisation
        from research.projects import own_data as ours

        search_documents.register()
        on_profiles.connect()
        profile_sections.register("projects", on_profiles.researcher_page, part="display_name")
        shared_by.register("projects", shared_by_organisation.share)
        sitemap_sections.register("onderzoekers", public_people.paths)
        own_data.register("projectlijnen", export=ours.export, erase=ours.erase)
        parts.register("projects", "research.projects.demo.loading.load")
