"""Insights and policy pieces."""

from research.models.insight import InsightPage, Method, PublicationType
from research.models.listings import InsightIndexPage, PolicyIndexPage
from research.models.policy import PolicyPage

__all__ = ["InsightIndexPage", "InsightPage", "Method", "PolicyIndexPage", "PolicyPage", "PublicationType"]
