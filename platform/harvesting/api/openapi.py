"""The description of the API: OpenAPI 3.1, made from what the views heed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from harvesting.api.parameters import DEFAULT, LARGEST, LARGEST_WITH_CONTENT
from harvesting.api.presentation import RECORD_FORMATS
from harvesting.api.schemas import SCHEMAS
from harvesting.kinds import known_kinds

VERSION = "1.0.0"
_PROBLEMS = {"400": "BadRequest", "404": "NotFound", "410": "Gone", "429": "TooManyRequests"}


def description() -> dict[str, Any]:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": settings.WAGTAIL_SITE_NAME,
            "version": VERSION,
            "summary": "Everything that is public on this site, and what changed.",
            "description": (
                "Read only, no key. Each page tells its own licence. To copy the site: follow /changes/ from the "
                "beginning, keep the last cursor, and come back with it; nothing that changed in between is missed, "
                "deletions included. OAI-PMH stands at /oai/, searching at /api/zoeken/."
            ),
        },
        "servers": [{"url": settings.SITE_URL}],
        "paths": {
            _path("api_entry"): {"get": _entry()},
            _path("api_pages"): {"get": _pages()},
            _path("api_page", 0).replace("/0/", "/{id}/"): {"get": _page()},
            _path("api_changes"): {"get": _changes()},
            _path("api_themes"): {"get": _themes()},
            _path("record", 0, "x").replace("/0/x/", "/{id}/{format}/"): {"get": _record()},
        },
        "components": {
            "schemas": SCHEMAS,
            "responses": {name: _problem(status) for status, name in _PROBLEMS.items()} | {"NotModified": _unchanged()},
        },
    }


def _path(name: str, *args: object) -> str:
    return reverse(f"harvesting:{name}", args=args)


def _entry() -> dict[str, Any]:
    return {
        "operationId": "getEntry",
        "summary": "Where everything is.",
        "responses": _answers("Entry"),
    }


def _pages() -> dict[str, Any]:
    return {
        "operationId": "listPages",
        "summary": "Public pages, in the order of their numbers.",
        "parameters": [
            _cursor("after", "From the next of an earlier answer."),
            *_filters(),
            {
                "name": "include",
                "in": "query",
                "schema": {"enum": ["content"]},
                "description": f"With the full text; at most {LARGEST_WITH_CONTENT} pages an answer then.",
            },
        ],
        "responses": _answers("PageList", "400"),
    }


def _page() -> dict[str, Any]:
    return {
        "operationId": "getPage",
        "summary": "One page with its full text and its relations.",
        "parameters": [_id()],
        "responses": _answers("Page", "404", "410"),
    }


def _changes() -> dict[str, Any]:
    return {
        "operationId": "listChanges",
        "summary": "What changed since a cursor, deletions too; each page once, at its last change.",
        "parameters": [
            _cursor("since", "The cursor of an earlier answer; without it from the beginning."),
            *_filters(),
        ],
        "responses": _answers("ChangeList", "400"),
    }


def _themes() -> dict[str, Any]:
    return {
        "operationId": "listThemes",
        "summary": "The themes that pages can be asked by.",
        "responses": _answers("ThemeList"),
    }


def _record() -> dict[str, Any]:
    answers = _answers("", "404", "410")
    answers["200"] = {
        "description": "The metadata of the page.",
        "headers": {"ETag": {"schema": {"type": "string"}}},
        "content": {
            "application/ld+json": {"schema": {"type": "object"}},
            "application/xml": {"schema": {"type": "string"}},
        },
    }
    return {
        "operationId": "getRecord",
        "summary": "The metadata of one page in a format of the field.",
        "parameters": [
            _id(),
            {"name": "format", "in": "path", "required": True, "schema": {"enum": list(RECORD_FORMATS)}},
        ],
        "responses": answers,
    }


def _id() -> dict[str, Any]:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}


def _cursor(name: str, explained: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "schema": {"type": "string", "pattern": "^\\d{1,18}$"},
        "description": explained,
    }


def _filters() -> list[dict[str, Any]]:
    return [
        {"name": "kind", "in": "query", "schema": {"enum": list(known_kinds())}},
        {
            "name": "theme",
            "in": "query",
            "schema": {"type": "string"},
            "description": "Code of a theme; pages of the themes below it come along.",
        },
        {
            "name": "limit",
            "in": "query",
            "schema": {"type": "integer", "minimum": 1, "maximum": LARGEST, "default": DEFAULT},
        },
    ]


def _answers(schema: str, *problems: str) -> dict[str, Any]:
    return {
        "200": {
            "description": "What was asked for.",
            "headers": {"ETag": {"schema": {"type": "string"}}},
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
        },
        "304": {"$ref": "#/components/responses/NotModified"},
        **{status: {"$ref": f"#/components/responses/{_PROBLEMS[status]}"} for status in sorted({*problems, "429"})},
    }


def _problem(status: str) -> dict[str, Any]:
    explained = {
        "400": "A parameter is unknown or unreadable.",
        "404": "There is nothing public here.",
        "410": "The page was public and is not any more.",
        "429": "Too many requests of one address in a minute.",
    }
    answer: dict[str, Any] = {
        "description": explained[status],
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status == "429":
        answer["headers"] = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}
    return answer


def _unchanged() -> dict[str, Any]:
    return {"description": "It is what you have: the tag of If-None-Match still holds."}
