"""Starting a thread, in a Leerlab or from a page of the site (*Bespreek dit*)."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.asking import the_member
from accounts.unsent import keeps_unsent, typed_before
from caching.policy import never_cached
from leerlabs.labs.access import in_leerlab
from leerlabs.models import Draft, LeerlabPage, ThreadKind
from leerlabs.policy import may, readable_leerlabs
from leerlabs.threads import drafts
from leerlabs.threads.about import threads_about
from leerlabs.threads.numbering import post_url
from leerlabs.threads.overview import KIND_WORDS, WORDS_OF_KINDS
from leerlabs.threads.starting import first_values, form_class, page_to_discuss, start
from leerlabs.threads.writing import Desk, context_of


@keeps_unsent
@in_leerlab("thread.start")
def new(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """The form for a thread of the kind ``?soort=``, about the page ``?over=``; or the thread that it makes."""
    kind = KIND_WORDS.get(request.GET.get("soort", ""), ThreadKind.DISCUSSION)
    desk = Desk(the_member(request), leerlab, drafts.place_of(leerlab))
    if request.method == "POST":
        form = form_class(kind)(request.POST, request.FILES)
        wants_to_post = desk.take_in(request, form)
        if wants_to_post and desk.text and desk.is_within_limits(form, starts_thread=True):
            post, held = start(desk, desk.text, form, kind)
            if held:
                messages.info(request, _("Je eerste bericht hier wacht tot een begeleider het vrijgeeft."))
            return redirect(post_url(post.thread, 1))
        about = page_to_discuss(_number(request.POST.get("page")))
        offered = None
    else:
        about = page_to_discuss(_number(request.GET.get("over")))
        draft = Draft.objects.filter(user=desk.author, place=desk.place).first()
        offered = draft if draft and (draft.source or draft.title) else None
        typed = typed_before(request)
        initial = first_values(draft, about.page_id if about else None)
        form = form_class(kind)(typed) if typed else form_class(kind)(initial=initial)
    context = {
        **context_of(desk, form),
        "form_name": "start",
        "about": about,
        "kind": kind,
        "kind_word": WORDS_OF_KINDS[kind],
        "kinds": [(word, ThreadKind(code).label, code == kind) for word, code in KIND_WORDS.items()],
        "draft_offered": offered,
    }
    return TemplateResponse(
        request, "leerlabs/threads/write.html", context, status=400 if request.method == "POST" and form.errors else 200
    )


@never_cached
@require_safe
@login_required
def discuss(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """*Bespreek dit*: choose one of your Leerlabs; with only one, straight on. Raises Http404 for a page not public."""
    about = page_to_discuss(page_id)
    if about is None:
        raise Http404(str(page_id))
    mine = readable_leerlabs(request.user).filter(memberships__user_id=request.user.pk, memberships__state="active")
    open_to_me = [leerlab for leerlab in mine.order_by("title") if may(request.user, "thread.start", leerlab)]
    if len(open_to_me) == 1:
        return redirect(f"{reverse('leerlabs:start', args=[open_to_me[0].slug])}?over={page_id}")
    context = {"about": about, "leerlabs": open_to_me, "rows": threads_about(page_id, request.user)}
    return TemplateResponse(request, "leerlabs/threads/discuss.html", context)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None
