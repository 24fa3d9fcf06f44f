"""What holds for every kind of page that an editor can make."""

import pytest
from django.urls import reverse
from wagtail.models import Page, get_page_models

from editorial.forms import PROPERTIES_OF_A_FORM
from editorial.models import ContentPage
from tests.factories import (
    InsightFactory,
    InterventionFactory,
    MeetingFactory,
    NewsFactory,
    PlainPageFactory,
    PolicyFactory,
    PracticeFactory,
    StepPlanFactory,
    ThemePageFactory,
)

OWN = [model for model in get_page_models() if model is not Page]
CONTENT = {
    InsightFactory: "insights",
    InterventionFactory: "interventions",
    MeetingFactory: "meetings",
    NewsFactory: "news",
    PlainPageFactory: "home",
    PolicyFactory: "policies",
    PracticeFactory: "practices",
    StepPlanFactory: "step_plans",
    ThemePageFactory: "themes",
}
LISTINGS = ["home", "insights", "practices", "interventions", "step_plans", "policies", "meetings", "news", "themes"]


def by_name(model):
    return model.__name__


@pytest.mark.parametrize("model", OWN, ids=by_name)
def test_it_says_what_it_is_for(model):
    assert model.get_page_description()


@pytest.mark.parametrize("model", [m for m in OWN if issubclass(m, ContentPage)], ids=by_name)
def test_content_has_the_four_tabs(model):
    headings = [str(tab.heading) for tab in model.get_edit_handler().children]
    assert headings == ["Inhoud", "Indeling", "Mensen en rechten", "Promotie"]


@pytest.mark.parametrize("model", [m for m in OWN if issubclass(m, ContentPage)], ids=by_name)
def test_content_can_be_previewed_at_the_size_of_a_phone(model, db):
    phone = model().preview_sizes[0]
    assert (phone["name"], phone["device_width"]) == ("mobile", 375)
    assert model().default_preview_size == "mobile"


@pytest.mark.parametrize("model", [m for m in OWN if issubclass(m, ContentPage)], ids=by_name)
def test_no_control_of_its_form_hides_what_scripts_read_of_the_form(model, db):
    form = model.get_edit_handler().get_form_class()()
    assert not PROPERTIES_OF_A_FORM & {bound.html_name for bound in form}


@pytest.mark.parametrize("factory", CONTENT, ids=by_name)
def test_the_draft_of_content_can_be_seen(site, chief, factory):
    page = factory(parent=getattr(site, CONTENT[factory]), title="Gepubliceerd")
    page.title = "Zo wordt het"
    page.save_revision()
    answer = chief.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert answer.status_code == 200
    assert "Zo wordt het" in answer.content.decode()


@pytest.mark.parametrize("name", LISTINGS)
def test_the_draft_of_a_listing_can_be_seen(site, chief, name):
    page = getattr(site, name)
    page.save_revision()
    assert chief.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200
