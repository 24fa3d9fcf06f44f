"""Drafts on the server: an older one never takes the place of a newer one."""

import pytest
from django.urls import reverse

from leerlabs.models import Draft
from leerlabs.threads import drafts
from tests.leerlabs.threads.writing import begin, form, member


def keep(client, leerlab, thread, version, source):
    sent = {"place": drafts.place_of(thread), "version": str(version), "source": source}
    return client.post(reverse("leerlabs:draft", args=[leerlab.slug]), sent)


def test_a_newer_one_is_kept(as_saar, leerlab, thread):
    keep(as_saar, leerlab, thread, 1, "Een")

    assert keep(as_saar, leerlab, thread, 2, "Een twee").json() == {"version": 2, "kept": True}
    assert Draft.objects.get().source == "Een twee"


@pytest.mark.parametrize("version", [1, 2])
def test_one_that_comes_late_is_not(as_saar, leerlab, thread, version):
    keep(as_saar, leerlab, thread, 2, "Nieuw")

    assert keep(as_saar, leerlab, thread, version, "Oud").json() == {"version": 2, "kept": False}
    assert Draft.objects.get().source == "Nieuw"


def test_it_is_offered_on_return(as_saar, leerlab, thread):
    keep(as_saar, leerlab, thread, 1, "Halverwege een zin")

    assert "Halverwege een zin" in as_saar.get(thread.get_absolute_url()).content.decode()


def test_nobody_else_sees_it(client, as_saar, leerlab, thread):
    keep(as_saar, leerlab, thread, 1, "Halverwege een zin")
    client.force_login(member(leerlab, "Piet"))

    assert "Halverwege" not in client.get(thread.get_absolute_url()).content.decode()


def test_a_late_saving_does_not_bring_back_what_was_posted(as_saar, saar, leerlab, thread):
    keep(as_saar, leerlab, thread, 3, "Bijna klaar")
    as_saar.post(reverse("leerlabs:reply", args=[leerlab.slug, thread.pk]), form("Klaar", draft_version="4"))

    keep(as_saar, leerlab, thread, 4, "Bijna klaar, nog één woord")

    assert Draft.objects.get(user=saar).source == ""


def test_a_button_keeps_it_without_scripts(as_saar, leerlab, thread):
    sent = form("Later verder", bewaar="1")

    answer = as_saar.post(reverse("leerlabs:reply", args=[leerlab.slug, thread.pk]), sent)

    assert "Je concept is bewaard" in answer.content.decode()
    assert Draft.objects.get().source == "Later verder"


def test_it_can_be_thrown_away(as_saar, leerlab, thread):
    keep(as_saar, leerlab, thread, 1, "Toch niet")

    as_saar.post(
        reverse("leerlabs:discard_draft", args=[leerlab.slug]), {"place": drafts.place_of(thread), "version": "1"}
    )

    assert "Toch niet" not in as_saar.get(thread.get_absolute_url()).content.decode()


@pytest.mark.parametrize("place", ["thread:999999", "leerlab:1x", "elders:1", "", "post:1"])
def test_there_are_no_drafts_for_other_places(as_saar, leerlab, place):
    sent = {"place": place, "version": "1", "source": "x"}

    assert as_saar.post(reverse("leerlabs:draft", args=[leerlab.slug]), sent).status_code == 400


def test_the_form_of_a_new_thread_has_its_own(as_saar, saar, leerlab):
    begin(leerlab, saar)
    sent = {"place": f"leerlab:{leerlab.pk}", "version": "1", "source": "Vraag", "title": "Titel"}
    as_saar.post(reverse("leerlabs:draft", args=[leerlab.slug]), sent)

    page = as_saar.get(reverse("leerlabs:start", args=[leerlab.slug])).content.decode()

    assert 'value="Titel"' in page
