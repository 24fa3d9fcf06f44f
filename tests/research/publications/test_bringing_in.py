"""Bringing in a publication: by its DOI, from a file of a reference manager, or by hand."""

import re
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile

from research.models import InsightPage
from research.publications.models import Submission
from tests.factories import InsightFactory, UserFactory

pytestmark = pytest.mark.django_db
START = "/onderzoek/inbrengen/"
RIS = (
    b"TY  - JOUR\r\nTI  - Reading together\r\nAU  - Berg, Saar van den\r\nPY  - 2021\r\n"
    b"JO  - Journal of Reading\r\nVL  - 3\r\nER  - \r\n"
)


@pytest.fixture(autouse=True)
def nothing_asked_yet():
    """Accounts of different tests share their numbers."""
    cache.clear()


@pytest.fixture
def researcher(client, site, member):
    client.force_login(member)
    return client


def test_a_visitor_reads_what_it_asks_and_signs_in_first(client, site):
    assert "Log in om te beginnen" in client.get(START).content.decode()
    assert urlsplit(client.post(START, {"doi": "10.1000/good"})["Location"]).path.endswith("inloggen/")


def test_a_doi_fills_the_form_in(researcher, resolver):
    answer = researcher.post(START, {"doi": "https://doi.org/10.1000/GOOD"}, follow=True)

    text = answer.content.decode()
    assert 'value="Frontiers in Psychology"' in text
    assert 'value="2021-09-16"' in text
    assert 'value="10.1000/good"' in text
    assert Submission.objects.get().answers["authors"][1]["particle"] == "van der"


def test_what_the_registry_does_not_say_is_named_at_its_field(researcher, resolver):
    text = researcher.post(START, {"doi": "10.1000/sparse"}, follow=True).content.decode()

    # Date, language, journal, volume, issue, pages; the authors have a step of their own.
    assert text.count("Stond niet in de gegevens.") == 6


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere", "niet geregistreerd"),
        ("slow", "antwoordt niet op tijd"),
        ("html", "zijn geen gegevens te krijgen"),
        ("huge", "te groot"),
        ("failing", "niet te bereiken"),
        ("to-this-machine", "een adres dat we niet bezoeken"),
    ],
)
def test_when_it_cannot_be_had_it_says_why_and_one_goes_on_by_hand(researcher, resolver, name, words):
    answer = researcher.post(START, {"doi": f"10.1000/{name}"})
    assert answer.status_code == 424
    text = answer.content.decode()
    assert words in text
    assert f'value="10.1000/{name}"' in text

    by_hand = researcher.post(START, {"by_hand": f"10.1000/{name}"}, follow=True)

    assert f'value="10.1000/{name}"' in by_hand.content.decode()


def test_nobody_has_the_registry_asked_without_end(researcher, resolver, settings):
    settings.DOI_LOOKUPS_AN_HOUR = 1
    researcher.post(START, {"doi": "10.1000/nowhere"})

    answer = researcher.post(START, {"doi": "10.1000/nowhere"})

    assert answer.status_code == 429
    assert len(resolver.asked) == 1


def test_what_is_no_doi_is_not_looked_up(researcher, resolver):
    answer = researcher.post(START, {"doi": "mijn artikel"})

    assert answer.status_code == 422
    assert resolver.asked == []


def test_a_publication_that_is_there_already_is_pointed_at(researcher, resolver, site):
    InsightFactory(parent=site.insights, slug="al-hier", title="Al hier", doi="10.1000/GOOD")

    answer = researcher.post(START, {"doi": "10.1000/good"})

    assert answer.status_code == 409
    assert 'href="/onderzoek/al-hier/"' in answer.content.decode()
    assert resolver.asked == []


def test_of_somebodys_draft_one_learns_only_that_it_is_on_its_way(researcher, resolver, site):
    InsightFactory(parent=site.insights, slug="geheim", title="Geheime titel", doi="10.1000/good", live=False)

    text = researcher.post(START, {"doi": "10.1000/good"}).content.decode()

    assert "ligt bij de redactie" in text
    assert "Geheime titel" not in text


def test_a_ris_file_fills_the_form_in(researcher):
    file = SimpleUploadedFile("export.ris", RIS)

    text = researcher.post(START, {"upload": "1", "file": file}, follow=True).content.decode()

    assert 'value="Reading together"' in text
    assert 'value="Journal of Reading"' in text


def test_a_file_with_two_publications_begins_two(researcher):
    researcher.post(START, {"upload": "1", "file": SimpleUploadedFile("export.ris", RIS + RIS)})

    assert Submission.objects.count() == 2


def test_a_file_that_is_none_says_so_and_begins_nothing(researcher):
    answer = researcher.post(START, {"upload": "1", "file": SimpleUploadedFile("export.ris", b"\x00\xff\x00geen ris")})

    assert answer.status_code == 422
    assert not Submission.objects.exists()


def test_a_file_far_too_large_is_not_read(researcher, settings):
    settings.REFERENCE_FILE_MAX_BYTES = 100

    answer = researcher.post(START, {"upload": "1", "file": SimpleUploadedFile("export.ris", RIS)})

    assert answer.status_code == 422


def test_by_hand_begins_empty(researcher):
    assert researcher.post(START, {}, follow=True).status_code == 200
    assert Submission.objects.get().answers == {}


def test_beginning_twice_with_one_form_is_beginning_once(researcher):
    token = researcher.get(START).context["token"]

    for _ in range(2):
        researcher.post(START, {"token": str(token)})

    assert Submission.objects.count() == 1


def test_somebody_elses_token_opens_nothing(researcher, client):
    token = researcher.get(START).context["token"]
    researcher.post(START, {"token": str(token)})
    client.force_login(UserFactory())

    assert client.post(START, {"token": str(token)}).status_code == 403


def test_identifiers_are_checked_by_form_and_checksum(researcher):
    researcher.post(START, {})
    submission = Submission.objects.get()

    answer = researcher.post(
        f"{START}{submission.uuid}/publicatie/",
        {"doi": "11.1000/x", "isbn": "978-90-00-00000-0", "issn": "1234-5678", "publication_date": "2021-13"},
    )

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"doi", "isbn", "issn", "publication_date"}


def test_orcid_and_ror_are_checked_by_checksum(researcher):
    researcher.post(START, {})
    submission = Submission.objects.get()
    row = {"family-1": "Frey", "orcid-1": "0000-0002-1825-0098", "ror-1": "04dkp9464"}

    answer = researcher.post(f"{START}{submission.uuid}/auteurs/", row)

    assert set(answer.context["form"].errors) == {"orcid-1", "ror-1"}


def test_all_steps_show_and_save_half(researcher):
    researcher.post(START, {})
    submission = Submission.objects.get()

    for code in ("publicatie", "auteurs", "leraar", "zekerheid", "verbanden", "bestanden"):
        address = f"{START}{submission.uuid}/{code}/"
        assert researcher.get(address).status_code == 200
        assert (
            researcher.post(address, {"publication_type": "artikel", "later": "1", "family-1": ""}).status_code == 302
        )
    assert researcher.get(f"{START}{submission.uuid}/controleren/").status_code == 200
    assert researcher.get(f"{START}{submission.uuid}/voorbeeld/").status_code == 200


def test_two_windows_show_both_texts(researcher, written):
    address = f"{START}{written.uuid}/zekerheid/"
    researcher.post(address, {"version": "0", "limits": "Eerste venster."})

    answer = researcher.post(address, {"version": "0", "limits": "Tweede venster."})

    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Eerste venster." in text
    assert "Tweede venster." in text


def test_the_preview_is_the_page_that_readers_will_see(researcher, written):
    text = researcher.get(f"{START}{written.uuid}/voorbeeld/").content.decode()

    assert "Helpt samen lezen?" in text
    assert "<li>lees samen</li>" in text.replace("\n", "")
    assert "John Hattie" in text
    assert not InsightPage.objects.exists()


def test_the_preview_decides_nothing_that_nobody_chose(researcher, member):
    begun = Submission.objects.create(contributor=member, answers={"title": "Nog leeg"})
    text = researcher.get(f"{START}{begun.uuid}/voorbeeld/").content.decode()
    # What the scale means is explained there, all of it.
    text = re.sub(r"<details.*?</details>", "", text, flags=re.DOTALL)

    assert text.count("nog niet gekozen") == 4
    for chosen in ("Goed onderbouwd", "Meta-analyse", "Licentie:"):
        assert chosen not in text


def test_what_still_lacks_stands_under_its_step(researcher, written):
    written.answers["authors"][0]["person"] = ""
    written.save()
    text = researcher.get(f"{START}{written.uuid}/controleren/").content.decode()

    assert "Auteurs: zeg bij iedereen wie het is" in text


def test_a_language_that_the_list_lacks_is_kept(researcher, written):
    written.answers["source_language"] = "cy"
    written.save()
    text = researcher.get(f"{START}{written.uuid}/publicatie/").content.decode()

    assert '<option value="cy" selected>' in text
    assert '<option value="nl">Nederlands</option>' in text


def test_what_is_of_somebody_else_does_not_exist(client, written):
    client.force_login(UserFactory())

    for path in ("", "publicatie/", "verbanden/", "bestanden/", "controleren/", "voorbeeld/"):
        assert client.get(f"{START}{written.uuid}/{path}").status_code == 404


def test_what_was_not_sent_in_can_be_thrown_away(researcher, written):
    researcher.post(f"{START}{written.uuid}/weggooien/")

    assert not Submission.objects.exists()


def test_an_insight_cannot_take_the_address(site):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        InsightFactory.build(slug="inbrengen").clean()
