"""All addresses of the site."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from config.health import health
from editorial.media import serve_picture
from editorial.serving import serve_page

urlpatterns = [
    path("gezond/", health, name="health"),
    path("admin/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve_picture, name="media"),
    path("favicon.ico", RedirectView.as_view(url="/static/design/favicon.svg", permanent=False)),
    *i18n_patterns(
        path("", include("search.urls")),
        path("", include("networks.urls")),
        path("", include("leerlabs.urls")),
        path("", include("accounts.urls")),
        # Wagtail's own addresses (signing in for a closed page, its password), and our serving of pages.
        *(entry for entry in wagtail_urls.urlpatterns if entry.name != "wagtail_serve"),
        re_path(serve_pattern, serve_page, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]
