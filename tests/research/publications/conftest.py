"""A site, a researcher, an editor, a registry of DOIs, and what a researcher fills in."""

import pytest
from django.contrib.auth.models import Group

from editorial.groups import CHIEF_EDITOR
from research.publications import saving, sending
from research.publications.models import Submission
from tests.factories import LevelFactory, ThemeFactory, UserFactory, small_site
from tests.research.publications.resolver import running_resolver


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """Files of one test only."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    private = {**settings.STORAGES["private"], "OPTIONS": {"location": str(tmp_path / "private"), "base_url": None}}
    settings.STORAGES = {**settings.STORAGES, "private": private}


@pytest.fixture(scope="session")
def running():
    """The registry, once for all tests."""
    with running_resolver() as server:
        yield server


@pytest.fixture
def resolver(running, settings):
    """The registry that the site asks, with little patience."""
    settings.DOI_RESOLVER_URL = running.url
    settings.DOI_LOOKUP_SECONDS = 1
    running.asked.clear()
    return running


@pytest.fixture
def site(db):
    """A site with a list of insights."""
    return small_site()


@pytest.fixture
def member(db):
    """A researcher with a name."""
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


def author(family, given="", person="new", **more):
    """An author as the form keeps one."""
    empty = {"particle": "", "orcid": "", "affiliation": "", "ror": ""}
    return {"given": given, "family": family, "person": person, **empty, **more}


@pytest.fixture
def complete():
    """All that has to be filled in."""
    theme, level = ThemeFactory(name="Lezen", slug="lezen"), LevelFactory(code="groep-5", label="groep 5")
    return {
        "reference_title": "A study of reading",
        "publication_type": "artikel",
        "publication_date": "2021-05",
        "published_in": "Journal of Reading",
        "volume": "3",
        "doi": "10.1000/reading",
        "source_language": "en",
        "authors": [author("Hattie", "John", orcid="0000-0002-1825-0097", affiliation="UvA", ror="04dkp9463")],
        "title": "Samen lezen helpt",
        "question": "Helpt samen lezen?",
        "summary": "Samen lezen hielp in deze studie.",
        "point_1": "Een.",
        "point_2": "Twee.",
        "point_3": "Drie.",
        "plain_summary": "Het *hielp*.",
        "for_classroom": "- lees samen\n- praat erover",
        "levels": [level.pk],
        "themes": [theme.slug],
        "certainty": "3",
        "certainty_explanation": "Eén studie.",
        "limits": "Kleine groep.",
        "method": "experiment",
        "sample": "120 leerlingen.",
        "licence": "cc-by",
    }


@pytest.fixture
def written(member, complete):
    """A submission with everything filled in, not sent in."""
    return Submission.objects.create(contributor=member, answers=complete)


@pytest.fixture
def sent(site, written, member):
    """The same, sent in."""
    return sending.send(written, member)


@pytest.fixture
def published(sent, editor):
    """The same, approved by an editor."""
    approve(sent.page, editor)
    return Submission.objects.get(pk=sent.pk)


def approve(page, editor):
    """What the editor does in the admin."""
    page.refresh_from_db()
    state = page.current_workflow_state.current_task_state
    state.task.specific.on_action(state, editor, "approve")


def change(submission, **answers):
    """The researcher changes answers, knowing what the page says now."""
    kept = Submission.objects.get(pk=submission.pk)
    seen = saving.now_shown(kept).seen
    assert saving.save_step(kept, "leraar", answers, kept.saves.get("leraar", 0), seen).done
    return Submission.objects.get(pk=submission.pk)
