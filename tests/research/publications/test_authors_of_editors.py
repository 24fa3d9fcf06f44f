"""Editors and the researcher both see to the authors: nobody's change is lost, and where both made one, it is said."""

import pytest

from editorial.models import PageAuthor
from research.publications import saving, sending
from research.publications.links import write_links
from research.publications.models import Submission
from research.publications.sending import NotReadyError
from research.publications.steps import AUTHORS
from tests.factories import InsightFactory, PersonFactory
from tests.research.publications.conftest import author, change

pytestmark = pytest.mark.django_db


def again(submission):
    return Submission.objects.get(pk=submission.pk)


def draft_of(submission):
    return again(submission).page.get_latest_revision_as_object()


def families(submission):
    """The authors of the draft, in their order."""
    return [row.person.family_name for row in draft_of(submission).page_authors.order_by("sort_order")]


def edit_authors(submission, change_rows):
    """What an editor does in the admin: other authors in a new draft."""
    page = draft_of(submission)
    rows = change_rows(list(page.page_authors.all()))
    for place, row in enumerate(rows):
        row.sort_order = place
    page.page_authors = rows
    page.save_revision()


def with_second(rows):
    return [*rows, PageAuthor(person=PersonFactory(given_name="Tim", family_name="Tweede"))]


def save_authors(submission, seen, authors):
    kept = again(submission)
    return saving.save_step(kept, AUTHORS, {"authors": authors}, kept.saves.get(AUTHORS, 0), seen)


class TestOnlyTheEditors:
    def test_the_researcher_sees_whom_they_added(self, sent):
        edit_authors(sent, with_second)
        shown = saving.now_shown(again(sent))
        assert [one["family"] for one in shown.answers["authors"]] == ["Hattie", "Tweede"]
        assert shown.conflicts == {}

    def test_what_nobody_changed_stays_as_the_researcher_wrote_it(self, sent):
        edit_authors(sent, with_second)
        assert saving.now_shown(again(sent)).answers["authors"][0] == sent.answers["authors"][0]

    def test_whom_they_added_stays_when_the_researcher_sends_in_something_else(self, sent, member):
        edit_authors(sent, with_second)
        sending.send(change(sent, summary="Nu korter."), member)
        assert families(sent) == ["Hattie", "Tweede"]

    def test_saving_the_step_as_it_is_shown_keeps_their_change(self, sent, member):
        edit_authors(sent, with_second)
        shown = saving.now_shown(again(sent))
        save_authors(sent, shown.seen, shown.answers["authors"])
        sending.send(again(sent), member)
        assert families(sent) == ["Hattie", "Tweede"]

    def test_another_affiliation_is_theirs_to_write(self, sent, member):
        def moved(rows):
            rows[0].affiliation = "Universiteit van Amsterdam"
            return rows

        edit_authors(sent, moved)
        sending.send(change(sent, summary="Nu korter."), member)
        assert draft_of(sent).page_authors.get().affiliation == "Universiteit van Amsterdam"


class TestBoth:
    @pytest.fixture
    def undecided(self, sent):
        """The researcher saved other authors in a page that was open before the editors changed theirs."""
        seen = saving.now_shown(again(sent)).seen
        edit_authors(sent, with_second)
        save_authors(sent, seen, [*sent.answers["authors"], author("Derde", "Dana")])
        return again(sent)

    def test_it_is_not_sent_in_before_somebody_decides(self, undecided, member):
        with pytest.raises(NotReadyError) as refused:
            sending.send(undecided, member)
        assert refused.value.conflicts == ["authors"]
        assert families(undecided) == ["Hattie", "Tweede"]

    def test_the_step_shows_both(self, client, undecided, member):
        client.force_login(member)
        html = client.get(f"/onderzoek/inbrengen/{undecided.uuid}/auteurs/").content.decode()
        assert "De redactie veranderde de auteurs intussen in:" in html
        assert "2. Tim Tweede" in html
        assert 'value="Derde"' in html

    def test_what_the_researcher_saves_then_holds(self, undecided, member):
        shown = saving.now_shown(undecided)
        save_authors(undecided, shown.seen, shown.answers["authors"])
        sending.send(again(undecided), member)
        assert families(undecided) == ["Hattie", "Derde"]

    def test_one_button_takes_over_theirs(self, client, undecided, member):
        client.force_login(member)
        form = {"take_over": "1", "version": undecided.saves[AUTHORS], "seen": saving.now_shown(undecided).seen}
        client.post(f"/onderzoek/inbrengen/{undecided.uuid}/auteurs/", form)
        sending.send(again(undecided), member)
        assert families(undecided) == ["Hattie", "Tweede"]

    def test_it_takes_over_nothing_from_another_page(self, client, undecided, member, site):
        other = InsightFactory(parent=site.insights)
        other.save_revision()
        client.force_login(member)
        form = {"take_over": "1", "version": undecided.saves[AUTHORS], "seen": other.latest_revision_id}
        client.post(f"/onderzoek/inbrengen/{undecided.uuid}/auteurs/", form)
        assert again(undecided).answers["authors"] == undecided.answers["authors"]


def test_another_window_that_saved_other_authors_is_shown(client, sent, member):
    client.force_login(member)
    save_authors(sent, saving.now_shown(again(sent)).seen, [author("Elders", "Eva")])
    form = {"version": "0", "seen": "", "family-1": "Hier", "person-1": "new", "next": "1"}
    answer = client.post(f"/onderzoek/inbrengen/{sent.uuid}/auteurs/", form)
    assert answer.status_code == 409
    assert "1. Eva Elders" in answer.content.decode()


def test_a_link_that_editors_took_out_does_not_come_back(site):
    page, other, third = (InsightFactory(parent=site.insights) for _ in range(3))
    agreed = [{"page": other.pk, "kind": "supports"}]
    write_links(page, agreed, [*agreed, {"page": third.pk, "kind": "builds_on"}])
    assert [row.target_id for row in page.outgoing_relations.all()] == [third.pk]
