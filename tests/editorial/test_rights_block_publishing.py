"""A page with a picture that may not be shown is not published, whichever way somebody tries."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from delivery.sending.worker import send_waiting
from editorial import groups
from editorial.models import EditorialApprovalTask
from editorial.publishing import PublishingRefusedError, hold_back_unpublishable
from home.models import PlainPage
from tests.editorial.forms import image_block, plain_page_form
from tests.factories import NewsFactory, PlainPageFactory

REASON = "missen we de maker en de rechten"


@pytest.fixture
def draft_with(site):
    """Makes an unpublished page with a picture in its body."""

    def make(picture, **kwargs):
        block = {"type": "image", "value": {"image": picture.pk, "alternative_text": "Een boek", "decorative": False}}
        page = PlainPageFactory(parent=site.home, body=json.dumps([block]), live=False, **kwargs)
        page.save_revision()
        return page

    return make


def create_url(site):
    return reverse("wagtailadmin_pages:add", args=["home", "plainpage", site.home.pk])


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def its_time_has_come():
    planned = Revision.objects.filter(approved_go_live_at__isnull=False)
    planned.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))


def publish(**form):
    return {**plain_page_form(**form), "action-publish": "1"}


def test_a_new_page_with_such_a_picture_is_not_published(site, chief, picture):
    chief.post(create_url(site), publish(blocks=[image_block(picture())]))
    assert not is_live(PlainPage.objects.get(slug="over-ons"))


def test_its_text_is_kept_as_a_draft(site, chief, picture):
    chief.post(create_url(site), publish(title="Wie wij zijn", blocks=[image_block(picture())]))
    draft = PlainPage.objects.get(slug="over-ons").get_latest_revision_as_object()
    assert (draft.title, draft.body[0].value["alternative_text"]) == ("Wie wij zijn", "Drie kinderen met een boek")


def test_the_reason_names_the_picture_and_leads_to_it(site, chief, picture):
    unnamed = picture(title="Leeskring")
    answer = chief.post(create_url(site), publish(blocks=[image_block(unnamed)]), follow=True).content.decode()
    assert "Leeskring" in answer
    assert REASON in answer
    assert reverse("wagtailimages:edit", args=[unnamed.pk]) in answer


def test_an_existing_page_stays_as_it_was_and_the_change_becomes_a_draft(site, chief, picture):
    page = PlainPageFactory(parent=site.home, slug="over-ons", title="Oud")
    page.save_revision().publish()
    chief.post(edit_url(page), publish(title="Nieuw", blocks=[image_block(picture())]))
    page.refresh_from_db()
    assert (page.live, page.title, page.get_latest_revision_as_object().title) == (True, "Oud", "Nieuw")


def test_the_form_says_beforehand_that_the_page_cannot_be_published(chief, draft_with, picture):
    assert REASON in chief.get(edit_url(draft_with(picture()))).content.decode()


def test_with_maker_and_rights_the_page_is_published(site, chief, picture):
    chief.post(create_url(site), publish(blocks=[image_block(picture(maker="A. de Vries", rights="own"))]))
    assert is_live(PlainPage.objects.get(slug="over-ons"))


@pytest.mark.parametrize(("maker", "rights", "missing"), [("A. de Vries", "", "de rechten"), ("", "cc-by", "de maker")])
def test_the_reason_says_what_is_missing(chief, draft_with, picture, maker, rights, missing):
    page = draft_with(picture(maker=maker, rights=rights))
    assert f"missen we {missing}." in chief.get(edit_url(page)).content.decode()


def test_a_picture_without_alternative_text_blocks_publishing(site, chief, picture):
    block = image_block(picture(maker="A. de Vries", rights="own"), alternative_text="")
    answer = chief.post(create_url(site), publish(blocks=[block]), follow=True)
    assert not is_live(PlainPage.objects.get(slug="over-ons"))
    assert "geen tekst voor wie het beeld niet ziet" in answer.content.decode()


def test_a_decorative_picture_needs_no_alternative_text(site, chief, picture):
    block = image_block(picture(maker="A. de Vries", rights="own"), alternative_text="", decorative=True)
    chief.post(create_url(site), publish(blocks=[block]))
    assert is_live(PlainPage.objects.get(slug="over-ons"))


def test_the_picture_that_goes_with_the_page_counts_too(site, chief, picture):
    chief.post(create_url(site), publish(teaser_image=str(picture().pk)))
    assert not is_live(PlainPage.objects.get(slug="over-ons"))


def test_a_poster_inside_a_video_counts_too(site, chief, picture):
    fields = {"address": "https://vimeo.com/1", "title": "Film", "poster": str(picture().pk), "transcript": "null"}
    chief.post(create_url(site), publish(blocks=[("video", fields)]))
    assert not is_live(PlainPage.objects.get(slug="over-ons"))


def test_a_date_in_the_future_is_refused_as_well(site, chief, picture):
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    chief.post(create_url(site), publish(blocks=[image_block(picture())], go_live_at=tomorrow))
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_planned_page_whose_picture_lost_its_rights_is_held_back(draft_with, picture):
    image = picture(maker="A. de Vries", rights="own")
    page = draft_with(image)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    its_time_has_come()
    image.rights = ""
    image.save()
    assert hold_back_unpublishable() == 1
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert not is_live(page)


def test_who_planned_a_page_hears_that_it_was_held_back(draft_with, picture, user_in, mailoutbox):
    planner = user_in(groups.CHIEF_EDITOR, email="plannen@example.nl")
    image = picture(maker="A. de Vries", rights="own")
    page = draft_with(image)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(user=planner).publish()
    its_time_has_come()
    image.rights = ""
    image.save()
    hold_back_unpublishable()
    send_waiting()
    assert [mail.to for mail in mailoutbox] == [["plannen@example.nl"]]
    assert "missen we de rechten" in mailoutbox[0].body


def test_a_planned_page_without_obstacles_is_not_held_back(draft_with, picture):
    page = draft_with(picture(maker="A. de Vries", rights="own"))
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    its_time_has_come()
    assert hold_back_unpublishable() == 0


def test_publishing_several_pages_at_once_publishes_none_and_says_why(site, chief, draft_with, picture):
    bad = draft_with(picture(), title="Leeskring")
    good = PlainPageFactory(parent=site.home, live=False)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    back = reverse("wagtailadmin_explore", args=[site.home.pk])
    answer = chief.post(f"{url}?id={bad.pk}&id={good.pk}&next={back}", {}, follow=True).content.decode()
    assert (is_live(bad), is_live(good)) == (False, False)
    assert "Leeskring" in answer
    assert REASON in answer


def test_publishing_a_branch_at_once_looks_at_the_pages_below(site, chief, draft_with, picture):
    parent = PlainPageFactory(parent=site.home, live=False)
    below = PlainPageFactory(parent=parent, live=False, teaser_image=picture())
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    chief.post(f"{url}?id={parent.pk}", {"include_descendants": "on"})
    assert (is_live(parent), is_live(below)) == (False, False)


def test_code_that_publishes_is_refused(draft_with, picture):
    with pytest.raises(PublishingRefusedError, match=REASON):
        draft_with(picture()).get_latest_revision().publish()


def test_an_image_on_a_page_that_shows_none_of_it_does_not_matter(site, chief, picture):
    picture()
    page = NewsFactory(parent=site.news, live=False)
    page.save_revision().publish()
    assert is_live(page)


def test_a_published_page_whose_picture_lost_its_rights_can_still_be_copied(site, picture):
    image = picture(maker="A. de Vries", rights="own")
    page = PlainPageFactory(parent=site.home, teaser_image=image)
    page.save_revision().publish()
    image.rights = ""
    image.save()
    assert page.copy(update_attrs={"slug": "kopie"}).live


class TestApproval:
    """The same, by way of the workflow."""

    @pytest.fixture
    def submitted(self, site, editor, picture):
        """A page that an editor submitted."""

        def make(image):
            form = {**plain_page_form(blocks=[image_block(image)]), "action-submit": "1"}
            editor.post(create_url(site), form)
            return PlainPage.objects.get(slug="over-ons")

        return make

    def approve_in_form(self, client, page, image):
        form = {
            **plain_page_form(title="Verbeterd", blocks=[image_block(image)]),
            "action-workflow-action": "1",
            "workflow-action-name": "approve",
        }
        return client.post(edit_url(page), form, follow=True)

    def approve_on_dashboard(self, client, page):
        state = page.current_workflow_task_state
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        return client.post(url, {"comment": ""}, follow=True)

    def test_an_editor_can_submit_such_a_page(self, submitted, picture):
        assert isinstance(submitted(picture()).current_workflow_task, EditorialApprovalTask)

    def test_approving_it_in_the_form_is_refused_with_the_reason(self, chief, submitted, picture):
        image = picture()
        page = submitted(image)
        answer = self.approve_in_form(chief, page, image).content.decode()
        assert not is_live(page)
        assert REASON in answer

    def test_what_the_approver_changed_is_kept(self, chief, submitted, picture):
        image = picture()
        page = submitted(image)
        self.approve_in_form(chief, page, image)
        assert PlainPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Verbeterd"

    def test_the_page_stays_under_review(self, chief, submitted, picture):
        image = picture()
        page = submitted(image)
        self.approve_in_form(chief, page, image)
        assert PlainPage.objects.get(pk=page.pk).workflow_in_progress

    def test_approving_it_on_the_dashboard_leads_to_the_reason(self, chief, submitted, picture):
        page = submitted(picture())
        answer = self.approve_on_dashboard(chief, page)
        assert not is_live(page)
        assert answer.redirect_chain[-1][0] == edit_url(page)
        assert REASON in answer.content.decode()

    def test_with_rights_the_approval_publishes(self, chief, submitted, picture):
        page = submitted(picture(maker="A. de Vries", rights="own"))
        self.approve_on_dashboard(chief, page)
        assert is_live(page)

    def test_an_editor_cannot_approve(self, signed_in, submitted, picture):
        page = submitted(picture(maker="A. de Vries", rights="own"))
        self.approve_on_dashboard(signed_in(groups.EDITOR), page)
        assert not is_live(page)
