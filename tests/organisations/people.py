"""People with verified addresses, and clients signed in as them."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from organisations import membership
from organisations.models import ConfirmedBy, Organisation
from tests.factories import UserFactory


def verified(user: User, *addresses: str) -> User:
    """This user, of whom these addresses, or that of the account, are verified."""
    for address in addresses or (user.email,):
        EmailAddress.objects.create(user=user, email=address, verified=True)
    return user


def named(name: str, **fields: object) -> User:
    """Somebody with a name that others see."""
    user = UserFactory(**fields)
    user.profile.display_name = name
    user.profile.save()
    return user


def administrator_of(organisation: Organisation) -> User:
    """Somebody who manages its people."""
    user = UserFactory()
    membership.begin(user, organisation, ConfirmedBy.INVITATION, role="administrator")
    return user


def editor(group: str = "Redacteur") -> User:
    """Somebody of an editors' group."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    return user


def signed_in(user: User) -> Client:
    """A browser in which this user is signed in."""
    client = Client()
    client.force_login(user)
    return client
