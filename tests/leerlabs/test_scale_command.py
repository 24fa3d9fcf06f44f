"""Generating Leerlabs on a site without the demo content."""

import pytest
from django.core.management import CommandError, call_command


@pytest.mark.django_db
def test_without_the_demo_there_is_no_place_for_them():
    with pytest.raises(CommandError, match="load the demo content first"):
        call_command("leerlabs", "scale", "--posts", "400", "--threads", "40", "--members", "30")


def test_sizes_that_cannot_be_spread_end_in_one_sentence():
    with pytest.raises(CommandError, match="at least one member"):
        call_command("leerlabs", "scale", "--posts", "10")
