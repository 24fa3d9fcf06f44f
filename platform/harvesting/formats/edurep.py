"""A page as a learning resource in the shape that Edurep takes in: schema.org with terms of the OBK.

Levels and subjects are told by their URIs in the Onderwijsbegrippenkader; a term without one is told by name.
"""

from __future__ import annotations

from typing import Any

from harvesting.formats.schema_org import CONTEXT, author_node, file_node, publication_node, site_node, term_node
from harvesting.metadata import CONTENT_LANGUAGE, Metadata
from vocabulary.memory import KnownTerm


def document_of(metadata: Metadata) -> dict[str, Any]:
    """The record, with nothing in it that has no value."""
    node: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "LearningResource",
        "@id": metadata.url,
        "identifier": metadata.url,
        "name": metadata.title,
        "description": metadata.description,
        "url": metadata.url,
        "inLanguage": CONTENT_LANGUAGE,
        "learningResourceType": metadata.kind,
        "author": [author_node(author) for author in metadata.authors],
        "publisher": site_node(),
        "datePublished": metadata.issued.isoformat() if metadata.issued else None,
        "dateModified": metadata.modified_at.isoformat() if metadata.modified_at else None,
        "license": metadata.licence.url if metadata.licence else None,
        "isAccessibleForFree": True,
        "keywords": [term.label for term in metadata.terms.themes],
        "educationalAlignment": [
            *(_alignment("educationalLevel", term) for term in metadata.terms.levels),
            *(_alignment("educationalSubject", term) for term in metadata.terms.subjects),
        ],
        "educationalLevel": [term_node(term) for term in metadata.terms.levels],
        "about": [term_node(term) for term in metadata.terms.subjects],
        "audience": [
            {"@type": "EducationalAudience", "educationalRole": term.label} for term in metadata.terms.audiences
        ],
        "encoding": [file_node(file) for file in metadata.files],
        "isBasedOn": publication_node(metadata.publication) if metadata.publication else None,
    }
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _alignment(kind: str, term: KnownTerm) -> dict[str, Any]:
    node = {
        "@type": "AlignmentObject",
        "alignmentType": kind,
        "educationalFramework": "Onderwijsbegrippenkader" if term.uri else "Samen onderwijs versnellen",
        "targetName": term.label,
    }
    return node | {"targetUrl": term.uri} if term.uri else node
