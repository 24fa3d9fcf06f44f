"""Kinds of publication in RIS, and the tags that hold one text each."""

from __future__ import annotations

WRITTEN_KINDS = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "article": "UNPB",
    "book": "BOOK",
    "chapter": "CHAP",
    "entry-encyclopedia": "ENCYC",
    "report": "RPRT",
    "thesis": "THES",
    "dataset": "DATA",
    "software": "COMP",
    "webpage": "ELEC",
    "post-weblog": "BLOG",
    "paper-conference": "CPAPER",
    "manuscript": "UNPB",
    "pamphlet": "PAMP",
}
READ_KINDS = {
    **{code: kind for kind, code in WRITTEN_KINDS.items() if kind != "article"},
    "EJOUR": "article-journal",
    "INPR": "article-journal",
    "JFULL": "article-journal",
    "EBOOK": "book",
    "EDBOOK": "book",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "DBASE": "dataset",
    "GOVDOC": "report",
    "STAND": "report",
    "WEB": "webpage",
    "ICOMM": "webpage",
}
#: Where the abbreviation of a journal's title stands, when its whole title stands somewhere else.
SHORT_TITLES = ("alternate_title1", "alternate_title2", "journal_name")
#: Names that rispy gives the tags → CSL; the first that is there wins.
READ_FIELDS = {
    "title": "title",
    "primary_title": "title",
    "short_title": "title-short",
    "secondary_title": "container-title",
    "journal_name": "container-title",
    "alternate_title3": "container-title",
    "alternate_title1": "container-title",
    "alternate_title2": "container-title",
    "tertiary_title": "collection-title",
    "volume": "volume",
    "edition": "edition",
    "publisher": "publisher",
    "place_published": "publisher-place",
    "type_of_work": "genre",
    "language": "language",
    "abstract": "abstract",
    "notes_abstract": "abstract",
    "custom1": "status",
    "section": "version",
    "note": "number",
}
