"""``manage.py organisations import FILE``: organisations out of a CSV file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from organisations.importing.applying import DataChangedError, apply, report
from organisations.importing.plan import ImportPlan
from organisations.importing.reading import FileRefusedError


class Command(BaseCommand):
    """Reports what a file would change; with ``--apply`` it does that."""

    help = "Import organisations from a CSV file: says what would change, and changes it with --apply."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One action so far."""
        actions = parser.add_subparsers(dest="action", required=True)
        importing = actions.add_parser("import", help="add and update organisations from a CSV file")
        importing.add_argument("file", type=Path)
        importing.add_argument("--apply", action="store_true", help="carry it out, in one transaction")
        importing.add_argument(
            "--expect", metavar="FINGERPRINT", help="with --apply: only when the report still has this fingerprint"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Report, or apply and report."""
        try:
            content = options["file"].read_bytes()
        except OSError as problem:
            raise CommandError(f"{options['file']} cannot be read: {problem.strerror}") from problem
        try:
            made = apply(content, expected=options["expect"]) if options["apply"] else report(content)
        except (FileRefusedError, DataChangedError) as refused:
            raise CommandError(str(refused)) from refused
        self._say(made, options["apply"])

    def _say(self, made: ImportPlan, applied: bool) -> None:
        write = self.stdout.write
        write(f"Read as {made.encoding}, separated by {made.separator!r}.")
        if made.ignored_columns:
            write(f"Columns that are ignored: {', '.join(made.ignored_columns)}.")
        for new in made.new:
            write(f"line {new.line}: new {new.kind} {new.name} {new.code}".rstrip())
        for changed in made.changed:
            changes = "; ".join(f"{change.field}: {change.old!r} → {change.new!r}" for change in changed.changes)
            write(f"line {changed.line}: {changed.name}: {changes}")
        for refused in made.refused:
            write(self.style.WARNING(f"line {refused.line}: refused: {refused.reason}"))
        counts = f"{len(made.new)} new, {len(made.changed)} changed, {len(made.unchanged)} unchanged"
        write(f"{counts}, {len(made.refused)} refused.")
        if applied:
            write(self.style.SUCCESS("Applied."))
        elif made.changes_anything:
            write(f"Nothing is changed yet; --apply does. Fingerprint of this report: {made.fingerprint()}")
