"""Reading settings from the environment, with one clear sentence when one is wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

_SWITCHES: dict[str, bool | None] = {
    "": None,
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}


def text(name: str) -> str:
    """The value of ``name`` as it stands, or an empty string.

    django-environ reads a value that begins with a dollar sign as the name of another variable; a secret may
    begin with one.
    """
    return os.environ.get(name, "")


def required(name: str, why: str) -> str:
    """The value of ``name``. Raises ImproperlyConfigured when it is empty or absent."""
    value = text(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set; {why}")
    return value


def url(name: str, schemes: tuple[str, ...], example: str) -> str:
    """The URL in ``name``, or an empty string. Raises ImproperlyConfigured for another scheme or no host."""
    value = text(name)
    if not value:
        return ""
    try:
        parts = urlsplit(value)
        usable = parts.scheme in schemes and (bool(parts.hostname) or parts.scheme in {"sqlite", "file"})
        usable = usable and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ImproperlyConfigured(f"{name} is not a usable address ({value!r}); it should look like {example}")
    return value


def number(name: str, default: float, *, minimum: float = 0) -> float:
    """The number in ``name``. Raises ImproperlyConfigured when it is none or below ``minimum``."""
    raw = text(name)
    if not raw:
        return default
    try:
        value = float(raw)
    except ValueError:
        raise ImproperlyConfigured(f"{name} should be a number, not {raw!r}") from None
    if value < minimum:
        raise ImproperlyConfigured(f"{name} should be at least {minimum:g}, not {raw}")
    return value


def whole_number(name: str, default: int, *, minimum: int, maximum: int) -> int:
    """The number in ``name``. Raises ImproperlyConfigured when it is none, or not in between."""
    raw = text(name) or str(default)
    if not raw.isdecimal() or not minimum <= int(raw) <= maximum:
        raise ImproperlyConfigured(f"{name} should be a whole number from {minimum} to {maximum}, not {raw!r}")
    return int(raw)


def switch(name: str, default: bool) -> bool:
    """Yes or no. Raises ImproperlyConfigured for anything that is neither."""
    raw = text(name).lower()
    if raw not in _SWITCHES:
        raise ImproperlyConfigured(f"{name} should be true or false, not {raw!r}")
    chosen = _SWITCHES[raw]
    return default if chosen is None else chosen


def choice(name: str, default: str, choices: tuple[str, ...]) -> str:
    """One of ``choices``, in capitals. Raises ImproperlyConfigured for another word."""
    value = (text(name) or default).upper()
    if value not in choices:
        raise ImproperlyConfigured(f"{name} should be one of {', '.join(choices)}, not {value!r}")
    return value


def writable_folder(name: str, path: Path) -> Path:
    """The folder, made when it is not there. Raises ImproperlyConfigured when we cannot write in it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise ImproperlyConfigured(f"{name} cannot be made: {path} ({problem.strerror})") from problem
    if not os.access(path, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"{name} cannot be written in: {path}")
    return path


def database(data_dir: Path) -> dict[str, Any]:
    """PostgreSQL by ``DATABASE_URL``; without it SQLite in the data directory, in WAL mode.

    Writing transactions start IMMEDIATE, so that two writers wait for each other instead of failing.
    """
    address = url("DATABASE_URL", ("postgres", "postgresql", "sqlite"), "postgres://user:password@host/name")
    if address and not address.startswith("sqlite"):
        return {**env.db_url_config(address), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    path = env.db_url_config(address)["NAME"] if address else data_dir / "db.sqlite3"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
        },
    }


def cache(data_dir: Path) -> dict[str, Any]:
    """Redis by ``CACHE_URL``; without it files, which all processes of one machine share."""
    address = url("CACHE_URL", ("redis", "rediss"), "redis://host:6379/0")
    if address:
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": address,
            # Without these, a Redis that has become silent would hold up every visitor.
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    return {
        "BACKEND": "caching.file_cache.SharedFileCache",
        "LOCATION": str(data_dir / "cache"),
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
