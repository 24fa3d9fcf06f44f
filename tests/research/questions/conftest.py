"""A small site with a list of answers, and an index to look in."""

from collections.abc import Callable

import pytest
from django.core.cache import cache

from research.questions.models import AnswerIndexPage
from search.indexing.rebuild import rebuild
from tests.factories import small_site


@pytest.fixture(autouse=True)
def index_now(settings, tmp_path) -> Callable[[], object]:
    """Build the embedded index of what the database holds at that moment."""
    settings.ELASTICSEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.DATA_DIR = tmp_path
    cache.clear()
    return rebuild


@pytest.fixture
def site(db):
    """With the list of answers as ``answers``."""
    made = small_site()
    made.answers = made.home.add_child(instance=AnswerIndexPage(title="Kennisvragen", slug="kennisvragen"))
    return made
