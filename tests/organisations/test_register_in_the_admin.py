"""Importing and merging in the admin: seen first, done after."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from organisations.models import Organisation, RegisterImport
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.people import editor, signed_in

pytestmark = pytest.mark.django_db
FILE = b"soort;naam;code;gemeente\nschool;De Uil;12AB;\nschool;De Mol;34CD;Nergens\n"


@pytest.fixture
def redacteur():
    return signed_in(editor())


@pytest.fixture
def chief():
    return signed_in(editor("Eindredacteur"))


def upload(client, content=FILE, name="scholen.csv"):
    return client.post("/admin/organisaties/importeren/", {"file": SimpleUploadedFile(name, content)})


def words(answer):
    return answer.content.decode()


def test_a_file_leads_to_its_report_and_nothing_is_done(redacteur):
    report = words(redacteur.get(upload(redacteur)["Location"]))

    assert "De Uil" in report
    assert "De gemeente “Nergens” kennen we niet." in report
    assert not Organisation.objects.exists()


def test_what_was_agreed_to_is_done(redacteur):
    address = upload(redacteur)["Location"]
    fingerprint = redacteur.get(address).context["fingerprint"]
    redacteur.post(address, {"fingerprint": fingerprint})

    assert Organisation.objects.get().code == "12AB"
    assert redacteur.get(address).status_code == 404


def test_a_change_meanwhile_leads_back_to_a_new_report(redacteur):
    address = upload(redacteur)["Location"]
    fingerprint = redacteur.get(address).context["fingerprint"]
    SchoolFactory(name="De Oehoe", slug="oehoe", code="12AB")
    answer = redacteur.post(address, {"fingerprint": fingerprint}, follow=True)

    assert "sinds het verslag iets veranderd" in words(answer)
    assert Organisation.objects.get().name == "De Oehoe"
    assert "De Oehoe" in words(answer)


def test_what_stands_in_a_file_is_shown_as_text(redacteur):
    content = b"soort;naam\nschool;<script>alert(1)</script>\n"
    report = words(redacteur.get(upload(redacteur, content)["Location"]))

    assert "<script>alert(1)" not in report
    assert "&lt;script&gt;alert(1)" in report


def test_a_file_that_makes_no_sense_is_refused_at_its_field(redacteur):
    assert "kolommen" in words(upload(redacteur, b"\x89PNG\r\n\x1a\n"))
    assert not RegisterImport.objects.exists()


def test_the_upload_of_another_editor_is_out_of_reach(redacteur, chief):
    assert chief.get(upload(redacteur)["Location"]).status_code == 404


def test_importing_is_for_editors():
    for user in (UserFactory(), editor("Onderzoeker")):
        assert upload(signed_in(user)).status_code in {302, 403}
    assert not RegisterImport.objects.exists()


def test_a_merge_is_seen_first_and_done_after(chief):
    goes, stays = SchoolFactory(name="De Uil (oud)"), SchoolFactory(name="De Uil")
    address = f"/admin/organisaties/samenvoegen/{goes.pk}/"
    seen = words(chief.post(address, {"target": stays.pk}))

    assert "“De Uil (oud)” gaat op in “De Uil”" in seen
    assert Organisation.objects.count() == 2
    chief.post(address, {"target": stays.pk, "confirm": "1"})
    assert Organisation.objects.get() == stays


def test_a_merge_that_cannot_be_is_told_at_the_field(chief):
    school = SchoolFactory()

    assert "andere organisatie" in words(
        chief.post(f"/admin/organisaties/samenvoegen/{school.pk}/", {"target": school.pk})
    )


def test_merging_is_for_chief_editors(redacteur):
    goes, stays = SchoolFactory(), SchoolFactory()
    redacteur.post(f"/admin/organisaties/samenvoegen/{goes.pk}/", {"target": stays.pk, "confirm": "1"})

    assert Organisation.objects.count() == 2


def test_the_list_and_the_form_lead_to_what_one_may(redacteur, chief):
    school = SchoolFactory()
    merge, people = f"/admin/organisaties/samenvoegen/{school.pk}/", f"/organisaties/{school.slug}/beheer/"
    for path in ("/admin/organisaties/", f"/admin/organisaties/edit/{school.pk}/"):
        assert [link in words(redacteur.get(path)) for link in (merge, people)] == [False, True]
        assert [link in words(chief.get(path)) for link in (merge, people)] == [True, True]
