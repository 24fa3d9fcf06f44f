"""A site, a member, and what a member fills in."""

import pytest
from django.contrib.auth.models import Group

from editorial.groups import CHIEF_EDITOR
from practices.contributing import saving, sending
from practices.contributing.steps import BY_CODE
from practices.models import Submission
from tests.factories import LevelFactory, ThemeFactory, UserFactory, small_site


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """Files of one test only."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    private = {**settings.STORAGES["private"], "OPTIONS": {"location": str(tmp_path / "private"), "base_url": None}}
    settings.STORAGES = {**settings.STORAGES, "private": private}


@pytest.fixture
def site(db):
    """A site with a list of practice examples."""
    return small_site()


@pytest.fixture
def member(db):
    """A teacher with a name."""
    user = UserFactory(first_name="Saar", last_name="van den Berg")
    user.profile.display_name = "Saar van den Berg"
    user.profile.save()
    return user


@pytest.fixture
def editor(site):
    """Somebody who approves."""
    user = UserFactory(first_name="Eef")
    user.groups.add(Group.objects.get(name=CHIEF_EDITOR))
    return user


@pytest.fixture
def complete():
    """All that has to be filled in, per step."""
    theme, level = ThemeFactory(name="Lezen", slug="lezen"), LevelFactory(code="groep-5", label="groep 5")
    return {
        "over": {
            "title": "Hardop denken",
            "summary": "We dachten hardop bij het lezen.",
            "school": "",
            "school_name": "De Wegwijzer",
            "period": "2025-2026",
            "levels": [level.pk],
            "themes": [theme.slug],
        },
        "doel": {"occasion": "Ze lazen zonder te begrijpen.", "goal": "Beter begrijpen."},
        "aanpak": {"steps": [{"title": "Voordoen", "text": "Denk hardop."}, {"title": "Nadoen", "text": "Samen."}]},
        "nodig": {
            "duration": "6 weken",
            "staff": "",
            "cost_level": "1",
            "cost": "",
            "materials": "- boeken\n- stiften",
        },
        "resultaat": {
            "result": "Ze **begrepen** meer.",
            "evidence": "zelf_gemeten",
            "measured_how": "Met een toets.",
            "lessons": "",
        },
        "naam": {"credit_name": "Saar van den Berg", "contact_email": "", "licence_agreed": True},
    }


@pytest.fixture
def written(member, complete):
    """A submission with everything filled in, not sent in."""
    submission = Submission.objects.create(contributor=member)
    for code, answers in complete.items():
        assert saving.save_step(submission, BY_CODE[code], answers, 0, None).done
    return Submission.objects.get(pk=submission.pk)


@pytest.fixture
def sent(site, written, member):
    """The same, sent in."""
    return sending.send(written, member)
