"""What starts a new generation: every change that a reader may see, and no work behind the scenes."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction, Site

from caching import generation
from search.models import PinnedResult, SearchCount, SynonymGroup
from search.signals import index_caught_up
from tests.factories import (
    AudienceFactory,
    LevelFactory,
    MunicipalityFactory,
    NewsFactory,
    PersonFactory,
    RegionFactory,
    SchoolFactory,
    SubjectFactory,
    ThemeFactory,
    UserFactory,
    small_site,
)
from vocabulary.models import MergedTheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(file_cache):
    return small_site()


@pytest.fixture
def page(site):
    return NewsFactory(parent=site.news, title="Nieuws", slug="een-bericht")


@pytest.fixture
def renews(site, django_capture_on_commit_callbacks):
    """Whether this change, once committed, starts a new generation."""

    def answer(change):
        before = generation.read()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return generation.read() != before

    return answer


class TestPages:
    """What editors do with pages."""

    def test_publishing(self, page, renews):
        page.title = "Anders"
        revision = page.save_revision()
        assert renews(revision.publish)

    def test_unpublishing(self, page, renews):
        assert renews(page.unpublish)

    def test_moving(self, page, site, renews):
        assert renews(lambda: page.move(site.home, pos="last-child"))

    def test_putting_in_another_order(self, page, site, renews):
        other = NewsFactory(parent=site.news)
        assert renews(lambda: Page.objects.get(pk=other.pk).move(page, pos="left"))

    def test_deleting(self, page, renews):
        assert renews(page.delete)

    def test_deleting_a_branch_with_a_published_page_in_it(self, page, site, renews):
        assert renews(site.news.delete)

    def test_copying_as_a_published_page(self, page, renews):
        assert renews(lambda: page.copy(update_attrs={"slug": "kopie"}, keep_live=True))

    def test_saving_a_published_page_without_a_revision(self, page, renews):
        assert renews(page.save)

    def test_a_publication_at_a_set_time(self, page, renews):
        revision = page.save_revision()
        revision.approved_go_live_at = "2021-01-01T00:00Z"
        revision.save()
        assert renews(lambda: call_command("publish_scheduled"))


class TestDrafts:
    """Nothing that only editors see."""

    def test_saving_a_draft_of_a_published_page(self, page, renews):
        page.title = "Nog niet"
        assert not renews(page.save_revision)

    def test_saving_the_same_draft_again(self, page, renews):
        user = UserFactory()
        revision = page.save_revision(user=user)
        page.title = "Verder getypt"
        assert not renews(lambda: page.save_revision(user=user, overwrite_revision=revision))

    def test_a_new_draft_with_a_theme(self, site, renews):
        theme = ThemeFactory()
        assert not renews(lambda: NewsFactory(parent=site.news, live=False, themes=[theme]))

    def test_deleting_a_page_that_was_never_published(self, site, renews):
        draft = NewsFactory(parent=site.news, live=False)
        assert not renews(draft.delete)

    def test_locking_a_page(self, page, renews):
        page.locked = True
        assert not renews(lambda: page.save(update_fields=["locked"]))


class TestAroundPages:
    """What stands beside the pages and shows on them."""

    def test_sites(self, renews):
        site = Site.objects.get()
        site.site_name = "Anders"
        assert renews(site.save)

    def test_making_a_branch_private_and_public_again(self, page, renews):
        restrictions = []
        assert renews(
            lambda: restrictions.append(
                PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
            )
        )
        group = Group.objects.create(name="groep")
        assert renews(lambda: restrictions[0].groups.add(group))
        assert renews(restrictions[0].delete)

    def test_redirects(self, page, renews):
        assert renews(lambda: Redirect.objects.create(old_path="/oud", redirect_page=page))

    @pytest.mark.parametrize(
        "factory",
        [
            AudienceFactory,
            LevelFactory,
            MunicipalityFactory,
            PersonFactory,
            RegionFactory,
            SchoolFactory,
            SubjectFactory,
            ThemeFactory,
        ],
    )
    def test_terms_people_and_organisations(self, factory, renews):
        made = []
        assert renews(lambda: made.append(factory()))
        assert renews(made[0].save)
        assert renews(made[0].delete)

    def test_merging_themes(self, renews):
        theme = ThemeFactory()
        assert renews(lambda: MergedTheme.objects.create(slug="oud", theme=theme))

    def test_synonyms_and_pages_on_top(self, page, renews):
        assert renews(lambda: SynonymGroup.objects.create(terms="vve\nvoorschool"))
        assert renews(lambda: PinnedResult.objects.create(query="lezen", page=page))

    def test_the_index_that_caught_up(self, renews):
        assert renews(lambda: index_caught_up.send(sender=None, page_ids=(1,)))

    def test_migrations(self, renews):
        assert renews(lambda: call_command("migrate", verbosity=0))


class TestMedia:
    """Images and files: their data shows on pages; a new one stands nowhere yet."""

    @pytest.fixture
    def image(self, site):
        return get_image_model().objects.create(title="Beeld", file=get_test_image_file())

    @pytest.fixture
    def document(self, site):
        return get_document_model().objects.create(title="Blad", file=ContentFile(b"tekst", name="blad.txt"))

    @pytest.mark.parametrize("kind", ["image", "document"])
    def test_other_data_and_deleting(self, kind, request, renews):
        item = request.getfixturevalue(kind)
        item.title = "Anders"
        assert renews(item.save)
        assert renews(item.delete)

    def test_uploading(self, renews):
        assert not renews(
            lambda: get_document_model().objects.create(title="Blad", file=ContentFile(b"tekst", name="blad.txt"))
        )

    def test_a_rendition_made_while_a_reader_waits(self, image, renews):
        assert not renews(lambda: image.get_rendition("width-10"))

    def test_a_size_that_is_looked_up_once(self, document, renews):
        document.file_size = None
        assert not renews(document.get_file_size)


class TestNoise:
    """Work that goes on all the time and shows nowhere."""

    def test_signing_in(self, renews):
        user = UserFactory()
        assert not renews(user.save)

    def test_counting_searches(self, renews):
        assert not renews(lambda: SearchCount.objects.create(day="2021-01-01", query="lezen"))
