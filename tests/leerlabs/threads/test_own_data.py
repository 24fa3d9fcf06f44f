"""What the exchange keeps of a person: given back whole, and gone when they leave."""

import json

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import CharField, TextField

from accounts import own_data
from leerlabs.attachments.keeping import keep
from leerlabs.models import Attachment, Draft, FeedAddress, PollVote, Post, Reaction, Reading, ThreadKind
from leerlabs.threads import drafts
from leerlabs.threads.editing import edit
from leerlabs.threads.feeds import make_address
from leerlabs.threads.polls import open_poll
from tests.leerlabs.attachments import files
from tests.leerlabs.threads.writing import begin, member, say, text

NAME = "Zwaantje Onvergetelijk"


@pytest.fixture
def zwaantje(leerlab):
    return member(leerlab, NAME)


@pytest.fixture
def traces(leerlab, saar, zwaantje, thread):
    """Everything that somebody can leave behind in the exchange."""
    file = keep(SimpleUploadedFile("verslag.pdf", files.PDF), leerlab, zwaantje)
    own = say(thread, zwaantje, "Mijn eigen bericht.", attachments=[file.pk])
    edit(own, zwaantje, text("Mijn betere bericht.", leerlab, zwaantje), version=1)
    about = say(thread, saar, f"Dag @{NAME}, dank!")
    edit(about, saar, text(f"Dag @{NAME}, heel veel dank!", leerlab, saar), version=1)
    earlier = say(thread, saar, f"Ook @{NAME} deed mee.")
    edit(earlier, saar, text("Iemand deed mee.", leerlab, saar), version=1)
    poll = open_poll(
        begin(leerlab, zwaantje, kind=ThreadKind.POLL),
        ["Ja", "Nee"],
        several=False,
        closes_at=thread.created_at,
        result_shown="closing",
    )
    PollVote.objects.create(option=poll.options.first(), user=zwaantje)
    Reaction.objects.create(post=about, user=zwaantje, kind="dank")
    Reading.objects.create(user=zwaantje, thread=thread, last_number=2)
    drafts.save(zwaantje, drafts.place_of(thread), version=1, source="Half bericht")
    make_address(zwaantje)
    keep(SimpleUploadedFile("los.pdf", files.PDF), leerlab, zwaantje)
    return own


def exported(user):
    return {file.path: file.as_bytes() for file in own_data.files_of(user) if file.path.startswith("gesprekken/")}


def test_the_archive_has_all_of_it(zwaantje, traces):
    given = exported(zwaantje)

    posts = json.loads(given["gesprekken/berichten.json"])
    assert posts[0]["tekst"] == "Mijn betere bericht."
    assert json.loads(given["gesprekken/eerdere_versies.json"])[0]["tekst"] == "Mijn eigen bericht."
    assert json.loads(given["gesprekken/concepten.json"])[0]["source"] == "Half bericht"
    assert json.loads(given["gesprekken/stemmen.json"])[0]["option__text"] == "Ja"
    assert len(json.loads(given["gesprekken/reacties.json"])) == 1
    assert [content for path, content in given.items() if path.endswith("verslag.pdf")] == [files.PDF]


def test_the_archive_has_nothing_of_others(zwaantje, saar, traces):
    given = b"".join(exported(zwaantje).values())

    assert b"heel veel dank" not in given
    assert b"Saar" not in given


class TestLeaving:
    @pytest.fixture
    def gone(self, zwaantje, traces, django_capture_on_commit_callbacks):
        key = zwaantje.pk
        with django_capture_on_commit_callbacks(execute=True):
            own_data.leave(zwaantje)
        return key

    def test_posts_stay_without_a_name(self, client, gone, thread, traces):
        page = client.get(thread.get_absolute_url()).content.decode()

        assert "Mijn betere bericht." in page
        assert "Voormalig lid" in page

    def test_who_was_mentioned_is_nobody(self, client, gone, thread):
        page = client.get(thread.get_absolute_url()).content.decode()

        assert "@Voormalig lid</span>, heel veel dank!" in page

    def test_all_else_is_gone(self, gone):
        for model in (Draft, Reaction, Reading, PollVote, FeedAddress):
            assert not model.objects.filter(user_id=gone).exists(), model

    def test_a_file_that_waited_is_gone_and_one_that_was_posted_stays(self, gone):
        assert [attachment.name for attachment in Attachment.objects.all()] == ["verslag.pdf"]
        assert Attachment.objects.get().uploader is None

    def test_no_text_anywhere_refers_to_them(self, gone):
        """Every text of every table of the Leerlabs."""
        for model in apps.get_app_config("leerlabs").get_models():
            for field in model._meta.concrete_fields:
                if isinstance(field, CharField | TextField):
                    values = " ".join(str(value) for value in model._default_manager.values_list(field.name, flat=True))
                    assert "Zwaantje" not in values, (model, field)
                    assert f"\ue000{gone}\ue001" not in values, (model, field)

    def test_no_row_refers_to_them(self, gone):
        assert not Post.objects.filter(author_id=gone).exists()
        assert not Post.objects.filter(mentions__user_id=gone).exists()
