"""The shapes of what the API answers, as JSON Schema."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def _object(properties: dict[str, Schema], optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_TEXT: Schema = {"type": "string"}
_ADDRESS: Schema = {"type": "string", "format": "uri"}
_MOMENT: Schema = {"type": "string", "format": "date-time"}
_ID: Schema = {"type": "integer", "minimum": 1}

_PAGE_PROPERTIES: dict[str, Schema] = {
    "id": _ID,
    "identifier": {"type": "string", "description": "Name of the record in OAI-PMH; never changes."},
    "kind": _TEXT,
    "title": _TEXT,
    "summary": _TEXT,
    "language": _TEXT,
    "url": _ADDRESS,
    "url_in_english": {**_ADDRESS, "description": "The same page, its text in Dutch, the words around it in English."},
    "issued": _or_null({"type": "string", "format": "date", "description": "The date that readers see."}),
    "published_at": _or_null(_MOMENT),
    "modified_at": _or_null(_MOMENT),
    "changed_at": {**_MOMENT, "description": "When the record last changed, its terms and authors included."},
    "licence": _or_null(_ref("Licence")),
    "authors": _list(_ref("Author")),
    "themes": _list(_ref("Term")),
    "levels": _list(_ref("Term")),
    "subjects": _list(_ref("Term")),
    "audiences": _list(_ref("Term")),
    "regions": _list(_ref("Term")),
    "publication": _or_null({"type": "object", "description": "The publication that the page tells of, as CSL-JSON."}),
    "files": _list(_ref("File")),
    "parts": {**_list(_ref("Part")), "description": "The pages that a dossier is made of, in its order."},
    "sources": {**_list(_ref("Source")), "description": "What an answer stands on."},
    "links": {"type": "object", "additionalProperties": _ADDRESS},
    "content": _ref("Content"),
    "relations": _list(_ref("Relation")),
}

SCHEMAS: dict[str, Schema] = {
    "Entry": _object(dict.fromkeys(("pages", "changes", "themes", "description", "oai"), _ADDRESS)),
    "Term": _object({"code": _TEXT, "label": _TEXT, "uri": _or_null(_ADDRESS)}),
    "Theme": _object({"code": _TEXT, "label": _TEXT, "uri": _or_null(_ADDRESS), "parents": _list(_TEXT)}),
    "Licence": _object({"code": _TEXT, "name": _TEXT, "url": _ADDRESS}),
    "Author": _object(
        {
            "name": _TEXT,
            "given_name": _TEXT,
            "particle": _TEXT,
            "family_name": _TEXT,
            "affiliation": {**_TEXT, "description": "Where the author worked when the page came out."},
            "orcid": _or_null(_ADDRESS),
        }
    ),
    "File": _object(
        {
            "title": _TEXT,
            "url": _ADDRESS,
            "media_type": _TEXT,
            "size": _or_null({"type": "integer", "description": "Bytes."}),
            "licence": _or_null(_ref("Licence")),
        }
    ),
    "Part": _object({"id": _ID, "title": _TEXT, "url": _ADDRESS}),
    "Source": _object({"text": _TEXT, "url": _or_null(_ADDRESS)}),
    "Content": _object({"html": _TEXT, "text": _TEXT}),
    "Relation": _object(
        {
            "relation": {"enum": ["supports", "contradicts", "applies", "builds_on", "related"]},
            "outgoing": {"type": "boolean", "description": "True when this page says it of the other one."},
            "kind": _TEXT,
            "title": _TEXT,
            "url": _ADDRESS,
        }
    ),
    "PageInList": _object(
        {name: shape for name, shape in _PAGE_PROPERTIES.items() if name != "relations"}, optional=("content",)
    ),
    "Page": _object(_PAGE_PROPERTIES),
    "PageList": _object({"pages": _list(_ref("PageInList")), "next": _or_null(_ADDRESS)}),
    "Change": _object(
        {
            "id": _ID,
            "identifier": _TEXT,
            "kind": _TEXT,
            "change": {"enum": ["changed", "deleted"]},
            "changed_at": _MOMENT,
            "page": _or_null(_ADDRESS),
        }
    ),
    "ChangeList": _object(
        {
            "changes": _list(_ref("Change")),
            "cursor": {**_TEXT, "description": "Keep it, and give it as since the next time."},
            "more": {"type": "boolean", "description": "Whether there is more at this moment."},
            "next": _ADDRESS,
        }
    ),
    "ThemeList": _object({"themes": _list(_ref("Theme"))}),
    "Problem": _object(
        {
            "type": _TEXT,
            "title": _TEXT,
            "status": {"type": "integer"},
            "detail": _TEXT,
            "instance": _TEXT,
        }
    ),
}
