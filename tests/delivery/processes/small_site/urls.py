"""The addresses that mails name."""

from django.urls import include, path

urlpatterns = [path("", include("delivery.urls"))]
