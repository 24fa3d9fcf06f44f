"""Own data: everything in one archive, and leaving without a trace of who one was."""

import io
import json
import zipfile

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.log_actions import log

from accounts import archive, own_data
from accounts.models import Person, PersonClaim, User
from accounts.own_data import ExportedFile
from accounts.standing import suspend
from editorial.groups import EDITOR
from tests.accounts.members import PASSWORD, is_signed_in, member, sign_in
from tests.accounts.traces import traces_of
from tests.factories import InsightFactory, PersonFactory, small_site

pytestmark = pytest.mark.django_db
TOKEN = "herkenbaar"
ADDRESS = f"noor.{TOKEN}@example.nl"
PHOTO = f"foto van {TOKEN}".encode()
TRACES = (TOKEN, "Noor de Vries", "0000-0002-1825-0097", "Ik lees graag voor", "JBSWY3DPEHPK")


@pytest.fixture
def noor(client):
    """Somebody who did everything that accounts keep anything of."""
    user = member(ADDRESS, first_name="Noor", last_name=TOKEN)
    profile = user.profile
    profile.display_name, profile.orcid = "Noor de Vries", "0000-0002-1825-0097"
    profile.biography = "Ik lees graag voor."
    profile.photo.save("foto.jpg", ContentFile(PHOTO))
    SocialAccount.objects.create(user=user, provider="orcid", uid="0000-0002-1825-0097", extra_data={"email": ADDRESS})
    PersonClaim.objects.create(person=PersonFactory(is_example=False), user=user, explanation=f"mail {ADDRESS}")
    suspend(user, reason="Noor de Vries schreef iets", by=member("baas@example.nl"))
    log(user, "wagtail.create")
    sign_in(client, ADDRESS)
    sign_in(Client(), ADDRESS, password="verkeerd verkeerd")
    Client().post("/account/inloggen/code/", {"email": ADDRESS})
    return user


def archive_from(client):
    answer = client.post("/account/gegevens/ophalen/")
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_the_archive_holds_the_account_the_profile_and_the_files(client, noor):
    files = archive_from(client)
    assert json.loads(files.read("account/account.json"))["email"] == ADDRESS
    assert json.loads(files.read("account/profile.json"))["display_name"] == "Noor de Vries"
    assert files.read("account/photo.jpg") == PHOTO
    assert ADDRESS in files.read("account/claims.json").decode()


def test_the_archive_holds_no_secret(client, noor):
    TOTP.activate(noor, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    files = archive_from(client)
    everything = b"".join(files.read(name) for name in files.namelist())
    assert b"JBSWY3DPEHPK" not in everything
    assert noor.password.encode() not in everything


def test_nobody_gets_the_archive_of_another(noor):
    other = Client()
    other.force_login(member("ander@example.nl"))
    files = archive_from(other)
    assert TOKEN.encode() not in b"".join(files.read(name) for name in files.namelist()).lower()


def test_looking_gets_no_archive(client, noor):
    assert client.get("/account/gegevens/ophalen/").status_code == 405


def test_files_stay_inside_the_archive_and_each_has_a_name(monkeypatch, noor):
    files = [ExportedFile("../../etc/passwd", b"a"), ExportedFile("/etc/passwd", b"b"), ExportedFile("a\\..\\b", b"c")]
    monkeypatch.setattr(archive, "files_of", lambda user: [*files, files[0]])
    names = zipfile.ZipFile(archive.archive_of(noor)).namelist()
    assert names == ["etc/passwd", "etc/passwd-2", "a/b", "etc/passwd-3"]


def test_leaving_leaves_no_trace_in_database_or_files(client, noor, django_capture_on_commit_callbacks):
    TOTP.activate(noor, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    assert traces_of(*TRACES) != []

    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/vertrekken/")

    assert traces_of(*TRACES) == []
    assert not is_signed_in(client)


def test_leaving_ends_every_session(client, noor):
    other = Client()
    sign_in(other, ADDRESS)
    client.post("/account/vertrekken/")
    assert not is_signed_in(other)


def test_what_an_editor_made_stays(client, noor):
    noor.groups.add(Group.objects.get(name=EDITOR))
    page = InsightFactory(parent=small_site().insights, owner=noor)
    page.save_revision(user=noor)
    client.post("/account/vertrekken/")
    page.refresh_from_db()
    assert (page.owner, page.latest_revision.user) == (None, None)


def test_a_public_record_stays_without_the_account_and_its_address(client, noor):
    person = PersonFactory(user=noor, email=ADDRESS)
    client.post("/account/vertrekken/")
    person = Person.objects.get(pk=person.pk)
    assert (person.user, person.email) == (None, "")


def test_one_click_by_mistake_does_nothing(client, noor):
    client.get("/account/vertrekken/")
    assert User.objects.filter(pk=noor.pk).exists()


def test_whoever_signed_in_long_ago_shows_first_that_it_is_them(client, noor, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    assert client.post("/account/vertrekken/").url.startswith("/account/bevestigen/")
    assert User.objects.filter(pk=noor.pk).exists()


def test_when_one_room_cannot_erase_nothing_is_erased(noor, monkeypatch):
    def fails(user):
        raise RuntimeError

    monkeypatch.setitem(own_data._keepers, "unwilling", own_data._Keeper(lambda user: [], fails))
    with pytest.raises(RuntimeError):
        own_data.leave(noor)
    assert User.objects.filter(pk=noor.pk).exists()
    assert noor.check_password(PASSWORD)
