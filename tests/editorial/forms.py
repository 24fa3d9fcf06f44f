"""The form of a page as a browser would post it."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield


def plain_page_form(title="Over ons", blocks=(), **changes):
    """What the form of a plain page posts; ``blocks`` are pairs of a block's name and its fields.

    A change that is a list is a field with several values.
    """
    several = {name: value for name, value in changes.items() if isinstance(value, list)}
    data = {
        "title": title,
        "slug": "over-ons",
        "summary": "Wie wij zijn.",
        "licence": "cc-by",
        "body": streamfield(list(blocks) or [("quote", {"text": "Zo is het.", "attribution": ""})]),
        "page_authors": inline_formset([]),
        "outgoing_relations": inline_formset([]),
        "footnotes": inline_formset([]),
        "comments": inline_formset([]),
        "comment_notifications": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
    }
    return {**nested_form_data({**data, **changes}), **several}


def image_block(picture, alternative_text="Drie kinderen met een boek", decorative=False):
    """A picture in the body."""
    fields = {"image": str(picture.pk), "alternative_text": alternative_text, "caption": ""}
    return ("image", {**fields, "decorative": "on"} if decorative else fields)
