"""Files with a post: uploaded, shown, served under the policy, cleaned up."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlabs.attachments import keeping
from leerlabs.models import Attachment, Post
from tests.factories import UserFactory
from tests.leerlabs.attachments import files
from tests.leerlabs.threads.writing import form, member


def reply_with(client, thread, *uploads, **fields):
    address = reverse("leerlabs:reply", args=[thread.leerlab.slug, thread.pk])
    chosen = [SimpleUploadedFile(name, content, content_type="text/html") for name, content in uploads]
    return client.post(address, form("Zie de bijlage.", uploads=chosen, **fields))


def address_of(attachment):
    return reverse("leerlabs:attachment", args=[attachment.leerlab.slug, attachment.pk, attachment.name])


@pytest.fixture
def attachment(as_saar, thread):
    reply_with(as_saar, thread, ("verslag.pdf", files.PDF))
    return Attachment.objects.get()


def test_a_file_goes_with_its_post(attachment):
    assert attachment.post == Post.objects.get(number=2)


def test_it_is_handed_out_harmless(as_saar, attachment):
    answer = as_saar.get(address_of(attachment))

    assert b"".join(answer.streaming_content) == files.PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="verslag.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox;")


def test_a_picture_is_shown(as_saar, thread):
    reply_with(as_saar, thread, ("foto.jpg", files.photo_with_place()))
    found = Attachment.objects.get()

    page = as_saar.get(thread.get_absolute_url()).content.decode()

    assert f'<img src="{address_of(found)}" width="40" height="60"' in page
    assert as_saar.get(address_of(found)).headers["Content-Disposition"].startswith("inline")


def test_it_is_not_to_be_had_as_media(as_saar, attachment):
    assert as_saar.get(f"/media/{attachment.file.name}").status_code == 404
    assert "verslag" not in attachment.file.name


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_who_may_not_read_the_post_does_not_get_it(attachment, leerlab, visibility):
    leerlab.visibility = visibility
    leerlab.save()
    outsider = Client()
    outsider.force_login(UserFactory())

    assert outsider.get(address_of(attachment)).status_code == 404
    assert Client().get(address_of(attachment)).status_code == 404


def test_with_a_hidden_post_it_is_hidden(attachment, leerlab):
    Post.objects.update(hidden_at=timezone.now())
    other = Client()
    other.force_login(member(leerlab, "Piet"))

    assert other.get(address_of(attachment)).status_code == 404


def test_a_refused_file_is_named_and_the_text_comes_back(as_saar, thread):
    answer = reply_with(as_saar, thread, ("onschuldig.pdf", b"<html>"), ("goed.pdf", files.PDF))

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "onschuldig.pdf" in page and "Zie de bijlage." in page
    assert "goed.pdf" in page
    assert Post.objects.count() == 1


def test_what_was_uploaded_before_goes_along(as_saar, thread):
    reply_with(as_saar, thread, ("foto.png", files.picture("PNG")), voorbeeld="1")
    kept = Attachment.objects.get()

    reply_with(as_saar, thread, kept=[str(kept.pk)], **{f"beschrijving-{kept.pk}": "Een leeshoek"})

    kept.refresh_from_db()
    assert (kept.post.number, kept.description) == (2, "Een leeshoek")


def test_the_file_of_somebody_else_does_not_go_along(as_saar, thread, leerlab):
    other = Client()
    other.force_login(member(leerlab, "Piet"))
    reply_with(other, thread, ("van-piet.pdf", files.PDF), voorbeeld="1")
    theirs = Attachment.objects.get()

    reply_with(as_saar, thread, kept=[str(theirs.pk)])

    theirs.refresh_from_db()
    assert theirs.post is None
    assert as_saar.get(address_of(theirs)).status_code == 404


def test_nine_files_are_too_many(as_saar, thread):
    answer = reply_with(as_saar, thread, *[(f"{n}.pdf", files.PDF) for n in range(9)])

    assert answer.status_code == 400
    assert not Attachment.objects.exists()


def test_what_nobody_posted_is_cleaned_up_with_its_file(as_saar, thread, django_capture_on_commit_callbacks):
    reply_with(as_saar, thread, ("later.pdf", files.PDF), voorbeeld="1")
    lost = Attachment.objects.get()

    with django_capture_on_commit_callbacks(execute=True):
        keeping.clean_up(timezone.now() + timedelta(days=3))

    assert not Attachment.objects.exists()
    assert not lost.file.storage.exists(lost.file.name)


def test_what_was_posted_stays(attachment):
    assert keeping.clean_up(timezone.now() + timedelta(days=3)) == 0
    assert attachment.file.storage.exists(attachment.file.name)


def test_a_file_whose_row_was_never_written_is_cleaned_up(attachment):
    storage = attachment.file.storage
    storage.save("leerlabs/00/verloren", ContentFile(b"x"))

    assert keeping.clean_up_files() == 0
    assert keeping.clean_up_files(timezone.now() + timedelta(days=3)) >= 1
    assert not storage.exists("leerlabs/00/verloren")
    assert storage.exists(attachment.file.name)


def test_who_may_not_write_leaves_no_file(client, thread):
    client.force_login(UserFactory())

    assert reply_with(client, thread, ("verslag.pdf", files.PDF)).status_code == 403
    assert not Attachment.objects.exists()
