"""The way to the place of the network, for templates elsewhere on the site."""

from __future__ import annotations

from django import template

from caching.memory import per_generation
from editorial.addresses import public_path
from research.projects.models import ProjectIndexPage

register = template.Library()


@per_generation
def network_path() -> str:
    """The path of the network's place without language prefix; empty on a site without one that everyone may see."""
    page = ProjectIndexPage.objects.filter(live=True).only("path", "url_path").first()
    return public_path(page)


@register.simple_tag(name="network_path")
def show_network_path() -> str:
    """The path, for ``local_path``."""
    return network_path()
