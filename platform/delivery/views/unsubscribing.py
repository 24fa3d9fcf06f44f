"""Ending mail from within a mail. Looking changes nothing, so that a mail scanner ends nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from caching.unlisted import unlisted
from delivery.targets import described
from delivery.unsubscribing.ending import end, end_all_mail
from delivery.unsubscribing.tokens import DIGEST_TARGET, UnusableTokenError, read


@csrf_exempt
@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows what would end and a button; POST ends it, also from a mail program without cookies (RFC 8058).

    The address is the proof, so there is no form token.
    """
    try:
        asked = read(token)
    except UnusableTokenError:
        return render(request, "delivery/unsubscribe_unusable.html", status=410)
    everything = request.POST.get("alles") == "ja"
    done = request.method == "POST"
    if done:
        end(asked)
        if everything:
            end_all_mail(asked.user)
    context = {
        "is_digest": asked.target == DIGEST_TARGET,
        "target": described(asked.target, asked.user),
        "done": done,
        "everything": everything,
    }
    return render(request, "delivery/unsubscribe.html", context)
