"""The engine for growth: an Elasticsearch cluster, through elasticsearch-dsl."""

from search.engines.elastic.engine import ElasticsearchEngine

__all__ = ["ElasticsearchEngine"]
