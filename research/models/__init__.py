"""Insights and policy pieces."""

from research.models.insight import DatePrecision, InsightPage, Method, PublicationType
from research.models.listings import InsightIndexPage, PolicyIndexPage
from research.models.policy import PolicyPage

__all__ = [
    "DatePrecision",
    "InsightIndexPage",
    "InsightPage",
    "Method",
    "PolicyIndexPage",
    "PolicyPage",
    "PublicationType",
]
