"""Views say which parameters make another page; all others make no variants."""

import pytest

from tests.caching.small_site import calls


def shown(response):
    return response.content.decode()


def test_each_choice_that_the_view_reads_is_a_page(reader):
    for _ in range(2):
        assert "thema=['lezen']" in shown(reader.get("/lijst/?thema=lezen"))
        assert "thema=['rekenen']" in shown(reader.get("/lijst/?thema=rekenen"))
        assert "thema=[]" in shown(reader.get("/lijst/"))
    assert calls.number == 3


def test_the_order_of_parameters_makes_no_other_page(reader):
    reader.get("/lijst/?pagina=2&thema=lezen")
    first = reader.get("/lijst/?pagina=2&thema=lezen&thema=rekenen")
    assert reader.get("/lijst/?thema=rekenen&pagina=2&thema=lezen").content == first.content
    assert calls.number == 2


def test_an_empty_form_is_the_page_without_query(reader):
    reader.get("/lijst/?thema=lezen")
    calls.number = 0
    reader.get("/lijst/")
    reader.get("/lijst/?q=&thema=&pagina=")
    assert calls.number == 1


def test_parameters_that_the_view_does_not_read_make_no_variants(reader):
    reader.get("/lijst/?thema=lezen")
    calls.number = 0
    pages = {reader.get(f"/lijst/?thema=lezen&onzin={n}").content for n in range(5)}
    assert calls.number == 0
    assert len(pages) == 1


def test_the_first_reader_with_an_unknown_parameter_leaves_it_in_no_page(reader):
    assert "onzin" in shown(reader.get("/lijst/?onzin=1&thema=lezen"))
    assert "query=thema=lezen" in shown(reader.get("/lijst/?onzin=2&thema=lezen"))
    assert "query=thema=lezen" in shown(reader.get("/lijst/?thema=lezen"))
    assert calls.number == 2


@pytest.mark.parametrize("address", ["/gewoon/", "/lijst/"])
def test_what_newsletters_and_adverts_add_makes_no_variants(reader, address):
    reader.get(address)
    reader.get(f"{address}?utm_source=nieuwsbrief&utm_campaign=1&fbclid=abc")
    assert calls.number == 1


def test_with_a_parameter_that_has_to_be_counted_the_view_is_asked_each_time(reader):
    for _ in range(3):
        assert "query=q=lezen" in shown(reader.get("/lijst/?q=lezen"))
    assert calls.number == 3


def test_a_view_that_says_nothing_is_asked_when_there_is_a_query(reader):
    reader.get("/gewoon/?pagina=2")
    reader.get("/gewoon/?pagina=2")
    assert calls.number == 2


def test_a_view_that_is_never_kept_sees_all_parameters(reader):
    for _ in range(2):
        assert "x=1&amp;y=" not in shown(reader.get("/nooit/?x=1&y="))
        assert "x=1&y=" in shown(reader.get("/nooit/?x=1&y="))


@pytest.mark.parametrize("query", ["onzin=%00", "onzin=%ff", "thema=a%00"])
def test_a_query_that_nobody_can_read_is_refused_and_not_ignored(reader, query):
    reader.get("/lijst/?thema=lezen")
    assert reader.get(f"/lijst/?{query}").status_code == 400


class TestHtmx:
    """A part of a page is never shown as the whole, nor the other way round."""

    def test_the_part_and_the_whole_are_kept_apart(self, reader):
        for _ in range(2):
            assert "deel" in shown(reader.get("/lijst/", headers={"hx-request": "true"}))
            assert "heel" in shown(reader.get("/lijst/"))
        assert calls.number == 2

    def test_caches_in_between_are_told(self, reader):
        reader.get("/lijst/")
        for headers in ({}, {"hx-request": "true"}):
            assert "HX-Request" in reader.get("/lijst/", headers=headers).headers["Vary"]

    def test_going_back_in_history_is_kept_apart_from_both(self, reader):
        reader.get("/lijst/", headers={"hx-request": "true"})
        reader.get("/lijst/", headers={"hx-request": "true", "hx-history-restore-request": "true"})
        assert calls.number == 2


class TestOrder:
    """Of a parameter whose order counts, another order is another page."""

    def test_each_order_is_kept_apart(self, reader):
        for _ in range(2):
            assert "p=['2', '1']" in shown(reader.get("/naast-elkaar/?p=2&p=1"))
            assert "p=['1', '2']" in shown(reader.get("/naast-elkaar/?p=1&p=2"))
        assert calls.number == 2

    def test_the_order_among_parameters_makes_no_other_page(self, reader):
        reader.get("/naast-elkaar/?kleur=rood&p=2&p=1")
        calls.number = 0
        for _ in range(2):
            assert "p=['2', '1']" in shown(reader.get("/naast-elkaar/?p=2&kleur=rood&p=1&onzin=1"))
        assert calls.number == 0
