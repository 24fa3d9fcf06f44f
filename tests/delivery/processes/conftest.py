"""The small site in real processes, on SQLite or, with ``--postgresql``, on a database of its own there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.delivery.mail_server import MailServer
from tests.tasks import conftest as of_tasks
from tests.tasks.conftest import SmallSite


@dataclass
class MailingSite(SmallSite):
    """A small site with members and a mail server."""

    mail_server: MailServer | None = None
    more_environment: dict[str, str] = field(default_factory=dict)

    def members(self, number: int) -> None:
        """Make so many."""
        self.ask(f"from tests.delivery.processes.small_site import work; work.make_members({number})")

    def mailing(self) -> None:
        """Something happens that all members hear of; the mails wait."""
        self.ask(
            "import delivery; from delivery.fan_out import tell; from delivery.models import Event\n"
            "delivery.announce('mailing', about='site:1', data={}, key='one')\n"
            "tell.func(Event.objects.get().pk)"
        )

    def states(self) -> dict[str, str]:
        """Address → the state of its mail."""
        return self.ask(
            "import json; from delivery.models import OutgoingMail as M; "
            "print(json.dumps(dict(M.objects.values_list('user__email', 'state'))))"
        )

    def worker(self):
        """A process that sends mail, and soon takes over from dead ones."""
        return self.start("delivery", "work", "--lost-after", "2")

    def is_done(self) -> bool:
        """Whether no mail waits or is in hand."""
        return not {"waiting", "claimed", "handing_over"} & set(self.states().values())

    def _environment(self, jobs: str) -> dict[str, str]:
        return {
            **super()._environment(jobs),
            "DJANGO_SETTINGS_MODULE": "tests.delivery.processes.small_site.site_settings",
            "EMAIL_URL": f"smtp://127.0.0.1:{self.mail_server.port}" if self.mail_server else "",
            **self.more_environment,
        }


@pytest.fixture(scope="session")
def migrated_mailing_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailingSite]:
    """The site that the others are copies of."""
    folder = tmp_path_factory.mktemp("mailing-site")
    server = os.environ.get("DATABASE_URL", "")
    url = of_tasks._create_database(server) if server.startswith("postgres") else f"sqlite:///{folder}/db.sqlite3"
    site = MailingSite(folder, url)
    assert site.start("migrate", "--run-syncdb", "--verbosity=0").wait() == 0, site.errors()
    yield site
    of_tasks._drop_database(server, url)


@pytest.fixture
def mailing_site(migrated_mailing_site: MailingSite, tmp_path: Path, mail_server) -> Iterator[MailingSite]:
    """A site with an empty database and a mail server that takes everything."""
    server = os.environ.get("DATABASE_URL", "")
    if server.startswith("postgres"):
        url = of_tasks._create_database(server, template=migrated_mailing_site.database_url)
    else:
        shutil.copy(migrated_mailing_site.folder / "db.sqlite3", tmp_path)
        url = f"sqlite:///{tmp_path}/db.sqlite3"
    site = MailingSite(tmp_path, url, mail_server=mail_server)
    yield site
    site.end()
    of_tasks._drop_database(server, url)
