"""Text as XML may hold it."""

from __future__ import annotations

import re

from lxml import etree

#: Characters that no XML 1.0 document may have, escaped or not: controls, lone surrogates, two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: object) -> str:
    """``text`` without the characters that XML cannot hold; markup in it stays text."""
    return _ILLEGAL.sub("", str(text))


def add(parent: etree._Element, tag: str, text: object = "", **attributes: str) -> etree._Element:
    """A child element in the namespace of ``parent`` (or ``{its own}tag``); empty attributes are left out."""
    name = tag if tag.startswith("{") else f"{{{etree.QName(parent).namespace}}}{tag}"
    child = etree.SubElement(parent, name)
    for key, value in attributes.items():
        if value:
            child.set(key, legal(value))
    if written := legal(text):
        child.text = written
    return child
