"""The table of settings in docs/operating.md is whole and true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READERS = {"text", "required", "url", "number", "whole_number", "switch", "choice"}
READING = READERS | {f"environment.{name}" for name in READERS} | {"env.str", "env.list"}
READING |= {"os.environ.get", "os.environ.setdefault"}
ROW = re.compile(r"^\| (`[A-Z].*?) \| (.*?) \| (.*?) \|$", re.MULTILINE)
NAME = re.compile(r"[A-Z][A-Z_]+")


def calls() -> Iterator[ast.Call]:
    """Every place where the site reads its environment by a name that stands there."""
    rooms = ROOT / "platform" / "config"
    for path in (*rooms.rglob("*.py"), ROOT / "manage.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            if ast.unparse(node.func) in READING and NAME.fullmatch(str(node.args[0].value)):
                yield node


def read() -> dict[str, str]:
    """Name of each setting, and its default where that is a number."""
    found: dict[str, str] = {}
    for call in calls():
        name = str(ast.literal_eval(call.args[0]))
        default = call.args[1] if len(call.args) > 1 else None
        is_number = isinstance(default, ast.Constant) and type(default.value) in (int, float)
        found.setdefault(name, _written(ast.literal_eval(default)) if default and is_number else "")
    return found


def _written(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def documented() -> dict[str, str]:
    """Name of each setting in the table, and what stands there as its default."""
    text = (ROOT / "docs" / "operating.md").read_text()
    table = text.partition("## Settings")[2].partition("\n## ")[0]
    rows: dict[str, str] = {}
    for names, defaults, _ in ROW.findall(table):
        each = [name.strip().strip("`") for name in names.split(",")]
        values = defaults.split(", ") if len(each) > 1 else [defaults]
        rows |= dict(zip(each, values, strict=True))
    return rows


def test_every_setting_that_is_read_is_documented() -> None:
    of_python = {"PYTHONPATH"}
    assert set(read()) - set(documented()) - of_python == set()


def test_every_setting_that_is_documented_is_read() -> None:
    assert set(documented()) - set(read()) == set()


@pytest.mark.parametrize("name", sorted(name for name, default in read().items() if default))
def test_the_default_that_is_documented_is_the_one_that_holds(name: str) -> None:
    assert documented()[name].split(" ")[0] == read()[name]


def test_the_example_names_settings_that_exist() -> None:
    example = (ROOT / ".env.example").read_text()
    named = set(re.findall(r"^(?:# )?([A-Z][A-Z_]+)=", example, re.MULTILINE))
    of_compose = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "compose.yaml").read_text()))
    of_providers = {name for name in named if name.startswith("OIDC_")}
    assert named - set(documented()) - of_compose - of_providers == set()
