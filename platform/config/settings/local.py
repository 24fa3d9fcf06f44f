"""The site on one's own machine (`make run`): embedded engines, plain http, a secret made once and kept."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from config.settings.environment import whole_number, writable_folder

_port = whole_number("PORT", 8000, minimum=1, maximum=65535)
_data_dir = Path(os.environ.get("DATA_DIR", Path(__file__).resolve().parents[3] / "var"))


def _kept_secret() -> str:
    """The secret of this machine, made on the first run and kept readable by its owner only."""
    path = writable_folder("DATA_DIR", _data_dir) / "secret_key"
    if not path.exists():
        # Written aside and linked: of several processes that start together, one makes the secret of all.
        fresh = path.with_name(f"secret_key.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(get_random_secret_key())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(fresh)
        fresh.unlink()
    return path.read_text()


os.environ.setdefault("SECRET_KEY", _kept_secret())
os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{_port}")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
os.environ.setdefault("TRUSTED_PROXY_COUNT", "0")
os.environ.setdefault("REQUIRE_SECOND_FACTOR", "false")

from config.settings.production import *

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_HSTS_PRELOAD = False
SECURE_PROXY_SSL_HEADER = None
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
# Passkeys ask for https, except on one's own machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
