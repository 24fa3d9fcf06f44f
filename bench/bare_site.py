"""The floor: a Django view without middleware that returns bytes which the site itself made.

Served by the same server with the same options; ``BARE_ANSWERS`` names the JSON file with the recorded answers.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import re_path

settings.configure(
    ALLOWED_HOSTS=["*"],
    MIDDLEWARE=[],
    ROOT_URLCONF=__name__,
    SECRET_KEY=secrets.token_hex(),
    USE_I18N=False,
)

_answers: dict[str, tuple[bytes, str, str]] = {
    path: (base64.b64decode(answer["body"]), answer["content_type"], answer["content_encoding"])
    for path, answer in json.loads(Path(os.environ["BARE_ANSWERS"]).read_text()).items()
}


def answer(request: HttpRequest) -> HttpResponse:
    """What the site answered at this path, with as few headers as make sense of it."""
    body, content_type, content_encoding = _answers[request.path]
    response = HttpResponse(body, content_type=content_type)
    response.headers["Content-Length"] = str(len(body))
    if content_encoding:
        response.headers["Content-Encoding"] = content_encoding
    return response


urlpatterns = [re_path("", answer)]
application = get_wsgi_application()
