"""At the same moment, from several connections."""

import pytest

from organisations.tokens import new_token
from practices.justifying import drafts, justifications, programmes
from practices.justifying.models import Draft, Justification, ProgrammeItem
from practices.justifying.saving import save_written
from tests.organisations.race import at_once
from tests.practices.justifying.conftest import WRITTEN

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]


def test_the_same_form_sent_at_once_begins_one(intervention, teacher):
    token = new_token()
    outcomes = at_once(*[lambda: justifications.begin(token, teacher, intervention, WRITTEN)[0].pk] * 4)
    assert len(set(outcomes)) == 1
    assert Justification.objects.count() == 1


def test_of_two_who_save_at_once_one_is_told(item):
    def save(text):
        return lambda: save_written(item, {"goal": text}, 1).done

    assert at_once(save("Van de een."), save("Van de ander.")) == ["False", "True"]


def test_one_verantwoording_added_twice_at_once_stands_there_once(programme, kept, teacher):
    at_once(*[lambda: programmes.add(programme, kept, teacher).pk] * 3)
    assert ProgrammeItem.objects.count() == 1


def test_of_two_drafts_at_once_the_newer_one_stays(kept):
    def save(number):
        return lambda: drafts.save(drafts.of(kept), version=number, based_on=1, values={"goal": str(number)}).version

    at_once(save(1), save(3), save(2))
    assert Draft.objects.get().values == {"goal": "3"}
