"""A small site with its listings, for whatever needs pages at real addresses."""

from dataclasses import dataclass

from wagtail.models import Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from caching import generation
from home.models import HomePage, NewsIndexPage, ThemeIndexPage
from networks.models import AgendaPage
from practices.models import MenukaartPage, PracticeIndexPage, StepPlanIndexPage
from research.models import InsightIndexPage, PolicyIndexPage


@dataclass
class SmallSite:
    """The front page and the listings below it."""

    home: HomePage
    insights: InsightIndexPage
    practices: PracticeIndexPage
    interventions: MenukaartPage
    step_plans: StepPlanIndexPage
    policies: PolicyIndexPage
    meetings: AgendaPage
    news: NewsIndexPage
    themes: ThemeIndexPage


LISTINGS = {
    "insights": (InsightIndexPage, "Onderzoek", "onderzoek"),
    "practices": (PracticeIndexPage, "Praktijk", "praktijk"),
    "interventions": (MenukaartPage, "Menukaart", "menukaart"),
    "step_plans": (StepPlanIndexPage, "Stappenplannen", "stappenplannen"),
    "policies": (PolicyIndexPage, "Beleid", "beleid"),
    "meetings": (AgendaPage, "Agenda", "agenda"),
    "news": (NewsIndexPage, "Nieuws", "nieuws"),
    "themes": (ThemeIndexPage, "Thema's", "themas"),
}


@disable_reference_index_auto_update()
def small_site() -> SmallSite:
    """A front page with empty listings, as the only site; nothing refers to anything in it."""
    Site.objects.all().delete()
    root = Page.get_first_root_node()
    for page in root.get_children():
        page.delete()
    root = Page.get_first_root_node()
    home = root.add_child(
        instance=HomePage(title="Voorpagina", slug="home", intro_title="Samen", intro="Kennis en praktijk.")
    )
    Site.objects.create(hostname="localhost", port=80, root_page=home, is_default_site=True, site_name="Samen")
    listings = {
        name: home.add_child(instance=model(title=title, slug=slug, show_in_menus=True))
        for name, (model, title, slug) in LISTINGS.items()
    }
    generation.renew()
    return SmallSite(home=home, **listings)
