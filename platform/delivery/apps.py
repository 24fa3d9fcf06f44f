"""Mail: who hears of what, when, and never twice."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Mail: who hears of what, when, and never twice."""

    name = "delivery"
