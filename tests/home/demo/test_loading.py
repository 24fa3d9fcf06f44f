"""Loading the demo content."""

import pytest
from django.conf import settings
from django.core.management import call_command
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex, Site

from editorial.models import EditorialImage, PageRelation
from home.demo.content import read_folder
from home.demo.loading import load
from home.models import HomePage, NewsPage, PlainPage, ThemePage
from networks.models import MeetingPage
from practices.models import InterventionPage, PracticePage, StepPlanPage
from research.models import InsightPage, PolicyPage
from search.models import IndexOutboxEntry
from tests.home.demo.database_digest import digest
from vocabulary.models import Theme

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("demo")]

FOLDERS = {
    "insights": InsightPage,
    "practices": PracticePage,
    "interventions": InterventionPage,
    "news": NewsPage,
    "policy": PolicyPage,
    "agenda": MeetingPage,
    "step_plans": StepPlanPage,
    "pages": PlainPage,
}


def specific_pages():
    return [page.specific for page in Page.objects.filter(depth__gt=1)]


def test_a_second_load_changes_nothing():
    before = digest()

    loaded = load()

    assert digest() == before
    assert (loaded.pages.made, loaded.pages.changed, loaded.records.made, loaded.records.changed) == (0, 0, 0, 0)


def test_a_second_load_leaves_no_work_for_the_index():
    IndexOutboxEntry.objects.all().delete()

    load()

    assert not IndexOutboxEntry.objects.exists()


def test_what_an_editor_changed_is_put_back_with_a_revision():
    page = InsightPage.objects.get(slug="kracht-van-feedback")
    question = page.question
    page.question = "Iets anders?"
    page.save()

    loaded = load()

    page.refresh_from_db()
    assert (page.question, loaded.pages.changed) == (question, 1)
    assert page.latest_revision.as_object().question == question


def test_if_empty_leaves_a_site_with_content_alone(capsys):
    HomePage.objects.update(intro_title="Onze eigen kop")

    call_command("demo", "load", "--if-empty")

    assert HomePage.objects.get().intro_title == "Onze eigen kop"
    assert "nothing loaded" in capsys.readouterr().out


@pytest.mark.parametrize(("folder", "model"), FOLDERS.items())
def test_every_file_is_a_published_page(folder, model):
    slugs = {item.slug for item in read_folder(folder)}

    assert set(model.objects.live().values_list("slug", flat=True)) == slugs


def test_every_theme_has_a_page():
    assert set(ThemePage.objects.live().values_list("theme__slug", flat=True)) == set(
        Theme.objects.values_list("slug", flat=True)
    )


def test_every_page_satisfies_its_own_rules():
    for page in specific_pages():
        page.full_clean()
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))


def test_every_page_opens_in_the_editor_as_readers_see_it():
    for page in specific_pages():
        assert page.live_revision_id == page.latest_revision_id is not None
        draft = page.get_latest_revision_as_object()
        for field in page._meta.get_fields():
            if isinstance(field, (RichTextField, StreamField)):
                name = field.name
                assert field.value_to_string(draft) == field.value_to_string(page), (page.slug, name)


def test_the_editor_saves_texts_as_they_were_loaded():
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    for page in specific_pages():
        for field in page._meta.get_fields():
            if isinstance(field, RichTextField) and getattr(page, field.name):
                converter = ContentstateConverter(field.features)
                html = getattr(page, field.name)
                assert converter.to_database_format(converter.from_database_format(html)) == html, page.slug


def test_the_site_starts_at_the_front_page_and_nothing_else_stands_there():
    site = Site.objects.get()

    assert isinstance(site.root_page.specific, HomePage)
    assert site.is_default_site
    assert site.site_name == "Samen onderwijs versnellen"
    assert settings.SITE_URL in {site.root_url, f"{site.root_url}:{site.port}"}
    assert list(Page.objects.filter(depth=2).values_list("slug", flat=True)) == ["home"]


def test_the_menu_shows_six_parts_in_their_order():
    shown = Page.objects.filter(show_in_menus=True).order_by("path").values_list("slug", flat=True)

    assert list(shown) == ["onderzoek", "praktijk", "menukaart", "themas", "agenda", "nieuws"]


def test_publication_dates_lie_in_the_years_of_the_alliance():
    dated = Page.objects.filter(depth__gt=1)

    years = {page.first_published_at.year for page in dated}
    assert years == {2021, 2022, 2023, 2024, 2025, 2026}
    assert all(page.last_published_at == page.first_published_at for page in dated)


def test_news_carries_the_date_of_its_publication():
    assert all(page.first_published_at.date() == page.date for page in NewsPage.objects.all())


def test_footnotes_stand_where_their_markers_stood():
    page = NewsPage.objects.get(slug="hoe-lees-je-een-effectgrootte")
    text = "".join(str(block.value.source) for block in page.body if block.block_type == "text")

    footnotes = [str(note.uuid) for note in page.footnotes.all()]
    assert len(footnotes) == 2
    assert all(f'<footnote id="{uuid}">[{uuid[:6]}]</footnote>' in text for uuid in footnotes)
    assert "[1]" not in text


def test_headings_inside_texts_start_at_the_second_level():
    for page in [*NewsPage.objects.all(), *PolicyPage.objects.all(), *PlainPage.objects.all()]:
        for block in page.body:
            if block.block_type == "text" and "<h3" in block.value.source:
                assert "<h2" in block.value.source, page.slug


def test_links_between_texts_are_links_to_pages():
    page = PlainPage.objects.get(slug="hoe-wij-wegen")
    contact = PlainPage.objects.get(slug="contact")

    texts = [block.value.source for block in page.body if block.block_type == "text"]
    assert any('linktype="page"' in text and f'id="{contact.pk}"' in text for text in texts)
    assert str(page.pk) in {row.object_id for row in ReferenceIndex.get_references_to(contact)}


def test_the_meeting_without_an_end_has_none():
    meeting = MeetingPage.objects.get(slug="herstel-en-perspectief-voor-jeugd-na-corona")

    assert meeting.ends_at is None


def test_a_meeting_begins_by_the_clock_in_the_netherlands():
    from django.utils.timezone import localtime

    meeting = MeetingPage.objects.get(slug="effectief-samenwerken-binnen-het-nponderwijs")

    assert f"{localtime(meeting.starts_at):%d-%m-%Y %H:%M}" == "23-06-2021 12:45"


def test_authors_of_publications_are_no_examples_and_keep_their_order():
    page = InsightPage.objects.get(slug="leerstrategie-instructie")

    authors = [row.person for row in page.page_authors.all()]
    assert not any(author.is_example for author in authors)
    assert [str(author) for author in authors][:2] == ["A.S. Donker", "H. de Boer"]


def test_the_only_picture_has_a_maker_rights_and_a_description():
    picture = EditorialImage.objects.get()

    assert picture.has_rights
    assert picture.description


def test_the_flyer_is_a_pdf_of_one_page():
    page = NewsPage.objects.get(slug="samen-onderwijs-versnellen-van-start")

    content = page.flyer.file.read()
    start = int(content.rsplit(b"startxref\n", 1)[1].split(b"\n", 1)[0])
    assert content.startswith(b"%PDF-1.")
    assert content[start:].startswith(b"xref\n")
    assert content.count(b"/Type /Page ") == 1


def test_relations_point_at_published_pages():
    relations = PageRelation.objects.select_related("source", "target")

    assert relations.count() > 100
    assert all(relation.source.live and relation.target.live for relation in relations)


def test_a_load_that_fails_leaves_nothing_behind(monkeypatch):
    from editorial.demonstration.content import ContentError
    from home.demo import loading, site

    page = InsightPage.objects.get(slug="kracht-van-feedback")
    page.question = "Iets anders?"
    page.save()
    before = digest()

    def fails(*args: object) -> None:
        raise ContentError("x.toml", "y", "z")

    monkeypatch.setattr(site, "point_site_at", fails)
    with pytest.raises(ContentError):
        loading.load()

    assert digest() == before
