"""The place of the Amsterdam network and its lines."""

import datetime as dt

from research.projects.models import LineOrganisation, LineResearcher, ProjectIndexPage, ProjectLinePage
from tests.factories.pages import ContentPageFactory


class ProjectLineFactory(ContentPageFactory):
    class Meta:
        model = ProjectLinePage

    question = "Leren kinderen meer als zij samen lezen?"
    why = "<p>Scholen vroegen het.</p>"
    starts_on = dt.date(2021, 9, 1)


def network_of(site):
    """The place of the network on a small site."""
    page = ProjectIndexPage(title="ONA", slug="ona", intro="Scholen en wetenschappers zoeken samen uit wat helpt.")
    return site.home.add_child(instance=page)


def take_part(line, organisation, role):
    """An organisation in a line."""
    return LineOrganisation.objects.create(page=line, organisation=organisation, role=role)


def work_on(line, person, role="researcher"):
    """A person in a line."""
    return LineResearcher.objects.create(page=line, person=person, role=role)
