"""The page of a member: everyone sees what its owner lets them see, the photo included."""

import io
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import Profile, Visibility
from accounts.photos import SIDE, square_photo
from accounts.profiles import PARTS, display_name, may_see, profile_url
from tests.accounts.members import member
from tests.factories import LevelFactory, ThemeFactory

pytestmark = pytest.mark.django_db

SHOWN = {
    "display_name": "Noor de Vries",
    "role": "intern begeleider",
    "levels": "Groep zeven",
    "themes": "Voorlezen",
    "biography": "Ik lees graag voor.",
    "orcid": "0000-0002-1825-0097",
    "photo": "/foto/",
}


def picture(kind="JPEG", size=(800, 600), **saved):
    made = io.BytesIO()
    Image.new("RGB", size, "red").save(made, kind, **saved)
    return made.getvalue()


@pytest.fixture
def noor():
    user = member("noor@example.nl", first_name="", last_name="")
    profile = user.profile
    for part in ("display_name", "biography", "orcid"):
        setattr(profile, part, SHOWN[part])
    profile.role = "ib-er"
    profile.photo.save("x.jpg", ContentFile(picture()))
    profile.levels.add(LevelFactory(label="Groep zeven"))
    profile.themes.add(ThemeFactory(name="Voorlezen"))
    return user


def viewer_of(who, noor):
    client = Client()
    if who != "visitor":
        client.force_login(noor if who == "owner" else member("ander@example.nl"))
    return client


MAY_SEE = {
    ("visitor", "everyone"): True,
    ("visitor", "members"): False,
    ("visitor", "nobody"): False,
    ("member", "everyone"): True,
    ("member", "members"): True,
    ("member", "nobody"): False,
    ("owner", "everyone"): True,
    ("owner", "members"): True,
    ("owner", "nobody"): True,
}


@pytest.mark.parametrize(("part", "who", "visible_to"), [(p, *row) for p, row in product(SHOWN, MAY_SEE)])
def test_a_part_is_seen_by_whom_its_owner_chose(noor, part, who, visible_to):
    Profile.objects.filter(user=noor).update(**{f"{part}_visibility": visible_to})

    page = viewer_of(who, noor).get(profile_url(noor)).content.decode()

    assert (SHOWN[part] in page) == MAY_SEE[who, visible_to]


@pytest.mark.parametrize(("who", "visible_to"), MAY_SEE)
def test_the_photo_is_served_to_whom_its_owner_chose(noor, who, visible_to):
    Profile.objects.filter(user=noor).update(photo_visibility=visible_to)

    status = viewer_of(who, noor).get(f"{profile_url(noor)}foto/").status_code

    assert status == (200 if MAY_SEE[who, visible_to] else 404)


def test_a_photo_has_no_other_address(client, noor):
    assert client.get(f"/media/{noor.profile.photo.name}").status_code == 404
    assert client.get(f"/media/../private/{noor.profile.photo.name}").status_code == 404


def test_a_name_is_never_an_address():
    user = member("iemand@example.nl")
    assert display_name(user, user) == "Een lid"


def test_whoever_left_has_no_name():
    assert display_name(None) == "Voormalig lid"


def test_every_part_has_a_visibility():
    profile = Profile()
    assert {may_see(profile, part, AnonymousUser()) for part in PARTS} == {True, False}
    assert all(getattr(profile, f"{part}_visibility") in Visibility.values for part in PARTS)


def test_the_page_of_an_account_that_was_closed_is_gone(client, noor):
    noor.is_active = False
    noor.save()
    assert client.get(profile_url(noor)).status_code == 404


class TestChanging:
    def form(self, **changes):
        visible = {f"{part}_visibility": "members" for part in PARTS}
        return {"display_name": "Noor", "role": "", "biography": "", "orcid": "", **visible, **changes}

    def test_what_was_filled_in_is_kept(self, noor):
        client = viewer_of("owner", noor)
        client.post(
            "/account/profiel/", self.form(biography="Anders nu", orcid="https://orcid.org/0000-0002-1825-0097")
        )
        profile = Profile.objects.get(user=noor)
        assert (profile.biography, profile.orcid) == ("Anders nu", "0000-0002-1825-0097")

    def test_an_error_keeps_what_was_typed(self, noor):
        answer = viewer_of("owner", noor).post("/account/profiel/", self.form(biography="Anders nu", orcid="123"))
        assert answer.status_code == 422
        assert "Anders nu" in answer.content.decode()

    def test_a_new_photo_takes_the_place_of_the_old_file(self, noor, django_capture_on_commit_callbacks):
        before = noor.profile.photo
        with django_capture_on_commit_callbacks(execute=True):
            viewer_of("owner", noor).post(
                "/account/profiel/", self.form(photo=SimpleUploadedFile("nieuw.jpg", picture()))
            )
        after = Profile.objects.get(user=noor).photo
        assert after.name != before.name
        assert (before.storage.exists(before.name), after.storage.exists(after.name)) == (False, True)

    def test_html_in_the_story_is_text(self, noor):
        client = viewer_of("owner", noor)
        client.post("/account/profiel/", self.form(biography="<script>alert(1)</script>", display_name="<b>Noor</b>"))
        page = client.get(profile_url(noor)).content.decode()
        assert "<script>alert(1)" not in page
        assert "<b>Noor" not in page


class TestPhotos:
    def test_where_and_when_it_was_taken_is_left_out(self):
        exif = Image.Exif()
        exif.get_ifd(0x8825)[1] = "N"
        exif[0x9003] = "2026:01:02 03:04:05"
        exif[0x010F] = "Geheime camera"
        kept = square_photo(SimpleUploadedFile("x.jpg", picture(exif=exif))).read()
        with Image.open(io.BytesIO(kept)) as image:
            assert not image.getexif()
        assert b"Geheime" not in kept

    def test_it_is_a_square_of_ours(self):
        with Image.open(square_photo(SimpleUploadedFile("x.png", picture("PNG")))) as image:
            assert (image.format, image.size) == ("JPEG", (SIDE, SIDE))

    @pytest.mark.parametrize(
        "content",
        [
            b"<html><script>alert(1)</script></html>",
            b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
            b"%PDF-1.4",
            picture()[:400],
            b"",
        ],
        ids=["html", "svg", "pdf", "half a photo", "nothing"],
    )
    def test_what_is_no_photo_is_refused(self, noor, content):
        form = TestChanging().form(photo=SimpleUploadedFile("foto.jpg", content, "image/jpeg"))
        assert viewer_of("owner", noor).post("/account/profiel/", form).status_code == 422

    def test_a_picture_that_unpacks_to_far_too_much_is_refused_before_it_is_unpacked(self, noor):
        made = io.BytesIO()
        Image.new("1", (30_000, 30_000)).save(made, "PNG")
        assert len(made.getvalue()) < 500_000
        form = TestChanging().form(photo=SimpleUploadedFile("bom.png", made.getvalue(), "image/png"))
        answer = viewer_of("owner", noor).post("/account/profiel/", form)
        assert "te veel beeldpunten" in answer.content.decode() or "geen foto" in answer.content.decode()
