"""Leerlabs and who takes part in them."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from home.models import HomePage
from leerlabs.models import LeerlabIndexPage, LeerlabMembership, LeerlabPage, MembershipState
from tests.factories.pages import ContentPageFactory
from tests.factories.people import UserFactory


def leerlab_index():
    """The overview of Leerlabs below the front page, made when it is not there yet."""
    index = LeerlabIndexPage.objects.first()
    if index is None:
        home = HomePage.objects.get()
        index = home.add_child(instance=LeerlabIndexPage(title="Leerlabs", slug="leerlabs", show_in_menus=True))
    return index


class LeerlabFactory(ContentPageFactory):
    """Give ``host`` an account to have it led by that; there is no host otherwise."""

    class Meta:
        model = LeerlabPage

    parent = factory.LazyFunction(leerlab_index)
    title = factory.Sequence(lambda n: f"Leerlab {n}")
    slug = factory.Sequence(lambda n: f"leerlab-{n}")
    question = "Hoe leren kinderen lezen met plezier?"
    goal = "Een aanpak die op drie scholen werkt."

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        host = kwargs.pop("host", None)
        leerlab = super()._create(model_class, *args, **kwargs)
        if host is not None:
            MembershipFactory(leerlab=leerlab, user=host, role="host")
        return leerlab


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = LeerlabMembership

    leerlab = factory.SubFactory(LeerlabFactory)
    user = factory.SubFactory(UserFactory)
    state = MembershipState.ACTIVE
    joined_at = factory.LazyFunction(timezone.now)
