"""What each group may do, tried with real requests: role by action."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, Workflow

from editorial import groups
from editorial.models import EditorialApprovalTask
from home.models import PlainPage
from research.questions.standing import MAKELAARS
from tests.editorial.forms import plain_page_form
from tests.factories import PersonFactory, PlainPageFactory, ThemeFactory

RESEARCHER, EDITOR, CHIEF = groups.RESEARCHER, groups.EDITOR, groups.CHIEF_EDITOR
WRITERS = [RESEARCHER, EDITOR, CHIEF]


def create(client, site, **extra):
    url = reverse("wagtailadmin_pages:add", args=["home", "plainpage", site.home.pk])
    return client.post(url, {**plain_page_form(), **extra})


@pytest.mark.parametrize("group", WRITERS)
def test_every_group_can_write_a_draft(site, signed_in, group):
    create(signed_in(group), site)
    assert PlainPage.objects.filter(slug="over-ons", live=False).exists()


@pytest.mark.parametrize(("group", "published"), [(RESEARCHER, False), (EDITOR, False), (CHIEF, True)])
def test_only_the_chief_editors_publish(site, signed_in, group, published):
    create(signed_in(group), site, **{"action-publish": "1"})
    assert PlainPage.objects.get(slug="over-ons").live is published


@pytest.mark.parametrize("group", [RESEARCHER, EDITOR])
def test_writers_submit_to_the_editorial_workflow(site, signed_in, group):
    create(signed_in(group), site, **{"action-submit": "1"})
    assert PlainPage.objects.get(slug="over-ons").current_workflow_state.workflow.name == groups.WORKFLOW


@pytest.mark.parametrize(("group", "may"), [(RESEARCHER, False), (EDITOR, True), (CHIEF, True)])
def test_researchers_change_only_pages_of_their_own(site, signed_in, group, may):
    page = PlainPageFactory(parent=site.home, owner=None)
    answer = signed_in(group).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert (answer.status_code == 200) is may


def test_a_researcher_comes_back_to_the_page_they_made(site, signed_in):
    client = signed_in(RESEARCHER)
    create(client, site)
    page = PlainPage.objects.get(slug="over-ons")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


@pytest.mark.parametrize(("group", "may"), [(RESEARCHER, False), (EDITOR, False), (CHIEF, True)])
def test_only_the_chief_editors_manage_the_vocabulary(signed_in, group, may):
    theme = ThemeFactory()
    for url in (reverse("themas_beheren:index"), reverse("themas_beheren:edit", args=[theme.pk])):
        assert (signed_in(group).get(url).status_code == 200) is may


@pytest.mark.parametrize(("group", "may"), [(RESEARCHER, False), (EDITOR, True), (CHIEF, True)])
def test_editors_change_people(signed_in, group, may):
    url = reverse("wagtailsnippets_accounts_person:edit", args=[PersonFactory().pk])
    assert (signed_in(group).get(url).status_code == 200) is may


@pytest.mark.parametrize("group", WRITERS)
def test_every_group_can_add_a_person_and_a_picture(signed_in, group):
    client = signed_in(group)
    for url in (reverse("wagtailsnippets_accounts_person:add"), reverse("wagtailimages:add_multiple")):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("group", WRITERS)
def test_no_group_manages_accounts_or_groups(signed_in, group):
    client = signed_in(group)
    for url in (reverse("wagtailusers_users:index"), reverse("wagtailusers_groups:index")):
        assert client.get(url).status_code == 302


@pytest.mark.parametrize("group", WRITERS)
def test_the_admin_speaks_dutch_to_a_new_account(signed_in, group):
    answer = signed_in(group).get(reverse("wagtailadmin_home"))
    assert '<html lang="nl"' in answer.content.decode()


def test_setting_up_again_changes_nothing(site):
    def everything():
        return {
            group.name: (
                set(group.permissions.values_list("codename", flat=True)),
                group.page_permissions.count(),
                group.collection_permissions.count(),
            )
            for group in Group.objects.all()
        }, (Workflow.objects.count(), EditorialApprovalTask.objects.count())

    before = everything()
    groups.set_up()
    assert everything() == before


def test_setting_up_again_keeps_what_an_administrator_added(site):
    extra = Group.objects.get(name=CHIEF).permissions.first()
    Group.objects.get(name=RESEARCHER).permissions.add(extra)
    groups.set_up()
    assert Group.objects.get(name=RESEARCHER).permissions.filter(pk=extra.pk).exists()


def test_another_workflow_that_was_chosen_stays(site):
    chosen = Workflow.objects.create(name="Eigen werkwijze")
    root = Page.get_first_root_node()
    root.workflowpage.workflow = chosen
    root.workflowpage.save()
    groups.set_up()
    assert Page.get_first_root_node().workflowpage.workflow == chosen


def test_the_groups_of_wagtail_itself_are_gone(site):
    assert set(Group.objects.values_list("name", flat=True)) == {RESEARCHER, EDITOR, CHIEF, MAKELAARS}
