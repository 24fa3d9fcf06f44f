"""A small site with a list of dossiers and an index of its own."""

from collections.abc import Callable

import pytest

from keeping.models import DossierIndexPage
from search.indexing.rebuild import rebuild
from tests.factories import small_site


@pytest.fixture
def index_now(settings, tmp_path) -> Callable[[], object]:
    """Build the embedded index of what the database holds at that moment."""
    settings.ELASTICSEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.DATA_DIR = tmp_path
    return rebuild


@pytest.fixture
def site(index_now):
    """The front page with its lists, dossiers among them."""
    site = small_site()
    site.dossiers = site.home.add_child(
        instance=DossierIndexPage(title="Dossiers", slug="dossiers", show_in_menus=True)
    )
    index_now()
    return site
