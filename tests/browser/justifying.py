"""What the demo lacks to show every page of this room: a school's administrator, with something of everything.

Runs inside the site (``manage.py shell``), which knows the numbers that stand in addresses.
"""

from __future__ import annotations

from organisations import membership
from organisations.models import ConfirmedBy, MembershipRole
from organisations.tokens import new_token
from practices.justifying import justifications
from practices.justifying.models import Justification, SchoolProgramme
from tests.browser.community import let_in


def numbers(password: str) -> dict[str, object]:
    """Lets the host of a Leerlab in as administrator of the example's school; what stands in the addresses."""
    leader = let_in(password)
    example = Justification.objects.filter(is_example=True).earliest("pk")
    programme = SchoolProgramme.objects.get(is_example=True)
    membership.begin(leader, programme.organisation, ConfirmedBy.INVITATION, role=MembershipRole.ADMINISTRATOR)
    assert example.page is not None
    values = {"goal": "Beter lezen.", "problem": "Ze lezen wel, maar begrijpen het niet."}
    own, _new = justifications.begin(new_token(), leader, example.page, values)
    # As an edition before this one would have had it.
    own.figures = [{**figure, "months": (figure["months"] or 0) - 2} for figure in own.figures]
    own.save()
    token = new_token()
    justifications.begin(token, None, example.page, values)
    return {
        "page": example.page_id,
        "example": example.uuid,
        "own": own.uuid,
        "token": token,
        "plan": programme.uuid,
        "item": programme.items.earliest("pk").uuid,
        "school": programme.organisation.slug,
    }
