"""Controlled terms."""

import factory
from factory.django import DjangoModelFactory

from vocabulary.models import Audience, Level, Region, Subject, Theme


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme
        django_get_or_create = ("slug",)

    name = factory.Sequence(lambda n: f"Thema {n}")
    slug = factory.Sequence(lambda n: f"thema-{n}")


class TermFactory(DjangoModelFactory):
    class Meta:
        abstract = True
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"term-{n}")
    label = factory.LazyAttribute(lambda term: term.code.replace("-", " "))
    order = factory.Sequence(int)


class LevelFactory(TermFactory):
    class Meta:
        model = Level


class SubjectFactory(TermFactory):
    class Meta:
        model = Subject


class AudienceFactory(TermFactory):
    class Meta:
        model = Audience


class RegionFactory(TermFactory):
    class Meta:
        model = Region
