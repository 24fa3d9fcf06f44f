"""Which five things somebody reads."""

from __future__ import annotations

from delivery.digest.choosing import MOST, choose
from delivery.digest.sources import PERSONAL, DigestItem
from delivery.interests import Interests

READING, MATHS = frozenset({1}), frozenset({2})
GROUP_5, GROUP_8 = frozenset({5}), frozenset({8})
NO_INTERESTS = Interests()


def item(key: str, **more) -> DigestItem:
    return DigestItem(key, key, "/", **more)


def keys(items, interests=NO_INTERESTS, had=()) -> list[str]:
    return [chosen.key for chosen in choose(items, interests, had)]


def test_there_are_at_most_five():
    assert len(keys([item(str(number)) for number in range(9)])) == MOST == 5


def test_without_items_there_is_nothing():
    assert keys([]) == []


def test_what_somebody_had_is_never_there_again():
    assert keys([item("old"), item("new")], had={"old"}) == ["new"]


def test_one_thing_from_two_sources_is_there_once():
    assert keys([item("a"), item("a", weight=3)]) == ["a"]


def test_the_heaviest_goes_first():
    assert keys([item("light", weight=1), item("heavy", weight=3)]) == ["heavy", "light"]


def test_a_theme_of_yours_goes_before_a_group_of_yours_before_the_rest():
    items = [item("for all"), item("group", group_ids=GROUP_5), item("theme", theme_ids=READING)]

    assert keys(items, Interests(GROUP_5, READING)) == ["theme", "group", "for all"]


def test_what_is_about_other_groups_and_themes_is_left_out():
    items = [item("maths", theme_ids=MATHS), item("group 8", group_ids=GROUP_8)]

    assert keys(items, Interests(GROUP_5, READING)) == []


def test_what_concerns_you_is_there_whatever_it_is_about():
    assert keys([item("answer", theme_ids=MATHS, weight=PERSONAL)], Interests(GROUP_5, READING)) == ["answer"]


def test_who_gave_no_interests_gets_the_heaviest_of_everything():
    assert keys([item("maths", theme_ids=MATHS), item("reading", theme_ids=READING, weight=2)]) == ["reading", "maths"]


def test_equal_items_always_come_in_the_same_order():
    assert keys([item("b"), item("a"), item("c")]) == keys([item("c"), item("b"), item("a")])
