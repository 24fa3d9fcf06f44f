"""``manage.py create_editor EMAIL``: an account for somebody who edits the site."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

User = get_user_model()
PUBLISHERS = "Eindredacteur"


class Command(BaseCommand):
    """The password is asked for, or read from standard input when that is no terminal."""

    help = "Make an account that can edit and publish."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--group", default=PUBLISHERS, help="the group whose rights it gets (default: %(default)s)")

    def handle(self, *, email: str, group: str, **options: Any) -> None:
        """Raises CommandError, in one sentence, for what is not right."""
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"{email!r} is not an e-mail address") from None
        found = Group.objects.filter(name=group).first()
        if found is None:
            names = ", ".join(Group.objects.order_by("name").values_list("name", flat=True))
            raise CommandError(f"there is no group {group!r}; there are {names or 'none yet'}")
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(
                f"{email} has an account already; `manage.py changepassword {email}` changes its password"
            )
        password = self._password()
        user = User(email=email.lower())
        try:
            validate_password(password, user)
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        user.set_password(password)
        user.save()
        user.groups.add(found)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        self.stdout.write(f"{email} can sign in now, with the rights of {group}.")

    def _password(self) -> str:
        if not sys.stdin.isatty():
            return sys.stdin.readline().rstrip("\n")
        password = getpass("Password: ")
        if password != getpass("Once more: "):
            raise CommandError("the two passwords differ")
        return password
