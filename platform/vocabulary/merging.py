"""Merging two themes into one: what would move, and moving it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.db.models import OneToOneRel
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page

from vocabulary.concerned_pages import pages_that_show
from vocabulary.mentions import move_mentions
from vocabulary.models import MergedTheme, Theme, ThemedPage
from vocabulary.revisions import replace_in_revisions
from vocabulary.signals import pages_reclassified

LOG_ACTION = "vocabulary.merge_theme"


class MergeRefusedError(Exception):
    """Two themes cannot be merged; the message says why, in words for an editor."""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge moves from ``source``, which goes, to ``target``, which stays."""

    source: Theme
    target: Theme
    #: Pages that get the target instead of the source.
    retagged_pages: int
    #: Pages that have both, and lose the source only.
    pages_with_both: int
    #: Themes that will stand below the target.
    children: tuple[Theme, ...]
    #: Words that the target gets as synonyms.
    new_synonyms: tuple[str, ...]
    #: The theme page of the source, and that of the target.
    source_page: Page | None
    target_page: Page | None

    @property
    def page_is_removed(self) -> bool:
        """Whether the source's theme page gives way to the target's; otherwise it becomes the target's."""
        return self.source_page is not None and self.target_page is not None


def plan_merge(source: Theme, target: Theme) -> MergePlan:
    """What merging ``source`` into ``target`` would do. Raises :class:`MergeRefusedError`."""
    if source.pk == target.pk:
        raise MergeRefusedError(_("Kies een ander thema dan het thema zelf."))
    tagged = ThemedPage.objects.filter(tag=source)
    on_target = ThemedPage.objects.filter(tag=target).values("content_object")
    with_both = tagged.filter(content_object__in=on_target).count()
    source_page, target_page = _theme_page(source), _theme_page(target)
    if source_page and target_page and source_page.live and not target_page.live:
        raise MergeRefusedError(
            _("De themapagina “%(page)s” is nog niet gepubliceerd. Publiceer die eerst: adressen gaan daarheen.")
            % {"page": target_page.title}
        )
    return MergePlan(
        source=source,
        target=target,
        retagged_pages=tagged.count() - with_both,
        pages_with_both=with_both,
        children=tuple(child for child in source.children.all() if child.pk != target.pk),
        new_synonyms=_new_synonyms(source, target),
        source_page=source_page,
        target_page=target_page,
    )


@transaction.atomic
def merge_themes(source_pk: int, target_pk: int, user: AbstractBaseUser | AnonymousUser | None = None) -> MergePlan:
    """Merge the one theme into the other, all of it or nothing; returns what was done.

    Both rows are locked, in one order for all merges, so that two merges at a time take turns. Raises
    :class:`MergeRefusedError` when one of the themes is gone by then.
    """
    locked = {t.pk: t for t in Theme.objects.select_for_update().filter(pk__in=[source_pk, target_pk]).order_by("pk")}
    if source_pk not in locked or target_pk not in locked:
        raise MergeRefusedError(_("Een van de thema's is intussen samengevoegd of verwijderd."))
    plan = plan_merge(locked[source_pk], locked[target_pk])
    source, target = plan.source, plan.target
    page_ids = pages_that_show([source, target])

    _move_tags(source, target)
    move_mentions(source, target)
    _move_children(source, target)
    _move_page(plan)
    replace_in_revisions(source, target)
    target.synonyms = "\n".join([*target.synonym_list, *plan.new_synonyms])
    target.save()
    old_slug, old_name = source.slug, source.name
    source.merged_from.update(theme=target)
    source.delete()
    MergedTheme.objects.create(slug=old_slug, theme=target)

    log(instance=target, action=LOG_ACTION, user=user, data={"name": old_name, "slug": old_slug})
    pages_reclassified.send(sender=Theme, page_ids=page_ids)
    return plan


def _new_synonyms(source: Theme, target: Theme) -> tuple[str, ...]:
    known = {word.casefold() for word in [target.name, *target.synonym_list]}
    words = {word.casefold(): word for word in [source.name, *source.synonym_list]}
    return tuple(word for folded, word in words.items() if folded not in known)


def _theme_page(theme: Theme) -> Page | None:
    """The page that tells about ``theme``, whichever room its class is of."""
    for relation in _theme_pages():
        page = relation.field.model._default_manager.filter(**{relation.field.name: theme}).first()
        if page is not None:
            return page
    return None


def _theme_pages() -> list[OneToOneRel]:
    return [
        relation
        for relation in Theme._meta.related_objects
        if isinstance(relation, OneToOneRel) and issubclass(relation.related_model, Page)
    ]


def _move_tags(source: Theme, target: Theme) -> None:
    on_target = ThemedPage.objects.filter(tag=target).values_list("content_object_id", flat=True)
    tagged = ThemedPage.objects.filter(tag=source)
    tagged.filter(content_object_id__in=list(on_target)).delete()
    tagged.update(tag=target)


def _move_children(source: Theme, target: Theme) -> None:
    """The source's children come below the target; a target in the source's own branch first takes its place."""
    above = target.parent
    while above is not None and above.pk != source.pk:
        above = above.parent
    if above is not None:
        target.parent = source.parent
        target.save()
    source.children.exclude(pk=target.pk).update(parent=target)


def _move_page(plan: MergePlan) -> None:
    if plan.source_page is None:
        return
    if plan.target_page is None:
        for relation in _theme_pages():
            pages = relation.field.model._default_manager.filter(**{relation.field.name: plan.source})
            pages.update(**{relation.field.name: plan.target})
        return
    Redirect.objects.filter(redirect_page=plan.source_page).update(redirect_page=plan.target_page)
    for address in _addresses(plan.source_page):
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(address),
            site=None,
            defaults={"redirect_page": plan.target_page, "is_permanent": True},
        )
    plan.source_page.delete()


def _addresses(page: Page) -> set[str]:
    """The paths of ``page`` in every language of the site."""
    paths = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            parts = page.get_url_parts()
        if parts and parts[2]:
            paths.add(parts[2])
    return paths
