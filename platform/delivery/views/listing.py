"""Somebody's notifications."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from delivery import kinds, reading
from delivery.kinds import Message
from delivery.models import Notification

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A notification with what one reads of it now; None when that is gone."""

    notification: Notification
    message: Message | None


@require_safe
@never_cache
@login_required
def notifications(request: HttpRequest) -> HttpResponse:
    """The newest first."""
    mine = reading.notifications_of(request.user)
    page = Paginator(mine, PAGE_SIZE).get_page(request.GET.get("pagina"))
    lines = [Line(notification, kinds.message_for(notification.event, request.user)) for notification in page]
    context = {"page_of_lines": page, "lines": lines, "any_unread": reading.unread_count(request.user) > 0}
    return render(request, "delivery/notifications.html", context)


@require_safe
@never_cache
@login_required
def open_notification(request: HttpRequest, pk: int) -> HttpResponse:
    """To what it is about. Whoever opens it has read it; asking again changes nothing more."""
    mine = get_object_or_404(reading.notifications_of(request.user), pk=pk)
    if mine.read_at is None:
        Notification.objects.filter(pk=mine.pk, read_at=None).update(read_at=timezone.now())
    message = kinds.message_for(mine.event, request.user)
    return redirect(message.url if message else "delivery:notifications")


@require_POST
@login_required
def mark_all_read(request: HttpRequest) -> HttpResponse:
    """Done with all of them."""
    reading.mark_all_read(request.user)
    return redirect("delivery:notifications")
