"""A draft from a text that exists already, such as a conversation in a Leerlab."""

import pytest

from editorial.contributing.crediting import person_of, split_name
from editorial.contributing.following import Stage
from practices.contributing import following
from practices.contributing.drafting import BodyPart, NoPlaceForPracticesError, Source, start_draft
from practices.models import PracticePage, Submission
from tests.factories import PersonFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db


def named(name):
    user = UserFactory()
    user.profile.display_name = name
    user.profile.save()
    return user


def draft(title="Samen lezen", *, by, authors=(), parts=(), source=None):
    page = start_draft(title, parts or [BodyPart("Wat we deden", "<p>Lezen.</p>")], authors, source, by)
    return PracticePage.objects.get(pk=page.pk)


def test_it_is_with_the_editors_and_its_maker_follows_it(site, member):
    page = draft(by=member)

    submission = Submission.objects.select_related("page").get(page=page)
    assert not page.live
    assert submission.contributor == member
    assert following.stage_of(submission) == Stage.IN_REVIEW


def test_its_text_is_made_safe_and_links_to_its_source(site, member):
    source = Source('Gesprek "over lezen"', "https://example.nl/leerlabs/lezen/gesprekken/3/")
    page = draft(by=member, parts=[BodyPart("<i>Kop", "<p>Zo.</p><script>alert(1)</script>")], source=source)

    text, link = (str(block.value.source) for block in page.body)
    assert text == "<h2>&lt;i&gt;Kop</h2><p>Zo.</p>"
    assert 'href="https://example.nl/leerlabs/lezen/gesprekken/3/"' in link


def test_authors_are_credited_in_their_order_each_once(site, member):
    first, known = named("Bo Jansen"), PersonFactory(given_name="Ali", family_name="Demir")
    page = draft(by=member, authors=[first, known, first])

    assert [author.person.name for author in page.page_authors.all()] == ["Bo Jansen", "Ali Demir"]


def test_a_title_that_the_sites_own_addresses_use_gets_another_address(site, member):
    assert draft("Delen", by=member).slug == "delen-2"


def test_two_of_one_title_have_an_address_each(site, member):
    assert [draft(by=member).slug for _ in range(2)] == ["samen-lezen", "samen-lezen-2"]


def test_without_a_list_of_practices_it_says_so(member):
    small_site().practices.delete()

    with pytest.raises(NoPlaceForPracticesError):
        draft(by=member)


def test_a_member_is_mailed_by_us_and_not_by_the_admin(site, member, mailoutbox):
    page = draft(by=member)
    mailoutbox.clear()

    page.current_workflow_task_state.reject(user=UserFactory(), comment="Nog even.")

    assert not any("/admin/" in mail.body for mail in mailoutbox if member.email in mail.to)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Saar van den Berg", ("Saar", "van den", "Berg")),
        ("Bo Jansen", ("Bo", "", "Jansen")),
        ("Anna Maria de Wit", ("Anna Maria", "de", "Wit")),
        ("Saar", ("", "", "Saar")),
        ("van Dijk", ("van", "", "Dijk")),
    ],
)
def test_names_are_taken_apart(name, parts):
    assert split_name(name) == parts


def test_a_record_that_a_member_has_is_used_as_it_is(member):
    person = PersonFactory(user=member, given_name="Sara", family_name="Berg")

    assert person_of(member, "Een andere naam") == person


def test_two_members_of_one_name_are_two_persons(db):
    one, two = (person_of(named("Bo Jansen")) for _ in range(2))

    assert (one.slug, two.slug) == ("bo-jansen", "bo-jansen-2")
