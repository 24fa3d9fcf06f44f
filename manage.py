#!/usr/bin/env python
"""The one entrance for commands. Puts the root and platform/ on the import path, for itself and its children."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
IMPORT_PATH = [str(ROOT), str(ROOT / "platform")]


def main() -> None:
    """Run a management command; a wrong setting ends in one sentence instead of a traceback."""
    sys.path[:0] = [entry for entry in IMPORT_PATH if entry not in sys.path]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as wrong:
        sys.exit(f"Settings: {wrong}")


if __name__ == "__main__":
    main()
