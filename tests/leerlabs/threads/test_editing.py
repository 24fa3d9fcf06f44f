"""Changing a post: earlier texts are kept, and two who change it at once lose nothing."""

import pytest
from django.urls import reverse

from leerlabs.models import Mention, Post
from leerlabs.threads.editing import EditConflict, edit
from tests.leerlabs.threads.writing import begin, form, member, say, text


def address(name, post):
    return reverse(f"leerlabs:{name}", args=[post.thread.leerlab.slug, post.thread_id, post.pk])


@pytest.fixture
def post(thread, saar):
    return say(thread, saar, "De eerste tekst.")


def test_the_new_text_is_shown_and_marked(as_saar, post):
    as_saar.post(address("edit", post), form("De tweede tekst.", version="1"))

    page = as_saar.get(post.thread.get_absolute_url()).content.decode()
    assert "De tweede tekst." in page
    assert "gewijzigd" in page


def test_the_history_shows_what_changed(as_saar, post):
    as_saar.post(address("edit", post), form("De tweede tekst.", version="1"))

    page = as_saar.get(address("history", post)).content.decode()

    assert "eerste</del>" in page
    assert "tweede</ins>" in page


def test_who_comes_second_sees_both_texts_and_loses_nothing(as_saar, post):
    as_saar.post(address("edit", post), form("Van het ene venster.", version="1"))

    answer = as_saar.post(address("edit", post), form("Van het andere venster.", version="1"))

    page = answer.content.decode()
    post.refresh_from_db()
    assert answer.status_code == 409
    assert "Van het ene venster." in page and "Van het andere venster." in page
    assert post.source == "Van het ene venster."


def test_sent_again_after_that_it_is_kept(as_saar, post):
    as_saar.post(address("edit", post), form("Van het ene venster.", version="1"))

    as_saar.post(address("edit", post), form("Van allebei.", version="2"))

    post.refresh_from_db()
    assert (post.source, post.revisions.count()) == ("Van allebei.", 2)


def test_the_service_refuses_an_old_version(post, saar):
    edit(post, saar, text("Nieuw", post.thread.leerlab, saar), version=1)

    with pytest.raises(EditConflict):
        edit(post, saar, text("Ouder", post.thread.leerlab, saar), version=1)


def test_the_same_text_is_no_change(post, saar):
    edit(post, saar, text("De eerste tekst.", post.thread.leerlab, saar), version=1)

    post.refresh_from_db()
    assert (post.version, post.edited_at) == (1, None)


def test_the_title_changes_with_the_first_post(as_saar, thread):
    as_saar.post(address("edit", thread.posts.get()), form("Anders", version="1", title="Een betere vraag"))

    thread.refresh_from_db()
    assert thread.title == "Een betere vraag"


def test_nobody_changes_the_post_of_another(client, leerlab, post):
    client.force_login(member(leerlab, "Piet"))

    assert client.post(address("edit", post), form("Van mij", version="1")).status_code == 403


def test_mentions_follow_the_text(as_saar, saar, leerlab, thread):
    piet, kees = member(leerlab, "Piet"), member(leerlab, "Kees")
    post = say(thread, saar, "Dag @Piet")

    as_saar.post(address("edit", post), form("Dag @Kees", version="1"))

    assert list(Mention.objects.filter(post=post).values_list("user", flat=True)) == [kees.pk]
    assert piet.pk not in Mention.objects.values_list("user", flat=True)


def test_a_mention_of_who_left_the_leerlab_stays_a_mention(as_saar, saar, leerlab, thread):
    piet = member(leerlab, "Piet Smit")
    post = say(thread, saar, "Dag @Piet Smit")
    leerlab.memberships.filter(user=piet).delete()

    as_saar.post(address("edit", post), form("Hallo @Piet Smit", version="1"))

    post.refresh_from_db()
    assert "Piet" not in post.source


class TestDeleting:
    def test_its_place_stays_and_its_text_goes(self, as_saar, post):
        as_saar.post(address("edit", post), form("De tweede tekst.", version="1"))

        as_saar.post(address("delete", post))

        page = as_saar.get(post.thread.get_absolute_url()).content.decode()
        post.refresh_from_db()
        assert "Dit bericht is verwijderd." in page
        assert (post.source, post.body, post.revisions.count()) == ("", "", 0)
        assert "eerste tekst" not in page

    def test_asking_for_the_page_deletes_nothing(self, as_saar, post):
        as_saar.get(address("delete", post))

        post.refresh_from_db()
        assert post.deleted_at is None

    def test_a_thread_that_nobody_answered_goes_with_its_first_post(self, as_saar, saar, leerlab):
        thread = begin(leerlab, saar)

        as_saar.post(address("delete", thread.posts.get()))

        assert not type(thread).objects.filter(pk=thread.pk).exists()

    def test_numbers_go_on(self, as_saar, saar, post):
        as_saar.post(address("delete", post))

        assert say(post.thread, saar).number == 3

    def test_a_moderator_may_and_another_member_may_not(self, client, leerlab, host, post):
        client.force_login(member(leerlab, "Piet"))
        assert client.post(address("delete", post)).status_code == 403

        client.force_login(host)
        client.post(address("delete", post))
        assert Post.objects.get(pk=post.pk).deleted_at is not None
