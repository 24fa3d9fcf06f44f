"""Carrying an import out: after the report, and only what the report said."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from organisations.importing import kept
from organisations.importing.applying import DataChangedError, apply, report
from organisations.models import Organisation
from search.models import IndexOutboxEntry
from tests.factories import MunicipalityFactory, PracticeFactory, SchoolFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db
FILE = (
    b"soort;naam;code;bestuur;gemeente\nbestuur;Zevenveer;;;\nschool;De Uil;12AB;Zevenveer;Almere\nschool;X;;;Nergens\n"
)


@pytest.fixture
def almere():
    return MunicipalityFactory(name="Almere", slug="almere", code="GM0034")


def test_what_the_report_says_is_what_happens(almere):
    made = apply(FILE, expected=report(FILE).fingerprint())

    school = Organisation.objects.get(code="12AB")
    assert (school.name, school.slug, school.board.name, school.municipality) == (
        "De Uil",
        "de-uil",
        "Zevenveer",
        almere,
    )
    assert [refused.line for refused in made.refused] == [4]
    assert Organisation.objects.count() == 2


def test_the_second_time_nothing_changes(almere):
    apply(FILE)
    again = report(FILE)

    assert (again.new, again.changed, len(again.unchanged)) == ([], [], 2)


def test_a_change_keeps_the_address_and_tells_the_index_about_the_pages(almere):
    school = SchoolFactory(name="Oude naam", slug="oude-naam", code="12AB")
    page = PracticeFactory(parent=small_site().practices, school=school)
    IndexOutboxEntry.objects.all().delete()

    apply(b"soort;naam;code\nschool;Nieuwe naam;12AB\n")

    school.refresh_from_db()
    assert (school.name, school.slug) == ("Nieuwe naam", "oude-naam")
    assert IndexOutboxEntry.objects.filter(page_id=page.pk).exists()


def test_a_change_stands_in_the_history(almere):
    apply(FILE, by=UserFactory())

    assert ModelLogEntry.objects.filter(action="organisations.import", user__isnull=False).count() == 2


def test_namesakes_get_addresses_of_their_own(almere):
    MunicipalityFactory(name="Zwolle", slug="zwolle")
    apply(b"soort;naam;gemeente\nschool;De Uil;Almere\nschool;De Uil;Zwolle\n")

    assert set(Organisation.objects.values_list("slug", flat=True)) == {"de-uil", "de-uil-2"}


def test_it_is_refused_when_an_organisation_changed_since_the_report(almere):
    school = SchoolFactory(name="De Uil", slug="de-uil", code="12AB")
    agreed = report(FILE).fingerprint()
    school.website = "https://deuil.nl"
    school.name = "De Steenuil"
    school.save()

    with pytest.raises(DataChangedError):
        apply(FILE, expected=agreed)
    assert not Organisation.objects.filter(name="Zevenveer").exists()


def test_a_kept_file_is_applied_once(almere):
    editor = UserFactory()
    file, made = kept.keep("scholen.csv", FILE, editor)
    kept.carry_out(file, made.fingerprint(), editor)

    with pytest.raises(DataChangedError, match="al verwerkt"):
        kept.carry_out(file, made.fingerprint(), editor)
    file.refresh_from_db()
    assert bytes(file.content) == b""


class TestTheCommand:
    @pytest.fixture
    def path(self, tmp_path, almere):
        path = tmp_path / "scholen.csv"
        path.write_bytes(FILE)
        return path

    def test_it_reports_and_does_nothing(self, path, capsys):
        call_command("organisations", "import", path)

        said = capsys.readouterr().out
        assert "line 3: new school De Uil 12AB" in said
        assert "line 4: refused" in said
        assert "2 new, 0 changed, 0 unchanged, 1 refused" in said
        assert not Organisation.objects.exists()

    def test_it_applies_when_asked(self, path):
        call_command("organisations", "import", path, "--apply")

        assert Organisation.objects.count() == 2

    def test_it_refuses_when_the_report_was_another(self, path):
        with pytest.raises(CommandError):
            call_command("organisations", "import", path, "--apply", "--expect", "0" * 64)

        assert not Organisation.objects.exists()

    def test_a_file_that_is_not_there_is_said_so(self, tmp_path):
        with pytest.raises(CommandError, match="cannot be read"):
            call_command("organisations", "import", tmp_path / "weg.csv")
