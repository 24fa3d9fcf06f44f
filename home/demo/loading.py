"""Loading the demo: all of it or nothing, and nothing twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from editorial.demonstration.rows import Tally
from editorial.demonstration.wanted import Planned
from editorial.demonstration.writing import add_draft, existing, publish_if_different
from home.demo import media, records, site, terms
from home.demo.content import read_folder
from home.demo.kinds.insights import author_slug
from home.demo.plan import HOME, planned_pages
from home.demo.world import World
from home.models import HomePage

SITE_NAME = "Samen onderwijs versnellen"


@dataclass
class Loaded:
    """What a load did."""

    records: Tally = field(default_factory=Tally)
    pages: Tally = field(default_factory=Tally)


def is_empty() -> bool:
    """Whether the site has no front page yet."""
    return not HomePage.objects.exists()


@transaction.atomic
def load() -> Loaded:
    """Loads the demo content. Raises ContentError, and then leaves the database as it was.

    Pages are made in two rounds, because they point at each other: drafts first, then what they should be.
    """
    loaded = Loaded()
    terms.load_vocabulary()
    terms.load_themes(loaded.records)
    records.load_municipalities(loaded.records)
    records.load_organisations(loaded.records)
    records.load_people(loaded.records)
    _load_authors(loaded.records)
    terms.load_synonyms(loaded.records)
    world = World()
    world.media = media.load_media(loaded.records)
    # References are looked up once a page is finished, not at every save of every part of it.
    with disable_reference_index_auto_update():
        _load_pages(world, loaded.pages)
    return loaded


def _load_authors(tally: Tally) -> None:
    for item in read_folder("insights"):
        for author in item["authors"]:
            records.load_author(author["given"], author["family"], author_slug(author), item, tally)


def _load_pages(world: World, tally: Tally) -> None:
    planned_all = list(planned_pages(world))
    pages: dict[str, Page] = {}
    site.move_welcome_page_away()
    for planned in planned_all:
        pages[planned.name] = _made(planned, pages)
        world.pages[planned.name] = pages[planned.name].pk
    world.complete = True
    published = []
    for planned in planned_all:
        wanted = planned.build()
        wanted.item.check_all_read()
        if publish_if_different(pages[planned.name], wanted, tally):
            published.append(pages[planned.name])
    for page in published:
        ReferenceIndex.create_or_update_for_object(page)
    site.point_site_at(pages[HOME], SITE_NAME)
    site.remove_welcome_page()


def _made(planned: Planned, pages: dict[str, Page]) -> Page:
    parent = pages[planned.parent] if planned.parent else Page.get_first_root_node()
    return existing(planned, parent) or add_draft(planned, planned.build(), parent)
