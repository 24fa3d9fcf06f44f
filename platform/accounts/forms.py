"""Forms for people and for what belongs to them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from accounts.slugs import slug_of_name


class SluggedForm(WagtailAdminModelForm):
    """Makes the slug of the name when it is left empty, and keeps it once it is there."""

    #: Fields of which the slug is made.
    slug_sources: tuple[str, ...] = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        slug = self.fields.get("slug")
        if slug is None:
            return
        slug.required = False
        slug.label = _("adres")
        if self.instance.pk:
            slug.disabled = True
            slug.help_text = _("Staat in adressen en verandert daarom niet meer.")
        else:
            slug.help_text = _("Laat leeg, dan maken we dit van de naam.")

    def clean(self) -> dict[str, Any]:
        """Fills in the slug."""
        cleaned: dict[str, Any] = super().clean()
        if "slug" in self.fields and not cleaned.get("slug"):
            parts = [str(cleaned.get(name, "")) for name in self.slug_sources]
            cleaned["slug"] = self._free_slug(
                slug_of_name(" ".join(part for part in parts if part))[:100] or "naamloos"
            )
        return cleaned

    def _free_slug(self, wanted: str) -> str:
        model = self._meta.model
        taken = set(model._default_manager.filter(slug__startswith=wanted).values_list("slug", flat=True))
        candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
        return next(candidate for candidate in candidates if candidate not in taken)


class PersonForm(SluggedForm):
    """A person has a name in three parts."""

    slug_sources = ("given_name", "particle", "family_name")
