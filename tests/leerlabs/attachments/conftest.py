"""A Leerlab with a member and a thread."""

import pytest

from tests.factories import small_site
from tests.factories.leerlabs import LeerlabFactory
from tests.leerlabs.threads.writing import begin, member


@pytest.fixture
def site(db):
    return small_site()


@pytest.fixture
def leerlab(site):
    return LeerlabFactory(slug="lezen")


@pytest.fixture
def saar(leerlab):
    return member(leerlab, "Saar Jansen")


@pytest.fixture
def host(leerlab):
    return member(leerlab, "Hilde de Groot", role="host")


@pytest.fixture
def thread(leerlab, saar):
    return begin(leerlab, saar)


@pytest.fixture
def as_saar(client, saar):
    client.force_login(saar)
    return client
