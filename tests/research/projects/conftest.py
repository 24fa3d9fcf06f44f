"""A site with the place of the network and one line."""

from collections.abc import Callable

import pytest
from wagtail.models import PageViewRestriction

from search.indexing.rebuild import rebuild
from tests.factories import small_site
from tests.factories.projects import ProjectLineFactory, network_of


@pytest.fixture
def site(db):
    return small_site()


@pytest.fixture
def network(site):
    return network_of(site)


@pytest.fixture
def line(network):
    return ProjectLineFactory(parent=network, slug="samen-lezen", title="Samen lezen")


@pytest.fixture
def text_of(client):
    """What stands at an address."""

    def read(address):
        answer = client.get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    return read


@pytest.fixture
def closed():
    """Makes a page members only."""

    def close(page):
        return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    return close


@pytest.fixture
def index_now(settings, tmp_path) -> Callable[[], object]:
    """Build the embedded index of what the database holds at that moment."""
    settings.ELASTICSEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.DATA_DIR = tmp_path
    return rebuild
