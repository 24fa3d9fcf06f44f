"""Refusing to delete a record that pages cannot do without, with their names instead of an error."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, ProtectedError
from django.db.models.deletion import Collector
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView
from wagtail.models import Page

from vocabulary.concerned_pages import pages_that_show

MOST_NAMED = 5


def why_not_deletable(record: Model) -> str:
    """What still needs ``record``, in words for an editor; empty when it may go."""
    try:
        Collector(using=DEFAULT_DB_ALIAS, origin=record).collect([record])
    except ProtectedError as protected:
        pages = Page.objects.filter(pk__in=pages_that_show([record])).order_by("title")
        names = [page.get_admin_display_title() for page in pages[:MOST_NAMED]]
        names = names or [str(needing) for needing in list(protected.protected_objects)[:MOST_NAMED]]
        return _("“%(record)s” kan niet weg, want het wordt nog gebruikt: %(names)s.") % {
            "record": record,
            "names": ", ".join(names),
        }
    return ""


class RefusingDeleteView(DeleteView):
    """Goes back to the list with the reason when a term cannot go."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Looks before it asks, and again before it deletes."""
        if reason := why_not_deletable(self.object):
            messages.error(request, reason)
            return HttpResponseRedirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)
