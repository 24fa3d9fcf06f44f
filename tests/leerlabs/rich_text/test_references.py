"""Mentions, quotes and cards: references that are looked up when a text is shown."""

import pytest

from leerlabs.models import Mention
from leerlabs.rich_text.mentions import references_to_names, suggestions
from leerlabs.rich_text.quotes import quote_source
from tests.factories import InsightFactory, small_site
from tests.factories.leerlabs import LeerlabFactory, MembershipFactory
from tests.leerlabs.threads.writing import begin, member, say


@pytest.fixture
def site(db):
    return small_site()


@pytest.fixture
def leerlab(site):
    return LeerlabFactory(slug="lezen")


@pytest.fixture
def saar(leerlab):
    return member(leerlab, "Saar Jansen")


@pytest.fixture
def piet(leerlab):
    return member(leerlab, "Piet")


def page_of(client, thread):
    return client.get(thread.get_absolute_url()).content.decode()


class TestMentions:
    def test_a_typed_name_of_a_member_becomes_a_reference(self, leerlab, saar, piet):
        thread = begin(leerlab, piet, "Wat vind jij, @saar jansen?")

        assert Mention.objects.get().user == saar
        assert "Saar" not in thread.posts.get().source

    def test_it_is_shown_with_the_name_of_the_moment(self, client, leerlab, saar, piet):
        thread = begin(leerlab, piet, "Dag @Saar Jansen!")
        saar.profile.display_name = "Saar de Vries"
        saar.profile.save()

        assert "@Saar de Vries</a>!" in page_of(client, thread)

    def test_who_takes_no_part_cannot_be_mentioned(self, leerlab, piet):
        member(LeerlabFactory(), "Kees Elders")

        begin(leerlab, piet, "Dag @Kees Elders")

        assert not Mention.objects.exists()

    def test_the_longest_name_counts(self, leerlab, piet):
        longer = member(leerlab, "Piet Jan")

        begin(leerlab, piet, "Dag @Piet Jan en dag.")

        assert Mention.objects.get().user == longer

    def test_the_first_name_will_do_where_one_member_has_it(self, leerlab, saar, piet):
        thread = begin(leerlab, piet, "Dag @saar, en @Saars boek.")

        assert Mention.objects.get().user == saar
        assert (
            references_to_names(thread.posts.get().source, leerlab.pk, piet)[0] == "Dag @Saar Jansen, en @Saars boek."
        )

    def test_of_two_with_one_first_name_nobody_is_mentioned_by_it(self, leerlab, saar, piet):
        member(leerlab, "Saar de Vries")

        begin(leerlab, piet, "Dag @Saar!")

        assert not Mention.objects.exists()

    def test_a_whole_name_goes_before_the_first_word_of_a_longer_one(self, leerlab, piet):
        member(leerlab, "Piet Jan")

        begin(leerlab, piet, "Dag @Piet!")

        assert Mention.objects.get().user == piet

    def test_of_two_with_one_name_the_second_has_a_number(self, leerlab, saar, piet):
        other = member(leerlab, "Saar Jansen")

        assert suggestions(leerlab.pk, piet, "saar") == ["Saar Jansen", "Saar Jansen 2"]
        begin(leerlab, piet, "Dag @Saar Jansen 2")
        assert Mention.objects.get().user == other

    def test_an_address_of_mail_is_no_mention(self, leerlab, saar, piet):
        begin(leerlab, piet, "Mail naar info@saar.nl of iets@Saar Jansen")

        assert not Mention.objects.exists()

    def test_who_is_not_shown_in_the_list_of_members_is_not_suggested(self, leerlab, piet):
        hidden = member(LeerlabFactory(), "Stille Willem")
        MembershipFactory(leerlab=leerlab, user=hidden, is_shown=False)

        assert suggestions(leerlab.pk, piet, "Stille") == []

    def test_who_edits_sees_names(self, leerlab, saar, piet):
        post = begin(leerlab, piet, "Dag @Saar Jansen").posts.get()

        assert references_to_names(post.source, leerlab.pk, piet)[0] == "Dag @Saar Jansen"

    def test_no_more_than_twenty_are_called(self, leerlab, piet):
        names = [member(leerlab, f"Lid{chr(97 + number)}").profile.display_name for number in range(25)]

        begin(leerlab, piet, " ".join(f"@{name}" for name in names))

        assert Mention.objects.count() == 20


class TestQuotes:
    def test_the_server_says_who_said_it(self, client, leerlab, saar, piet):
        thread = begin(leerlab, saar, "Wij lezen elke dag. En jullie?")

        say(thread, piet, quote_source(1, "Wij lezen elke dag.") + "Wij ook.")

        assert "Saar Jansen schreef in bericht 1:" in page_of(client, thread)

    def test_words_that_were_not_said_are_nobodys(self, client, leerlab, saar, piet):
        thread = begin(leerlab, saar, "Wij lezen elke dag.")

        say(thread, piet, "> [bericht 1]\n> Wij lezen nooit.")

        assert "schreef in bericht" not in page_of(client, thread)
        assert "Wij lezen nooit." in page_of(client, thread)

    def test_a_part_may_be_left_out(self, client, leerlab, saar, piet):
        thread = begin(leerlab, saar, "Wij lezen elke dag, een kwartier, en daarna praten we.")

        say(thread, piet, "> [bericht 1]\n> Wij lezen elke dag … daarna praten we.")

        assert "schreef in bericht 1:" in page_of(client, thread)

    def test_a_quote_does_not_carry_quotes_or_mentions_along(self, leerlab, saar, piet):
        thread = begin(leerlab, saar, "> oud\n\nDag @Piet, hoe dan?")

        quote = quote_source(1, thread.posts.get().source)

        assert quote == "> [bericht 1]\n> Dag …, hoe dan?\n\n"

    def test_nothing_is_quoted_from_a_hidden_post(self, client, leerlab, saar, piet):
        thread = begin(leerlab, saar, "Geheim is dit.")
        thread.posts.update(hidden_at=thread.created_at)

        say(thread, piet, "> [bericht 1]\n> Geheim is dit.")

        assert "schreef in bericht" not in page_of(client, thread)


class TestCards:
    def test_an_address_on_a_line_of_its_own_becomes_a_card(self, client, site, leerlab, saar, settings):
        InsightFactory(parent=site.insights, slug="feedback", title="Kracht van feedback", summary="Feedback helpt.")
        thread = begin(leerlab, saar, f"Kijk:\n{settings.SITE_URL}/onderzoek/feedback/")

        page = page_of(client, thread)

        assert "page-card kind-insight" in page
        assert "Feedback helpt." in page

    def test_a_page_that_is_no_longer_public_is_only_a_link(self, client, site, leerlab, saar):
        page = InsightFactory(parent=site.insights, slug="feedback", title="Kracht van feedback")
        thread = begin(leerlab, saar, "/onderzoek/feedback/")
        page.unpublish()

        assert "Kracht van feedback" not in page_of(client, thread)

    def test_a_leerlab_that_is_not_open_is_no_card(self, client, leerlab, saar):
        LeerlabFactory(slug="geheim", title="Geheim Leerlab", visibility="hidden")

        thread = begin(leerlab, saar, "/leerlabs/geheim/")

        assert "Geheim Leerlab" not in page_of(client, thread)

    def test_an_address_elsewhere_is_a_link(self, client, site, leerlab, saar):
        InsightFactory(parent=site.insights, slug="feedback")

        thread = begin(leerlab, saar, "https://elders.nl/onderzoek/feedback/")

        assert "page-card" not in page_of(client, thread)
