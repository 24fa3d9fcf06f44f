"""Which pages the demo has, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from editorial.demonstration.content import Item
from editorial.demonstration.wanted import Planned, WantedPage
from home.demo.content import read_file, read_folder, read_rows
from home.demo.kinds import articles, entrances, insights, practices
from home.demo.world import World

HOME = "home"
#: Folder of the content → the section it stands in, and who builds it. The order is that of making.
_FOLDERS: dict[str, tuple[str, Callable[[Item, World], WantedPage]]] = {
    "insights": ("sections/onderzoek", insights.build),
    "practices": ("sections/praktijk", practices.build_practice),
    "policy": ("sections/beleid", articles.build_policy),
    "news": ("sections/nieuws", articles.build_news),
    "agenda": ("sections/agenda", articles.build_meeting),
    "step_plans": ("sections/stappenplannen", practices.build_step_plan),
    "pages": (HOME, articles.build_plain_page),
}


def planned_pages(world: World) -> Iterator[Planned]:
    """Every page of the demo; a parent comes before what stands below it."""
    front = read_file("home.toml")
    yield Planned(HOME, "", "home", partial(entrances.build_home, front, world))
    for item in read_rows("sections.toml", "sections"):
        build = partial(entrances.build_section, item, world)
        yield Planned(f"sections/{item.slug}", HOME, item.slug, build)
    figures = practices.read_figures()
    for item in read_folder("interventions"):
        build = partial(practices.build_intervention, item, world, figures)
        yield Planned(f"interventions/{item.slug}", "sections/menukaart", item.slug, build)
    for folder, (section, builder) in _FOLDERS.items():
        for item in read_folder(folder):
            yield Planned(f"{folder}/{item.slug}", section, item.slug, partial(builder, item, world))
    for item in read_rows("themes.toml", "themes"):
        build = partial(entrances.build_theme_page, item, world)
        yield Planned(f"themes/{item.slug}", "sections/themas", item.slug, build)
