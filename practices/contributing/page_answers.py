"""Between a page, as editors have it, and the answers of the form."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from editorial.contributing import plain_markup
from editorial.contributing.merging import Answers
from editorial.contributing.page_content import Content
from practices.contributing.answers import PICTURE_FIELDS, PLAIN, RICH, picture_answer, picture_of
from practices.models import PracticePage, Submission, SubmissionPicture
from vocabulary.memory import vocabulary
from vocabulary.models import Level, Theme


def answers_of(page: PracticePage, submission: Submission) -> Answers:
    """What the form would show of this state of a page."""
    return answers_in(page.serializable_data(), submission)


def answers_in(content: Content, submission: Submission) -> Answers:
    """What the form would show of a page that was kept as ``content``."""
    answers: Answers = {name: _plain(content.get(name)) for name in PLAIN}
    answers |= {name: plain_markup.to_text(content.get(name) or "") for name in RICH}
    themes = vocabulary().by_pk
    keys = [("theme", row["tag"]) for row in content.get("theme_tags") or ()]
    answers["school"] = _plain(content.get("school"))
    answers["levels"] = sorted(content.get("levels") or ())
    answers["themes"] = sorted(themes[key].code for key in keys if key in themes)
    answers["steps"] = [_step(block["value"]) for block in _blocks(content, "approach")]
    return {**answers, **_picture_answers(content, submission)}


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


def _picture_answers(content: Content, submission: Submission) -> Answers:
    shown = [block["value"] for block in _blocks(content, "body") if block["type"] == "image"]
    ours = _pictures(submission) if shown else {}
    found: Answers = {}
    for value in shown:
        picture = ours.get(value["image"])
        if picture is not None and picture.image is not None:
            said = (value["alternative_text"], value["caption"], picture.image.maker, picture.image.rights)
            for field, words in zip(PICTURE_FIELDS, said, strict=True):
                found[picture_answer(picture.uuid, field)] = words or ""
    return found


def _blocks(content: Content, field: str) -> list[dict[str, Any]]:
    """The blocks of a StreamField as they are kept."""
    blocks: list[dict[str, Any]] = json.loads(content.get(field) or "[]")
    return blocks


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
