"""Front page, theme pages, news, plain pages."""

from home.models.front import HomePage
from home.models.news import NewsIndexPage, NewsPage
from home.models.plain import PlainPage
from home.models.theme_page import ThemeIndexPage, ThemePage

__all__ = ["HomePage", "NewsIndexPage", "NewsPage", "PlainPage", "ThemeIndexPage", "ThemePage"]
