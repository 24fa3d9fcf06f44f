"""Publishing and unpublishing at the chosen moment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published

from config.scheduled_publishing import publish_scheduled
from search.models import IndexOutboxEntry
from tests.factories import PlainPageFactory, small_site

pytestmark = pytest.mark.django_db
AN_HOUR = timedelta(hours=1)


@pytest.fixture
def home() -> Page:
    return small_site().home


def scheduled_page(home: Page, **when) -> Page:
    """A draft that an editor scheduled, its moment passed since."""
    page = PlainPageFactory(parent=home, live=False)
    page.go_live_at = timezone.now() + AN_HOUR
    revision = page.save_revision(approved_go_live_at=timezone.now() - AN_HOUR)
    type(revision).objects.filter(pk=revision.pk).update(
        content={**revision.content, "go_live_at": (timezone.now() - AN_HOUR).isoformat()}
    )
    return page


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def test_a_page_is_published_when_its_moment_has_come(home: Page) -> None:
    page = scheduled_page(home)
    publish_scheduled()
    assert is_live(page)


def test_a_page_is_not_published_before_its_moment(home: Page) -> None:
    page = PlainPageFactory(parent=home, live=False)
    page.go_live_at = timezone.now() + AN_HOUR
    page.save_revision(approved_go_live_at=page.go_live_at)
    publish_scheduled()
    assert not is_live(page)


def test_a_page_is_unpublished_when_it_has_expired(home: Page) -> None:
    page = PlainPageFactory(parent=home, expire_at=timezone.now() - AN_HOUR)
    publish_scheduled()
    expired = Page.objects.get(pk=page.pk)
    assert (expired.live, expired.expired) == (False, True)


def test_the_index_hears_of_it(home: Page) -> None:
    page = scheduled_page(home)
    IndexOutboxEntry.objects.all().delete()
    publish_scheduled()
    assert IndexOutboxEntry.objects.filter(page_id=page.pk).exists()


def test_a_page_that_cannot_be_published_stops_no_other_and_leaves_nothing_behind(home: Page) -> None:
    broken, sound = scheduled_page(home), scheduled_page(home)
    IndexOutboxEntry.objects.all().delete()

    def refuse(sender, instance, **kwargs) -> None:
        if instance.pk == broken.pk:
            raise RuntimeError("this page cannot be published")

    page_published.connect(refuse)
    try:
        publish_scheduled()
    finally:
        page_published.disconnect(refuse)
    assert is_live(sound)
    assert not is_live(broken)
    assert not IndexOutboxEntry.objects.filter(page_id=broken.pk).exists()
