"""The controlled terms: those that every site has, and the themes of the demo."""

from __future__ import annotations

from editorial.demonstration.rows import Tally, checked, keep
from home.demo.content import read_rows
from practices.editions import load_editions
from search.models import SynonymGroup
from vocabulary.loading import load_terms
from vocabulary.models import Theme


def load_vocabulary() -> None:
    """Levels, subjects, audiences, regions and editions, which are no demo content."""
    load_terms()
    load_editions()


def load_themes(tally: Tally) -> None:
    """The tree of themes, in the order of the file; a parent stands above its children."""
    themes: dict[str, Theme] = {}
    for order, item in enumerate(read_rows("themes.toml", "themes"), start=1):
        parent = item.get("parent")
        if parent and parent not in themes:
            raise item.error("parent", f"{parent} does not stand above it in the file")
        values = {
            "name": item["name"],
            "description": item["description"],
            "synonyms": "\n".join(item["synonyms"]),
            "parent": themes.get(parent) if parent else None,
            "order": order * 10,
        }
        themes[item.slug] = keep(Theme, {"slug": item["slug"]}, values, item, tally)


def load_synonyms(tally: Tally) -> None:
    """Groups of words that mean the same. A group is known by its terms, so that an editor's own stay."""
    known = {frozenset(group.term_list): group for group in SynonymGroup.objects.all()}
    for item in read_rows("synonyms.toml", "groups"):
        terms = item["terms"]
        if frozenset(terms) in known:
            tally.kept += 1
            continue
        group = SynonymGroup(terms="\n".join(terms))
        checked(group, item)
        group.save()
        tally.made += 1
        item.check_all_read()
