"""The small site, for servers in processes of their own."""

from config.settings.testing import *

ROOT_URLCONF = "tests.caching.small_site"
PAGE_CACHE_SECONDS = 3600
