"""A site of a few views, each with one trait that the page cache has to reckon with."""

import os
import threading
import time
from pathlib import Path

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseNotFound, JsonResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.vary import vary_on_headers

from caching.policy import Policy, cached, declare, never_cached

FILLING = "<p>Samen onderwijs versnellen.</p>" * 40


class Calls:
    """How often a view of this process was asked, and what it says."""

    def __init__(self):
        self.number = 0
        self.title = "eerst"
        #: When set, the slow view says that it began and waits until it may go on.
        self.began = threading.Event()
        self.go_on = threading.Event()

    def reset(self):
        self.__init__()


calls = Calls()


def html(*parts):
    calls.number += 1
    return HttpResponse(f"<h1>{calls.title}</h1><p>keer {calls.number}</p>{' '.join(parts)}{FILLING}")


def plain(request):
    return html()


def slow(request):
    """Reads what it shows, and only then waits."""
    response = html()
    calls.began.set()
    calls.go_on.wait(10)
    return response


def short(request):
    """Takes long enough for others to come meanwhile."""
    time.sleep(0.2)
    return html()


def failing(request):
    html()
    raise RuntimeError


@cached("thema", "pagina", "q", except_with=("q",), partials=True)
def listing(request):
    part = "deel" if request.headers.get("HX-Request") == "true" else "heel"
    return html(part, f"thema={request.GET.getlist('thema')}", f"query={request.META['QUERY_STRING']}")


@cached("kleur", ordered=("p",))
def side_by_side(request):
    return html(f"p={request.GET.getlist('p')}", f"kleur={request.GET.getlist('kleur')}")


@cached()
def feed(request):
    calls.number += 1
    return HttpResponse(f"<feed>{calls.number}</feed>" + FILLING, content_type="application/atom+xml")


def undeclared_json(request):
    calls.number += 1
    return JsonResponse({"calls": calls.number})


@never_cached
def never(request):
    return html(request.META["QUERY_STRING"])


@cached()
def unless_declared(request):
    response = html()
    declare(response, Policy(keep=False))
    return response


def with_token(request):
    return html(get_token(request))


def with_nonce(request):
    return html(str(request.csp_nonce))


def with_message(request):
    messages.success(request, "Bewaard")
    return html()


def with_cookie(request):
    response = html()
    response.set_cookie("keuze", "1")
    return response


def with_session(request):
    request.session["stap"] = 1
    return html()


def per_language(request):
    return vary_on_headers("Accept-Language")(plain)(request)


def streaming(request):
    return StreamingHttpResponse([html().content])


def file(request):
    html()
    return FileResponse(Path(__file__).open("rb"), content_type="text/html")


def missing(request, rest=""):
    html()
    return HttpResponseNotFound(FILLING)


def moved(request):
    html()
    return redirect("/gewoon/", permanent=True)


def huge(request):
    return html("x" * 1024 * 1024)


def process(request):
    """Says which process made it, from what all processes can read."""
    shown = Path(os.environ["SHOWN"]).read_text() if "SHOWN" in os.environ else ""
    return html(f"proces {os.getpid()}", f"toont [{shown}]")


urlpatterns = [
    path("admin/", never, name="wagtailadmin_home"),
    path("gewoon/", plain),
    path("en/gewoon/", plain),
    path("traag/", slow),
    path("even/", short),
    path("fout/", failing),
    path("lijst/", listing),
    path("naast-elkaar/", side_by_side),
    path("feed/", feed),
    path("json/", undeclared_json),
    path("nooit/", never),
    path("tenzij/", unless_declared),
    path("formulier/", with_token),
    path("nonce/", with_nonce),
    path("bericht/", with_message),
    path("koekje/", with_cookie),
    path("sessie/", with_session),
    path("taal/", per_language),
    path("stroom/", streaming),
    path("bestand/", file),
    path("weg/", missing),
    path("verhuisd/", moved),
    path("groot/", huge),
    path("eigen/", cache_control(private=True)(plain)),
    path("django-nooit/", never_cache(plain)),
    path("proces/", process),
]
