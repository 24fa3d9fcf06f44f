"""Pictures that members upload: believed in nothing, kept apart, and part of the page once sent in."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from editorial.models import EditorialImage
from practices.contributing import picture_files, pictures, sending
from practices.contributing.picture_files import UnusablePictureError
from practices.models import PracticePage, Submission
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

GPS_IFD, ORIENTATION = 0x8825, 0x0112


def image_bytes(image_format="JPEG", size=(40, 20), colour="red", **options):
    target = BytesIO()
    Image.new("RGB", size, colour).save(target, image_format, **options)
    return target.getvalue()


def upload(content, name="foto.jpg"):
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def with_place():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS_IFD] = {1: "N", 2: (52.0, 5.0, 1.0), 3: "E", 4: (4.0, 53.0, 2.0)}
    exif[0x010F] = "Cameramerk"
    return image_bytes(exif=exif)


def described(submission, content=None, **changes):
    picture = pictures.add(submission, upload(content or image_bytes()))
    said = {"alternative_text": "Een kaart.", "maker": "Saar", "rights": "own", "people": "none", **changes}
    for name, value in said.items():
        setattr(picture, name, value)
    picture.save()
    return picture


def images_on(submission):
    page = PracticePage.objects.get(pk=submission.page_id).get_latest_revision_as_object()
    return [block.value for block in page.body if block.block_type == "image"]


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_written_anew(written, image_format):
    picture = pictures.add(written, upload(image_bytes(image_format)))

    kept = Image.open(picture.file.open())
    assert (kept.format, kept.size) == ("JPEG", (40, 20))


def test_where_and_with_what_it_was_made_is_gone_and_it_stands_upright(written):
    picture = pictures.add(written, upload(with_place()))

    kept = Image.open(picture.file.open())
    assert dict(kept.getexif()) == {}
    assert kept.size == (20, 40)
    assert b"Cameramerk" not in picture.file.open().read()


def test_what_hides_behind_a_picture_is_gone(written):
    picture = pictures.add(written, upload(image_bytes() + b"<script>alert(1)</script>PK\x03\x04"))

    assert b"script" not in picture.file.open().read()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "plaatje.svg"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "foto.jpg"),
        (b"<html><script>alert(1)</script></html>", "foto.jpg"),
        (b"%PDF-1.7\n", "foto.jpg"),
        (b"GIF89a" + b"\0" * 50, "foto.gif"),
        (image_bytes()[:200], "half.jpg"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 30, "kapot.png"),
        (b"", "leeg.jpg"),
    ],
)
def test_what_is_no_picture_is_refused(written, content, name):
    with pytest.raises(UnusablePictureError):
        pictures.add(written, upload(content, name))

    assert not written.pictures.exists()


def test_a_small_file_that_would_fill_the_memory_is_refused_before_it_is_decoded(written, monkeypatch):
    target = BytesIO()
    Image.new("1", (9000, 9000)).save(target, "PNG")
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("decoded"))

    with pytest.raises(UnusablePictureError):
        pictures.add(written, upload(target.getvalue(), "bom.png"))


def test_a_file_past_the_limit_is_refused(written, settings):
    settings.PRACTICE_PICTURE_MAX_BYTES = 100

    with pytest.raises(UnusablePictureError):
        pictures.add(written, upload(image_bytes()))


def test_there_is_a_limit_to_their_number(written, settings):
    settings.PRACTICE_PICTURES_MAX = 1
    pictures.add(written, upload(image_bytes()))

    with pytest.raises(UnusablePictureError):
        pictures.add(written, upload(image_bytes()))


def test_a_large_picture_becomes_smaller(written, monkeypatch):
    monkeypatch.setattr(picture_files, "MAX_SIDE", 10)

    assert max(Image.open(pictures.add(written, upload(image_bytes())).file.open()).size) == 10


def test_a_hostile_name_is_only_a_word(written):
    picture = pictures.add(written, upload(image_bytes(), '../../"><script>x.jpg'))

    assert "<" not in picture.name
    assert picture.file.name == f"practice_pictures/{picture.uuid}.jpg"


def test_without_maker_rights_text_and_consent_it_cannot_be_sent_in(site, written, member):
    described(written, people="")

    with pytest.raises(sending.NotReadyError) as refused:
        sending.send(written, member)

    assert refused.value.missing == ["picture"]


def test_sent_in_it_is_a_picture_of_the_editors_at_an_address_nobody_can_guess(site, written, member):
    picture = described(written, people="agreed", caption="Zo ziet het eruit.")

    sent = sending.send(written, member)

    (image,) = EditorialImage.objects.all()
    assert (image.maker, image.rights, image.people_agreed) == ("Saar", "own", True)
    assert image.collection.name == pictures.WAITING
    assert str(picture.uuid) in image.file.name
    (value,) = images_on(sent)
    assert (value["image"], value["alternative_text"], value["caption"]) == (image, "Een kaart.", "Zo ziet het eruit.")


def test_published_it_moves_to_what_is_shown(site, written, member, editor):
    described(written)
    sent = sending.send(written, member)

    PracticePage.objects.get(pk=sent.page_id).current_workflow_task_state.approve(user=editor)

    assert EditorialImage.objects.get().collection.name == pictures.PUBLIC


def test_until_it_is_published_its_file_is_the_members_and_the_editors(site, written, member, editor, client):
    described(written)
    sent = sending.send(written, member)
    address = f"/media/{EditorialImage.objects.get().file.name}"
    seen = {}
    for name, user in (("visitor", None), ("another", UserFactory()), ("member", member), ("editor", editor)):
        client.logout()
        if user:
            client.force_login(user)
        seen[name] = client.get(address).status_code

    assert seen == {"visitor": 404, "another": 404, "member": 200, "editor": 200}
    PracticePage.objects.get(pk=sent.page_id).current_workflow_task_state.approve(user=editor)
    client.logout()
    assert client.get(address).status_code == 200


def test_a_picture_that_the_member_takes_out_leaves_the_page(site, written, member):
    picture = described(written)
    sent = sending.send(written, member)
    pictures.remove(Submission.objects.get(pk=sent.pk).pictures.get(pk=picture.pk))

    sending.send(sent, member)

    assert images_on(sent) == []


def test_a_picture_that_the_editors_took_out_does_not_come_back(site, written, member, editor):
    described(written)
    sent = sending.send(written, member)
    page = PracticePage.objects.get(pk=sent.page_id).get_latest_revision_as_object()
    page.body = []
    page.save_revision(user=editor, clean=False)
    Submission.objects.filter(pk=sent.pk).update(
        answers={**Submission.objects.get(pk=sent.pk).answers, "goal": "Een ander doel."}
    )

    sending.send(sent, member)

    assert images_on(sent) == []
    assert not pictures.shown(sent).exists()


def test_editors_words_about_a_picture_stay_when_the_member_changes_other_ones(site, written, member, editor):
    picture = described(written)
    sent = sending.send(written, member)
    page = PracticePage.objects.get(pk=sent.page_id).get_latest_revision_as_object()
    page.body[0].value["alternative_text"] = "Een kaart van de wijk."
    page.save_revision(user=editor, clean=False)
    sent.pictures.filter(pk=picture.pk).update(caption="Onze wijk")

    sending.send(sent, member)

    (value,) = images_on(sent)
    assert (value["alternative_text"], value["caption"]) == ("Een kaart van de wijk.", "Onze wijk")


def test_one_that_was_not_sent_in_goes_with_its_file(written, django_capture_on_commit_callbacks):
    picture = described(written)
    storage, name = picture.file.storage, picture.file.name

    with django_capture_on_commit_callbacks(execute=True):
        pictures.remove(picture)

    assert not storage.exists(name)
    assert not written.pictures.exists()
