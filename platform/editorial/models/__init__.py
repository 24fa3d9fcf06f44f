"""What every page shares."""

from editorial.models.approval import EditorialApprovalTask
from editorial.models.authorship import PageAuthor
from editorial.models.content_page import ContentPage
from editorial.models.document import EditorialDocument
from editorial.models.image import EditorialImage, EditorialRendition
from editorial.models.relation import PageRelation, RelationKind

__all__ = [
    "ContentPage",
    "EditorialApprovalTask",
    "EditorialDocument",
    "EditorialImage",
    "EditorialRendition",
    "PageAuthor",
    "PageRelation",
    "RelationKind",
]
