"""The accounts of the small site."""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models


class Member(AbstractBaseUser):
    """What delivery needs to know of an account."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=datetime(2020, 1, 1, tzinfo=UTC))

    USERNAME_FIELD = "email"
