"""What is kept: collections, alerts, dossiers."""

from keeping.models.alert import Alert, AlertedPage, AlertFeedAddress
from keeping.models.collection import Collection, CollectionItem
from keeping.models.dossier import DossierIndexPage, DossierPage

__all__ = [
    "Alert",
    "AlertFeedAddress",
    "AlertedPage",
    "Collection",
    "CollectionItem",
    "DossierIndexPage",
    "DossierPage",
]
