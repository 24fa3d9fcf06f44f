"""Between a page, as editors have it, and the answers of the form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Revision
from wagtail.rich_text import RichText

from practices.contributing import plain_markup
from practices.contributing.answers import PICTURE_FIELDS, PLAIN, RICH, Answers, picture_answer, picture_of
from practices.models import PracticePage, Submission, SubmissionPicture
from vocabulary.models import Level, Theme


def latest_of(submission: Submission) -> PracticePage | None:
    """The page with all that was last saved of it, published or not; None when there is no page (any more)."""
    if submission.page is None:
        return None
    page: PracticePage = submission.page.get_latest_revision_as_object()
    return page


def answers_of(page: PracticePage, submission: Submission) -> Answers:
    """What the form would show of this state of a page."""
    answers: Answers = {name: _plain(getattr(page, name)) for name in PLAIN}
    answers |= {name: plain_markup.to_text(getattr(page, name)) for name in RICH}
    answers["school"] = str(page.school_id or "")
    answers["levels"] = sorted(level.pk for level in page.levels.all())
    answers["themes"] = sorted(theme.slug for theme in page.themes.all())
    answers["steps"] = [_step(block.value) for block in page.approach]
    return {**answers, **_picture_answers(page, submission)}


def answers_at(revision_id: int | None, submission: Submission) -> Answers | None:
    """The answers of an earlier revision of the submission's page; None when it is not one of that page."""
    revision = Revision.page_revisions.filter(pk=revision_id, object_id=str(submission.page_id)).first()
    return answers_of(revision.as_object(), submission) if revision else None


def write(page: PracticePage, answers: Answers, names: Collection[str], submission: Submission) -> None:
    """Put the answers called ``names`` into ``page``, in memory; all else of the page stays as it is."""
    for name in names:
        value = answers.get(name)
        if name == "cost_level":
            page.cost_level = int(value) if value else None
        elif name in PLAIN:
            setattr(page, name, value or "")
        elif name in RICH:
            setattr(page, name, plain_markup.to_html(value or ""))
        elif name == "school":
            page.school_id = int(value) if value else None
        elif name == "levels":
            page.levels = Level.objects.filter(pk__in=value or [])
        elif name == "themes":
            page.themes.set(Theme.objects.filter(slug__in=value or []))
        elif name == "steps":
            page.approach = _stream(page, "approach", _steps(page, value or []))
    if pictures := {uuid for name in names if (uuid := picture_of(name))}:
        page.body = _stream(page, "body", _body(page, pictures, submission))


def _stream(page: PracticePage, field: str, items: Iterator[tuple[str, Any, str | None]]) -> StreamValue:
    """The value of a StreamField of blocks that keep their identity."""
    block = page._meta.get_field(field).stream_block
    return StreamValue(
        block, [(name, block.child_blocks[name].normalize(value), identity) for name, value, identity in items]
    )


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _step(value: Any) -> dict[str, str]:
    return {"title": value.get("title") or "", "text": plain_markup.to_text(_source(value.get("text")))}


def _source(value: Any) -> str:
    return value.source if isinstance(value, RichText) else str(value or "")


def _steps(page: PracticePage, steps: list[dict[str, str]]) -> Iterator[tuple[str, Any, str | None]]:
    """Blocks keep their identity, to which comments hang, by their place; a step that is the same stays as it is."""
    old = list(page.approach)
    for at, step in enumerate(steps):
        there = old[at] if at < len(old) else None
        same = next((block.value for block in old if _step(block.value) == step), None)
        new = {"title": step["title"], "text": RichText(plain_markup.to_html(step["text"]))}
        yield "step", new if same is None else same, there.id if there else None


def _pictures(submission: Submission) -> dict[int, SubmissionPicture]:
    """The member's pictures that editors know, by the image that they became."""
    if submission.pk is None:
        return {}
    return {picture.image_id: picture for picture in submission.pictures.select_related("image") if picture.image_id}


def _picture_answers(page: PracticePage, submission: Submission) -> Answers:
    ours = _pictures(submission)
    found: Answers = {}
    for block, image in _with_images(page):
        picture = ours.get(image.pk) if image else None
        if picture is not None:
            values = (block.value["alternative_text"], block.value["caption"], image.maker, image.rights)
            for field, value in zip(PICTURE_FIELDS, values, strict=True):
                found[picture_answer(picture.uuid, field)] = value or ""
    return found


def _body(page: PracticePage, uuids: set[str], submission: Submission) -> Iterator[tuple[str, Any, str | None]]:
    """The body with the pictures called ``uuids`` as the member has them now: changed, added or gone."""
    chosen = {pk: picture for pk, picture in _pictures(submission).items() if str(picture.uuid) in uuids}
    for block, image in _with_images(page):
        picture = chosen.pop(image.pk, None) if image else None
        if picture is None:
            yield block.block_type, block.value, block.id
        elif not picture.removed:
            yield "image", _image_value(picture, decorative=bool(block.value["decorative"])), block.id
    for picture in chosen.values():
        if not picture.removed:
            yield "image", _image_value(picture, decorative=False), None


def _with_images(page: PracticePage) -> Iterator[tuple[Any, Any]]:
    for block in page.body:
        yield block, block.value["image"] if block.block_type == "image" else None


def _image_value(picture: SubmissionPicture, *, decorative: bool) -> dict[str, Any]:
    return {
        "image": picture.image,
        "alternative_text": picture.alternative_text,
        "decorative": decorative and not picture.alternative_text,
        "caption": picture.caption,
    }
