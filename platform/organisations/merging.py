"""Merging two organisations that are one: what would move, and moving it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex

from accounts.models import User
from organisations import merging_people
from organisations.models import (
    MembershipRequest,
    MergedOrganisation,
    Organisation,
    OrganisationMailDomain,
    OrganisationMembership,
)
from organisations.models.organisation import field_label
from vocabulary.concerned_pages import pages_that_show
from vocabulary.receivers import announce
from vocabulary.revisions import replace_in_revisions

LOG_ACTION = "organisations.merge"
#: What the organisation that stays takes over where it has nothing itself.
_TAKEN_OVER = ("code", "website", "board", "municipality", "alliance_since")
#: Records of which an organisation, or a person in it, has one at most: moved with care.
_WITH_CARE = (OrganisationMembership, MembershipRequest, OrganisationMailDomain)


class MergeRefusedError(Exception):
    """Two organisations cannot be merged; the message says why, in words for an editor."""


@dataclass(frozen=True, slots=True)
class Moving:
    """How many records of one kind come along."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A field that is empty in the organisation that stays, with what it gets."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge moves from ``source``, which goes, to ``target``, which stays."""

    source: Organisation
    target: Organisation
    moving: tuple[Moving, ...]
    taken_over: tuple[TakenOver, ...]
    #: People who are a member of both, and stay one of the one that stays.
    members_of_both: int

    @property
    def codes_differ(self) -> bool:
        """Whether both have a code, and another one: perhaps they are two after all."""
        return bool(self.source.code and self.target.code and self.source.code != self.target.code)


def plan_merge(source: Organisation, target: Organisation) -> MergePlan:
    """What merging ``source`` into ``target`` would do. Raises :class:`MergeRefusedError`."""
    if source.pk == target.pk:
        raise MergeRefusedError(_("Kies een andere organisatie dan de organisatie zelf."))
    if source.kind != target.kind:
        raise MergeRefusedError(_("De twee zijn niet van dezelfde soort. Maak eerst de soort gelijk."))
    moving = (
        Moving(
            str(field.model._meta.verbose_name_plural), field.model._base_manager.filter(**{field.name: source}).count()
        )
        for field in _pointing_here()
    )
    return MergePlan(
        source=source,
        target=target,
        moving=tuple(entry for entry in moving if entry.number),
        taken_over=tuple(
            TakenOver(field_label(name), str(getattr(source, name))) for name in _taken_over(source, target)
        ),
        members_of_both=merging_people.members_of_both(source, target).count(),
    )


@transaction.atomic
def merge_organisations(source_pk: int, target_pk: int, user: User | None = None) -> MergePlan:
    """Merge the one organisation into the other, all of it or nothing; returns what was done.

    Both rows are locked, in one order for all merges, so that two merges at a time take turns; what is being
    added to either (a member, a page) waits as well. Raises :class:`MergeRefusedError` when one of them is gone
    by then.
    """
    wanted = Organisation.objects.select_for_update().filter(pk__in=[source_pk, target_pk])
    locked = {organisation.pk: organisation for organisation in wanted.order_by("pk")}
    if source_pk not in locked or target_pk not in locked:
        raise MergeRefusedError(_("Een van de organisaties is intussen samengevoegd of verwijderd."))
    plan = plan_merge(locked[source_pk], locked[target_pk])
    source, target = plan.source, plan.target
    page_ids = pages_that_show([source, target])

    merging_people.move(source, target)
    _move_the_rest(source, target)
    replace_in_revisions(source, target)
    _repoint_references(source, target)
    taken = {name: getattr(source, name) for name in _taken_over(source, target)}
    gone = MergedOrganisation(
        slug=source.slug, kind=source.kind, code=source.code, name=source.name, organisation=target
    )
    source.delete()
    gone.save()
    for name, value in taken.items():
        setattr(target, name, value)
    if target.board_id in {target.pk, source_pk}:
        target.board = None
    target.save()

    log(instance=target, action=LOG_ACTION, user=user, data={"name": gone.name, "slug": gone.slug})
    announce(Organisation, page_ids)
    return plan


def _taken_over(source: Organisation, target: Organisation) -> list[str]:
    """Fields that the target has not and the source has. A board is not its own board."""
    return [
        name
        for name in _TAKEN_OVER
        if not getattr(target, name) and getattr(source, name) and getattr(source, name) != target
    ]


def _pointing_here() -> list[ForeignKey[Any, Any]]:
    """All foreign keys to organisations, of every room; the rows of a many-to-many field among them."""
    relations = Organisation._meta.get_fields(include_hidden=True)
    fields = (getattr(relation, "field", None) for relation in relations if relation.auto_created)
    return [
        field
        for field in fields
        if isinstance(field, ForeignKey)
        and field.model._meta.concrete_model is field.model
        and field.model is not ReferenceIndex
    ]


def _move_the_rest(source: Organisation, target: Organisation) -> None:
    for field in _pointing_here():
        model: type[Model] = field.model
        if model in _WITH_CARE:
            continue
        rows: QuerySet[Model] = model._base_manager.filter(**{field.name: source})
        try:
            with transaction.atomic():
                rows.update(**{field.name: target})
        except IntegrityError:
            _move_one_by_one(rows, field.name, target)


def _move_one_by_one(rows: QuerySet[Model], name: str, target: Organisation) -> None:
    """Rows of which the target may have one already: that one stays, the other goes."""
    for row in rows:
        try:
            with transaction.atomic():
                type(row)._base_manager.filter(pk=row.pk).update(**{name: target})
        except IntegrityError:
            row.delete()


def _repoint_references(source: Organisation, target: Organisation) -> None:
    """Wagtail's own list of what uses what; rows were moved past it."""
    content_type = ContentType.objects.get_for_model(Organisation)
    references = ReferenceIndex.objects.filter(to_content_type=content_type, to_object_id=str(source.pk))
    references.update(to_object_id=str(target.pk))
