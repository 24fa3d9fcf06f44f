"""A wrong setting ends the start with one clear sentence, before anything is changed."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.config.processes import PRODUCTION, manage


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in PRODUCTION.items() if key != name}


WRONG = {
    "no secret": (without("SECRET_KEY"), "SECRET_KEY is not set"),
    "an empty secret": (PRODUCTION | {"SECRET_KEY": ""}, "SECRET_KEY is not set"),
    "no address": (without("SITE_URL"), "SITE_URL is not set"),
    "an address without a host": (PRODUCTION | {"SITE_URL": "https://"}, "SITE_URL is not a usable address"),
    "another kind of address": (PRODUCTION | {"SITE_URL": "ftp://x.nl"}, "SITE_URL is not a usable address"),
    "an unknown database": ({"DATABASE_URL": "oracle://host/x"}, "DATABASE_URL is not a usable address"),
    "a database nowhere": ({"DATABASE_URL": "postgres:///x"}, "DATABASE_URL is not a usable address"),
    "a port of words": (
        {"DATABASE_URL": "postgres://host:many/x"},
        "DATABASE_URL is not a usable address",
    ),
    "a search engine of words": ({"ELASTICSEARCH_URL": "localhost"}, "ELASTICSEARCH_URL is not a usable"),
    "an unknown cache": ({"CACHE_URL": "memcached://host"}, "CACHE_URL is not a usable address"),
    "unknown mail": ({"EMAIL_URL": "pigeon://loft"}, "EMAIL_URL is not a usable address"),
    "no number": ({"SEARCH_TIMEOUT_SECONDS": "two"}, "SEARCH_TIMEOUT_SECONDS should be a number"),
    "too small a number": ({"SEARCH_TIMEOUT_SECONDS": "0"}, "SEARCH_TIMEOUT_SECONDS should be at least 0.1"),
    "a port that is no number": ({"PORT": "http"}, "PORT should be a whole number from 1 to 65535"),
    "a port past the last": ({"PORT": "70000"}, "PORT should be a whole number from 1 to 65535"),
    "no workers": ({"WORKERS": "0"}, "WORKERS should be a whole number from 1"),
    "half a thread": ({"THREADS": "1.5"}, "THREADS should be a whole number from 1"),
    "neither yes nor no": ({"SECURE_SSL_REDIRECT": "perhaps"} | PRODUCTION, "SECURE_SSL_REDIRECT should be"),
    "an unknown log level": ({"LOG_LEVEL": "loud"}, "LOG_LEVEL should be one of DEBUG, INFO"),
    "a file as folder": ({"DATA_DIR": __file__}, "DATA_DIR cannot be made"),
    "no such address here": ({"HOST": "192.0.2.1"}, "nothing can listen on 192.0.2.1"),
}


@pytest.mark.parametrize(("environment", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_one_sentence_says_which_setting_is_wrong(environment: dict[str, str], sentence: str, tmp_path: Path) -> None:
    ended = manage("serve", "--prepare", environment=environment, data_dir=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Settings: {sentence}")
    assert len(ended.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "db.sqlite3").exists()


def test_a_secret_may_begin_with_a_dollar_sign(tmp_path: Path) -> None:
    asked = ("shell", "--no-imports", "-c", "from django.conf import settings; print(settings.SECRET_KEY)")
    secret = "$secret-" + "x" * 50
    ended = manage(*asked, environment=PRODUCTION | {"SECRET_KEY": secret}, data_dir=tmp_path)
    assert ended.stdout.strip() == secret


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = manage("serve", environment={"PORT": port}, data_dir=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Settings: port {port} is taken by another program")


@pytest.mark.parametrize("command", [("check",), ("work_tasks",), ("search_index", "work")])
def test_every_command_says_it_in_one_sentence(command: tuple[str, ...], tmp_path: Path) -> None:
    ended = manage(*command, environment={"DATABASE_URL": "nonsense"}, data_dir=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.startswith("Settings: DATABASE_URL is not a usable address")
    assert len(ended.stderr.strip().splitlines()) == 1


def test_a_database_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"postgres://user:word@127.0.0.1:{unused.getsockname()[1]}/name"
        ended = manage("prepare", environment={"DATABASE_URL": url}, data_dir=tmp_path)
    assert ended.returncode == 1
    assert "the database does not answer" in ended.stderr
    assert "Traceback" not in ended.stderr
