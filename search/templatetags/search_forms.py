"""What a form has to carry along so that the search it changes is not lost."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from django import template

from search.query.addresses import to_querystring
from search.request import SearchRequest

register = template.Library()


@register.simple_tag
def carried_along(search: SearchRequest, *without: str) -> list[tuple[str, Any]]:
    """Names and values of the current search for hidden fields, except the fields ``without`` and the page."""
    pairs = parse_qsl(to_querystring(search, page=1).removeprefix("?"))
    return [(name, value) for name, value in pairs if name not in without]
