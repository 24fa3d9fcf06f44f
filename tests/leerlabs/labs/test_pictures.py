"""Pictures on the page of a Leerlab: the file itself is for whoever may read the Leerlab, and nobody else."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from PIL import Image

from editorial.models import EditorialImage
from tests.factories import LeerlabFactory, MembershipFactory, NewsFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    # Wagtail remembers renditions by the key of their image, which another test may have had too.
    cache.clear()


@pytest.fixture
def picture(site):
    target = BytesIO()
    Image.new("RGB", (40, 20), "red").save(target, "JPEG")
    file = ContentFile(target.getvalue(), name="klas.jpg")
    return EditorialImage.objects.create(title="Klas", file=file, maker="Saar", rights="own", people_agreed=True)


@pytest.fixture
def site():
    return small_site()


def leerlab_with(picture, visibility):
    leerlab = LeerlabFactory(visibility=visibility)
    leerlab.teaser_image = picture
    leerlab.save()
    return leerlab


def addresses(picture):
    return [f"/media/{file.name}" for file in (picture.file, picture.get_rendition("width-20").file)]


def answers(client, picture):
    return {client.get(address).status_code for address in addresses(picture)}


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_a_visitor_cannot_fetch_a_picture_of_a_leerlab_that_is_not_open(client, picture, visibility):
    leerlab_with(picture, visibility)

    assert answers(client, picture) == {404}


def test_neither_can_a_member_of_another_leerlab(client, picture):
    leerlab_with(picture, "hidden")
    stranger = MembershipFactory(leerlab=LeerlabFactory()).user
    client.force_login(stranger)

    assert answers(client, picture) == {404}


def test_whoever_takes_part_can_and_no_cache_between_keeps_it(client, picture):
    leerlab = leerlab_with(picture, "hidden")
    client.force_login(MembershipFactory(leerlab=leerlab).user)

    assert answers(client, picture) == {200}
    assert client.get(addresses(picture)[0]).headers["Cache-Control"] == "private, no-store"


def test_somebody_who_left_cannot_any_more(client, picture):
    leerlab = leerlab_with(picture, "hidden")
    membership = MembershipFactory(leerlab=leerlab, state="left")
    client.force_login(membership.user)

    assert answers(client, picture) == {404}


def test_in_an_open_leerlab_everyone_can(client, picture):
    leerlab_with(picture, "open")

    assert answers(client, picture) == {200}


def test_a_picture_that_a_public_page_shows_too_is_for_everyone(client, picture, site):
    leerlab_with(picture, "hidden")
    NewsFactory(parent=site.news, teaser_image=picture)

    assert answers(client, picture) == {200}


def test_a_picture_that_no_leerlab_shows_is_for_everyone(client, picture):
    leerlab_with(None, "hidden")
    client.force_login(UserFactory())

    assert answers(client, picture) == {200}
