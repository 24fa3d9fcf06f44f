"""Addresses at which people who look after pages say that they are still right."""

from __future__ import annotations

from django.urls import path

from editorial.review_link_view import by_link
from editorial.review_views import my_pages, one_page

app_name = "reviewing"
urlpatterns = [
    path("account/nakijken/", my_pages, name="mine"),
    path("account/nakijken/<int:page_id>/", one_page, name="page"),
    path("nakijken/<str:token>/", by_link, name="by_link"),
]
