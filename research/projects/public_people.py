"""Who has a page of their own: authors of what is public, and who works on a public project line.

A person who is only somebody's contact has none: an address to write to is no biography.
"""

from __future__ import annotations

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from wagtail.models import Page

from accounts.models import Person
from editorial.models import PageAuthor
from editorial.publicity import public
from research.models import InsightPage
from research.projects.models import ProjectLinePage


def people_with_a_page() -> QuerySet[Person]:
    """Everyone who has a page."""
    writes = Q(authorships__page__in=public(Page.objects.all()))
    works = Q(project_roles__page__in=public(ProjectLinePage.objects.all()))
    return Person.objects.filter(pk__in=Person.objects.filter(writes | works).values("pk"))


def researchers() -> QuerySet[Person]:
    """Of them, who does research: authors of insights, and who works on a line."""
    writes = Q(authorships__page__in=public(InsightPage.objects.all()).values("pk"))
    works = Q(project_roles__page__in=public(ProjectLinePage.objects.all()))
    return Person.objects.filter(pk__in=Person.objects.filter(writes | works).values("pk"))


def listed() -> QuerySet[Person]:
    """Researchers by name, each with the number of their public insights as ``insight_count``; one query."""
    own = PageAuthor.objects.filter(person=OuterRef("pk"), page__in=public(InsightPage.objects.all()).values("pk"))
    number = Subquery(own.order_by().values("person").annotate(number=Count("pk")).values("number"))
    people = researchers().annotate(insight_count=Coalesce(number, 0)).select_related("organisation")
    return people.order_by("family_name", "given_name", "pk")


def paths() -> list[str]:
    """The addresses of all these pages, for the sitemap; one query."""
    slugs = people_with_a_page().order_by("pk").values_list("slug", flat=True)
    return [reverse("projects:researcher", args=[slug]) for slug in slugs]


def has_page(person: Person) -> bool:
    """Whether this person has a page."""
    return people_with_a_page().filter(pk=person.pk).exists()
