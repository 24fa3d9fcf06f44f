"""What is not open appears nowhere else: not in search, counts, feeds, related pages, suggestions, mail or metadata.

One Leerlab with a conversation is tied to everything that shows pages. Each address is asked for twice: what shows an
open Leerlab is named here, so that an address which stopped showing anything cannot pass for one that keeps a secret.
"""

import pytest
from django.core.cache import cache

from editorial.models import PageRelation
from harvesting import numbering
from harvesting.mending import mend
from harvesting.models import PublicRecord
from keeping import collections, sharing
from keeping.models import DossierIndexPage, DossierPage
from leerlabs.labs import changing
from leerlabs.models import LeerlabPage
from research.projects.models import ProjectIndexPage
from tests.factories import (
    InsightFactory,
    LeerlabFactory,
    SchoolFactory,
    ThemeFactory,
    ThemePageFactory,
    UserFactory,
    small_site,
)
from tests.factories.pages import ContentPageFactory, blocks
from tests.factories.projects import ProjectLineFactory
from tests.leerlabs.threads.writing import begin, say

pytestmark = pytest.mark.django_db

#: Stands in the title, the question, a thread and a post of the Leerlab, and nowhere else.
SECRET = "Zwerfkameleon"
#: Stands beside it, and is looked for: a page of results repeats what was asked.
WORD = "bergkristal"

#: Addresses that show an open Leerlab: by its title, or by what is said in it.
SHOW_IT_WHEN_OPEN = {
    "search": "/zoeken/?q=bergkristal",
    "search within its theme": "/zoeken/?thema=lezen",
    "search, as data": "/api/zoeken/?q=bergkristal",
    "suggestions": "/api/suggesties/?q=zwerfkam",
    "citations of a search": "/zoeken/citeren/ris/?q=bergkristal",
    "its citation": "/citeren/{leerlab}/pagina/apa/",
    "feed of everything": "/feeds/alles.atom",
    "overview of Leerlabs": "/leerlabs/",
    "overview within its theme": "/leerlabs/?thema=lezen",
    "related page": "/onderzoek/inzicht/",
    "project line": "/ona/lijn/",
    "organisation": "/organisaties/{organisation}/",
    "profile of its host": "/leden/{host}/",
    "dossier": "/dossiers/dossier/",
    "list of a dossier": "/bewaren/dossier/{dossier}/ris/",
    "shared collection": "{shared}",
    "sources of a shared collection": "{shared}bronnen/",
    "OAI-PMH, its record": "/oai/?verb=GetRecord&metadataPrefix=oai_dc&identifier={oai}",
    "OAI-PMH, all records": "/oai/?verb=ListRecords&metadataPrefix=oai_dc",
    "all pages, as data": "/api/v1/pages/",
    "one page, as data": "/api/v1/pages/{leerlab}/",
}
#: Addresses that name a Leerlab by its address alone, or not at all.
NEVER_SHOW_IT = {
    "front page": "/",
    "themes": "/themas/",
    "theme": "/themas/lezen/",
    "changes, as data": "/api/v1/changes/",
    "OAI-PMH, identifiers": "/oai/?verb=ListIdentifiers&metadataPrefix=oai_datacite",
    "record for Edurep": "/api/v1/records/{leerlab}/edurep/",
    "members of the site": "/organisaties/",
    "discussing it": "/leerlabs/bespreek/{leerlab}/",
    "keeping it": "/bewaren/{leerlab}/",
    "trying it": "/praktijk/proberen/{leerlab}/",
}


class DossierFactory(ContentPageFactory):
    class Meta:
        model = DossierPage


@pytest.fixture
def tied(settings, tmp_path, index_now):
    """Makes an open Leerlab with what ties it to the rest of the site, and then has its host close it.

    Gives what stands in the addresses.
    """

    def make(visibility):
        cache.clear()
        settings.MEDIA_ROOT = str(tmp_path)
        site = small_site()
        theme, school = ThemeFactory(slug="lezen", name="Lezen"), SchoolFactory()
        host = UserFactory()
        host.profile.display_name = "Hilde Host"
        host.profile.save()
        leerlab = LeerlabFactory(
            title=f"Kring {SECRET}", slug="kring", question=f"Wie kent de {SECRET}?",
            themes=[theme], host=host, show_in_menus=True,
        )  # fmt: skip
        leerlab.organisations.add(school)
        leerlab.save()
        insight = InsightFactory(parent=site.insights, slug="inzicht", themes=[theme])
        ThemePageFactory(parent=site.themes, slug="lezen", theme=theme)
        projects = site.home.add_child(instance=ProjectIndexPage(title="ONA", slug="ona", intro="Samen."))
        line = ProjectLineFactory(parent=projects, slug="lijn")
        for page in (insight, line):
            PageRelation.objects.create(source=leerlab, target=page)
        thread = begin(leerlab, host, f"Waar leeft de {SECRET}?", title=f"Over de {SECRET}", page_id=insight.pk)
        say(thread, host, f"De {SECRET} leeft hier, bij het {WORD}.")
        dossiers = site.home.add_child(instance=DossierIndexPage(title="Dossiers", slug="dossiers"))
        parts = blocks(("part", {"page": leerlab.pk, "note": ""}))
        dossier = DossierFactory(parent=dossiers, slug="dossier", parts=parts)
        kept, _ = collections.make(host, "Voor later")
        collections.add(kept, leerlab, "")
        shared = sharing.make_address(kept)
        mend()
        numbering.number_pending()
        record = PublicRecord.objects.get(page_number=leerlab.pk)
        if visibility != "open":
            changing.change(LeerlabPage.objects.get(pk=leerlab.pk), {"visibility": visibility}, host)
            numbering.number_pending()
        index_now()
        return {
            "leerlab": leerlab.pk,
            "organisation": school.slug,
            "host": host.uuid,
            "dossier": dossier.pk,
            "shared": f"/gedeeld/{shared}/",
            "oai": record.identifier,
        }

    return make


def shown_at(client, addresses, named):
    answers = {what: client.get(address.format(**named), follow=True) for what, address in addresses.items()}
    return {what for what, answer in answers.items() if SECRET.lower() in said_by(answer)}


def said_by(answer):
    """The body and the headers, as one text."""
    body = b"".join(answer) if answer.streaming else answer.content
    return (body.decode() + str(answer.headers)).lower()


def test_what_is_open_is_shown_there(client, tied):
    named = tied("open")

    assert set(SHOW_IT_WHEN_OPEN) - shown_at(client, SHOW_IT_WHEN_OPEN, named) == set()


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_what_is_not_open_is_shown_to_no_visitor(client, tied, visibility):
    named = tied(visibility)

    assert shown_at(client, {**SHOW_IT_WHEN_OPEN, **NEVER_SHOW_IT}, named) == set()


def test_what_is_hidden_is_shown_to_no_member_of_the_site(client, tied):
    named = tied("hidden")
    client.force_login(UserFactory())

    assert shown_at(client, {**SHOW_IT_WHEN_OPEN, **NEVER_SHOW_IT}, named) == set()


@pytest.mark.parametrize(("visibility", "counted"), [("open", 1), ("members", 0), ("hidden", 0)])
def test_only_what_is_open_is_counted(client, tied, visibility, counted):
    tied(visibility)

    facets = client.get("/api/zoeken/?thema=lezen").json()["facets"]

    assert {value["value"]: value["count"] for value in facets["type"]}.get("leerlab", 0) == counted
