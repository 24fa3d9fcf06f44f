"""All addresses of the site."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from accounts.sign_in import addresses as sign_in_addresses
from accounts.sign_in.shadowed import to_password_reset, to_sign_in
from config.health import health
from editorial.media import serve_picture
from editorial.serving import serve_page

urlpatterns = [
    path("gezond/", health, name="health"),
    # One way in for everyone: Wagtail's own pages for signing in lead to it.
    re_path(r"^(admin|_util)/login/$", to_sign_in),
    re_path(r"^admin/password_reset/", to_password_reset),
    path("admin/", include(wagtailadmin_urls)),
    path("", include(sign_in_addresses.provider_urlpatterns)),
    path("documenten/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve_picture, name="media"),
    path("", include("harvesting.urls")),
    path("favicon.ico", RedirectView.as_view(url="/static/design/favicon.svg", permanent=False)),
    *i18n_patterns(
        path("", include("harvesting.page_urls")),
        path("", include("search.urls")),
        path("", include("networks.urls")),
        path("", include("practices.urls")),
        path("", include("practices.weighing.urls")),
        path("", include("practices.justifying.urls")),
        path("", include("research.projects.urls")),
        path("", include("research.publications.urls")),
        path("", include("research.questions.urls")),
        path("", include("keeping.urls")),
        path("", include("citing.urls")),
        path("", include("leerlabs.urls")),
        path("", include("organisations.urls")),
        path("", include("accounts.urls")),
        path("", include("editorial.review_urls")),
        path("", include("delivery.urls")),
        path("", include(sign_in_addresses)),
        # Wagtail's own addresses (signing in for a closed page, its password), and our serving of pages.
        *(entry for entry in wagtail_urls.urlpatterns if entry.name != "wagtail_serve"),
        re_path(serve_pattern, serve_page, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]
