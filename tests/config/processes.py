"""Running ``manage.py`` as a user would: in a process of its own, with an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: What a machine has that knows nothing of this project.
BARE = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "a-secret-of-the-tests-" + "x" * 40,
    "SITE_URL": "https://www.example.nl",
}


def manage(
    *command: str, environment: dict[str, str], data_dir: Path, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with ``typed`` on its standard input."""
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *command],
        env={**BARE, "DATA_DIR": str(data_dir), **environment},
        cwd=data_dir,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
