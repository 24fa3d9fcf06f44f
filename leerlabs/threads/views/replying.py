"""Replying, and changing or taking back what one said."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import the_member
from accounts.unsent import keeps_unsent, typed_before
from leerlabs.attachments.keeping import attach
from leerlabs.labs.addresses import page_of as page_of_leerlab
from leerlabs.models import Attachment, Draft, Post, Thread
from leerlabs.moderation import first_posts
from leerlabs.policy import may
from leerlabs.rich_text.mentions import references_to_names
from leerlabs.threads import drafts
from leerlabs.threads.access import in_thread, on_post
from leerlabs.threads.deleting import delete as take_back
from leerlabs.threads.differences import differences
from leerlabs.threads.editing import EditConflict
from leerlabs.threads.editing import edit as change
from leerlabs.threads.forms import EditForm, ReplyForm
from leerlabs.threads.numbering import post_url
from leerlabs.threads.posting import NewPost, ThreadIsClosed
from leerlabs.threads.posting import reply as write_reply
from leerlabs.threads.replying import post_to_answer
from leerlabs.threads.writing import Desk, context_of


@keeps_unsent
@require_http_methods(["GET", "HEAD", "POST"])
@in_thread("thread.read")
def reply(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """Post, or show the form again: with errors, a preview, or its draft kept. What was typed is never lost."""
    if request.method != "POST" and not typed_before(request):
        return redirect(thread.get_absolute_url())
    desk = Desk(the_member(request), thread.leerlab, drafts.place_of(thread), thread)
    if request.method != "POST":
        return _form_again(request, desk, ReplyForm(typed_before(request)), status=200)
    form = ReplyForm(request.POST, request.FILES)
    if not may(request.user, "post.write", thread):
        # Nothing is kept or looked up for who may not write; the text comes back as it was.
        form.add_error(None, _("In dit gesprek kun je niet meer schrijven. Hieronder staat wat je schreef."))
        return _form_again(request, desk, form, status=403)
    if desk.take_in(request, form) and desk.text and desk.is_within_limits(form, starts_thread=False):
        held = first_posts.waits(desk.author, thread.leerlab)
        new = NewPost(
            author=desk.author,
            text=desk.text,
            token=form.cleaned_data["token"],
            reply_to=post_to_answer(thread, form.cleaned_data["reply_to"]),
            attachments=desk.keys,
            held=held,
        )
        try:
            written = write_reply(thread, new)
        except ThreadIsClosed:
            form.add_error(None, _("Het gesprek is net gesloten. Hieronder staat wat je schreef."))
            return _form_again(request, desk, form, status=409)
        drafts.empty(desk.author, desk.place, form.cleaned_data["draft_version"])
        if held:
            messages.info(request, _("Je eerste bericht hier wacht tot een begeleider het vrijgeeft."))
        return redirect(post_url(written.post.thread, written.post.number))
    return _form_again(request, desk, form, status=400 if form.errors else 200)


def _form_again(request: HttpRequest, desk: Desk, form: ReplyForm, status: int) -> HttpResponseBase:
    context = {**context_of(desk, form), "form_name": "reply"}
    return TemplateResponse(request, "leerlabs/threads/write.html", context, status=status)


@keeps_unsent
@on_post("post.edit")
def edit(request: HttpRequest, post: Post) -> HttpResponseBase:
    """Change a post. When it was changed meanwhile, both texts are shown and nothing is lost."""
    author = the_member(request)
    source, names = references_to_names(post.source, post.thread.leerlab_id, author)
    desk = Desk(author, post.thread.leerlab, drafts.place_of(post), post.thread, names)
    has_title = post.number == 1
    attached = list(Attachment.objects.filter(post=post).order_by("created_at"))
    if request.method != "POST":
        return _begin_edit(request, post, desk, source, attached)
    form = EditForm(request.POST, request.FILES, has_title=has_title)
    conflict: Post | None = None
    if desk.take_in(request, form) and desk.text and desk.is_within_limits(form, starts_thread=False):
        try:
            changed = change(
                post,
                author,
                desk.text,
                version=form.cleaned_data["version"],
                title=form.cleaned_data.get("title", ""),
            )
        except EditConflict as found:
            conflict = found.current
        else:
            for gone in Attachment.objects.filter(post=post, pk__in=_keys(request.POST.getlist("weg"))):
                gone.delete()
            attach(changed, desk.keys)
            drafts.empty(author, desk.place, form.cleaned_data["draft_version"])
            return redirect(post_url(post.thread, post.number))
    context = {**context_of(desk, form), "form_name": "edit", "post": post, "attached": attached}
    if conflict is not None:
        theirs, _names = references_to_names(conflict.source, post.thread.leerlab_id, author)
        mine = form.cleaned_data["source"]
        # Sent again, it replaces what was just shown.
        form.show_value("version", conflict.version)
        context |= {"conflict": theirs, "conflict_lines": differences(theirs, mine)}
    status = 409 if conflict else 400 if form.errors else 200
    return TemplateResponse(request, "leerlabs/threads/write.html", context, status=status)


def _begin_edit(
    request: HttpRequest, post: Post, desk: Desk, source: str, attached: list[Attachment]
) -> HttpResponseBase:
    draft = Draft.objects.filter(user=desk.author, place=desk.place).first()
    offered = draft if draft and draft.source and draft.source != source else None
    typed = typed_before(request)
    initial = {
        "token": uuid.uuid4(),
        "source": offered.source if offered else source,
        "title": post.thread.title,
        "version": post.version,
        "draft_version": draft.version if draft else 0,
    }
    form = EditForm(typed, initial=initial, has_title=post.number == 1)
    context = {**context_of(desk, form), "form_name": "edit", "post": post, "attached": attached}
    return TemplateResponse(request, "leerlabs/threads/write.html", {**context, "draft_offered": offered})


@on_post("post.delete")
def delete(request: HttpRequest, post: Post) -> HttpResponseBase:
    """Ask, and then take the post back."""
    thread = post.thread
    if request.method != "POST":
        return TemplateResponse(
            request, "leerlabs/threads/delete.html", {"post": post, "thread": thread, "leerlab": thread.leerlab}
        )
    if not post.is_gone and not take_back(post):
        messages.success(request, _("Het gesprek is verwijderd."))
        return redirect(page_of_leerlab(thread.leerlab))
    messages.success(request, _("Het bericht is verwijderd."))
    return redirect(post_url(thread, post.number))


@require_safe
@on_post("post.read")
def history(request: HttpRequest, post: Post) -> HttpResponseBase:
    """What the post said before, and what changed each time: for everyone who may read it."""
    earlier = list(post.revisions.select_related("replaced_by__profile").order_by("version"))
    texts = [*(revision.source for revision in earlier), post.source]
    named = [references_to_names(text, post.thread.leerlab_id, request.user)[0] for text in texts]
    changes = [
        {"revision": revision, "lines": differences(named[index], named[index + 1]), "title": revision.title}
        for index, revision in enumerate(earlier)
    ]
    context = {"post": post, "thread": post.thread, "leerlab": post.thread.leerlab, "changes": changes[::-1]}
    return TemplateResponse(request, "leerlabs/threads/history.html", context)


def _keys(texts: list[str]) -> list[uuid.UUID]:
    keys = []
    for text in texts:
        try:
            keys.append(uuid.UUID(text))
        except ValueError:
            continue
    return keys
