"""One form for a text, whatever it is for: files kept on the way, preview, draft, and what stands in the way."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.models import User
from leerlabs.attachments.keeping import MAX_FILES, keep, waiting
from leerlabs.attachments.refusal import Refused
from leerlabs.models import Attachment, Draft, LeerlabPage, Post, Thread
from leerlabs.moderation import limits
from leerlabs.rich_text.composing import Composed, compose
from leerlabs.rich_text.showing import show
from leerlabs.threads.drafts import save
from leerlabs.threads.forms import WritingForm


@dataclass(slots=True)
class Desk:
    """Where somebody is writing: in which Leerlab, in which thread, and under which name it is kept as a draft."""

    author: User
    leerlab: LeerlabPage
    place: str
    thread: Thread | None = None
    kept_names: Mapping[str, int] = field(default_factory=dict)
    attachments: list[Attachment] = field(default_factory=list)
    preview: SafeString | None = None
    draft: Draft | None = None
    text: Composed | None = None

    def take_in(self, request: HttpRequest, form: WritingForm) -> bool:
        """Keep files, leave out what was taken off, and say whether the text is to be posted now.

        False: it is shown again, with errors, a preview, or as a draft that was kept.
        """
        valid = form.is_valid()
        self._keep_files(request, form)
        source = str(form.data.get("source", ""))[:20_000]
        if "bewaar" in request.POST:
            self._keep_draft(form, source)
            return False
        if not valid or form.errors:
            return False
        self.text = compose(
            source, leerlab_id=self.leerlab.pk, author=self.author, thread=self.thread, kept=self.kept_names
        )
        if "voorbeeld" in request.POST:
            self.preview = self._preview(self.text)
        return not {"voorbeeld", "verwijder"} & set(request.POST)

    def is_within_limits(self, form: WritingForm, starts_thread: bool) -> bool:
        """Whether the limits for new members allow it; what does not is said in the form."""
        images = sum(attachment.is_image for attachment in self.attachments)
        body = self.text.body if self.text else ""
        problems = limits.check(self.author, self.leerlab, body=body, images=images, starts_thread=starts_thread)
        for problem in problems:
            form.add_error(None, problem)
        return not problems

    @property
    def keys(self) -> list[uuid.UUID]:
        """The files that go with the text."""
        return [attachment.pk for attachment in self.attachments]

    def _keep_files(self, request: HttpRequest, form: WritingForm) -> None:
        taken_off = set(request.POST.getlist("verwijder"))
        keys: Iterable[uuid.UUID] = form.cleaned_data.get("kept", [])
        self.attachments = [one for one in waiting(keys, self.leerlab, self.author) if str(one.pk) not in taken_off]
        for file in form.cleaned_data.get("uploads", []):
            if len(self.attachments) >= MAX_FILES:
                form.add_error("uploads", _("Voeg hoogstens %(max)d bestanden toe.") % {"max": MAX_FILES})
                break
            try:
                self.attachments.append(keep(file, self.leerlab, self.author))
            except Refused as refused:
                form.add_error("uploads", f"{file.name}: {refused}")
        self._describe(request)

    def _describe(self, request: HttpRequest) -> None:
        for attachment in self.attachments:
            said = request.POST.get(f"beschrijving-{attachment.pk}", attachment.description).strip()[:250]
            if said != attachment.description:
                attachment.description = said
                attachment.save(update_fields=["description"])

    def _keep_draft(self, form: WritingForm, source: str) -> None:
        version = form.cleaned_data.get("draft_version") or 0
        title = str(form.data.get("title", ""))[:150]
        self.draft = save(self.author, self.place, version=version + 1, source=source, title=title)
        form.show_value("draft_version", self.draft.version)

    def _preview(self, text: Composed) -> SafeString:
        post = Post(pk=0, body=text.body)
        return show([post], self.thread, self.author).bodies[0]


def context_of(desk: Desk, form: Any) -> dict[str, Any]:
    """What the template of the form shows."""
    return {
        "form": form,
        "attachments": desk.attachments,
        "preview": desk.preview,
        "draft_place": desk.place,
        "draft_version": desk.draft.version if desk.draft else (form["draft_version"].value() or 0),
        "draft_kept": desk.draft is not None,
        "leerlab": desk.leerlab,
        "thread": desk.thread,
    }
