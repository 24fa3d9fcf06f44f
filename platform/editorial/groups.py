"""Who may do what in the editors' room: three groups, and the workflow between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail import hooks
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from editorial.models import EditorialApprovalTask

RESEARCHER = "Onderzoeker"
EDITOR = "Redacteur"
CHIEF_EDITOR = "Eindredacteur"
WORKFLOW = "Redactie"
TASK = "Goedkeuring door de eindredactie"

#: Rooms of which a group manages no rows in the admin: accounts and groups, sites, languages, workflows.
_ADMINISTRATION = frozenset({"auth", "wagtailcore", "wagtailusers"})
_ADMINISTRATED_MODELS = frozenset({("accounts", "user")})
#: Groups and workflow that a fresh Wagtail brings; they go when nobody uses them.
_WAGTAIL_GROUPS = ("Editors", "Moderators")
_WAGTAIL_WORKFLOW = "Moderators approval"


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """What a group may at least do. Pages and media: below the root. Records: registered models."""

    name: str
    pages: tuple[str, ...]
    media: tuple[str, ...]
    #: Names of permissions on records, such as ``accounts.add_person``; None stands for all of them.
    records: tuple[str, ...] | None


GROUPS = (
    GroupPlan(
        RESEARCHER,
        pages=("add",),
        media=("add", "choose"),
        records=("accounts.add_person", "organisations.add_organisation"),
    ),
    GroupPlan(
        EDITOR,
        pages=("add", "change"),
        media=("add", "change", "choose"),
        records=(
            "accounts.add_person",
            "accounts.change_person",
            "organisations.add_organisation",
            "organisations.change_organisation",
            "organisations.add_municipality",
            "organisations.change_municipality",
            "publications.add_affiliation",
            "publications.change_affiliation",
        ),
    ),
    GroupPlan(
        CHIEF_EDITOR,
        pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
        media=("add", "change", "choose", "delete"),
        records=None,
    ),
)


@transaction.atomic
def set_up() -> None:
    """Make the groups and the workflow, and give them what is missing. Nothing that a group has is taken away.

    Does nothing in a database without pages.
    """
    root = Page.get_first_root_node()
    if root is None:
        return
    registered = _registered()
    for plan in GROUPS:
        group, _made = Group.objects.get_or_create(name=plan.name)
        group.permissions.add(*_admin_access(), *_record_permissions(plan, registered))
        _permit_pages(group, root, plan.pages)
        _permit_media(group, plan.media)
    _set_up_workflow(root)
    _remove_defaults()


def _admin_access() -> Iterable[Permission]:
    return Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")


def _registered() -> dict[str, Permission]:
    """What rooms let groups be given in the admin on their records, without what only administrators manage.

    The admin's lists and forms register their permissions when its addresses are loaded, once a process.
    """
    import_module(settings.ROOT_URLCONF)
    found = {}
    for hook in hooks.get_hooks("register_permissions"):
        for permission in hook():
            kind = ContentType.objects.get_for_id(permission.content_type_id)
            if kind.app_label not in _ADMINISTRATION and (kind.app_label, kind.model) not in _ADMINISTRATED_MODELS:
                found[f"{kind.app_label}.{permission.codename}"] = permission
    return found


def _record_permissions(plan: GroupPlan, registered: dict[str, Permission]) -> list[Permission]:
    return [permission for name, permission in registered.items() if plan.records is None or name in plan.records]


def _permit_pages(group: Group, root: Page, actions: tuple[str, ...]) -> None:
    for action in actions:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", content_type__model="page", codename=f"{action}_page"
        )
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _permit_media(group: Group, actions: tuple[str, ...]) -> None:
    """Pictures and files. Wagtail keeps these rights under its own models, also where others take their place."""
    collection = Collection.get_first_root_node()
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        for action in actions:
            permission = Permission.objects.get(
                content_type__app_label=app, content_type__model=model, codename=f"{action}_{model}"
            )
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def _set_up_workflow(root: Page) -> None:
    """The workflow, for all pages unless somebody chose another one than Wagtail's own."""
    if Workflow.objects.filter(name=WORKFLOW).exists():
        return
    task = EditorialApprovalTask.objects.create(name=TASK)
    task.groups.add(Group.objects.get(name=CHIEF_EDITOR))
    workflow = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    assigned = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if assigned is None or assigned.workflow.name == _WAGTAIL_WORKFLOW:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})


def _remove_defaults() -> None:
    for workflow in Workflow.objects.filter(name=_WAGTAIL_WORKFLOW):
        used = WorkflowState.objects.filter(workflow=workflow).exists()
        if not used and not WorkflowPage.objects.filter(workflow=workflow).exists():
            workflow.delete()
            GroupApprovalTask.objects.filter(name=_WAGTAIL_WORKFLOW, workflow_tasks__isnull=True).delete()
    approving = GroupApprovalTask.objects.values("groups")
    Group.objects.filter(name__in=_WAGTAIL_GROUPS, user__isnull=True).exclude(pk__in=approving).delete()
