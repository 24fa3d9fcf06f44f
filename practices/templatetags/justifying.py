"""What templates of verantwoordingen and schoolprogramma's use."""

from __future__ import annotations

from django import template

from practices.justifying.amounts import euros

register = template.Library()
register.filter("euros", euros)
