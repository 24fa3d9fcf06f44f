"""People and the organisations they belong to."""

import factory
from factory.django import DjangoModelFactory

from accounts.models import Person, User
from organisations.models import Municipality, Organisation, OrganisationKind
from tests.factories.terms import RegionFactory


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"persoon{n}@example.nl")
    password = factory.django.Password("een lang wachtwoord")


class MunicipalityFactory(DjangoModelFactory):
    class Meta:
        model = Municipality
        django_get_or_create = ("slug",)

    name = factory.Sequence(lambda n: f"Gemeente {n}")
    slug = factory.Sequence(lambda n: f"gemeente-{n}")
    region = factory.SubFactory(RegionFactory, code="gelderland", label="Gelderland")


class SchoolFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Basisschool {n}")
    slug = factory.Sequence(lambda n: f"basisschool-{n}")
    kind = OrganisationKind.SCHOOL
    municipality = factory.SubFactory(MunicipalityFactory)
    is_example = True


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    slug = factory.Sequence(lambda n: f"persoon-{n}")
    given_name = "Saar"
    family_name = factory.Sequence(lambda n: f"Voorbeeld{n}")
    is_example = True
