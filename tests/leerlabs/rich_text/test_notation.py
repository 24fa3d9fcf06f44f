"""What members type, as safe HTML."""

import pytest

from editorial.sanitise import sanitise
from leerlabs.rich_text.blocks import Surroundings, to_html


def html(typed):
    return sanitise(to_html(typed, Surroundings()))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("een\n\ntwee", "<p>een</p><p>twee</p>"),
        ("een\ntwee", "<p>een<br>twee</p>"),
        ("- een\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
        ("1. een\n2. twee", "<ol><li>een</li><li>twee</li></ol>"),
        ("**vet** en *cursief* en _ook_", "<p><strong>vet</strong> en <em>cursief</em> en <em>ook</em></p>"),
        ("> gezegd\n\nantwoord", "<blockquote><p>gezegd</p></blockquote><p>antwoord</p>"),
        ("## Kop", "<h3>Kop</h3>"),
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ("naam_met_streepjes", "<p>naam_met_streepjes</p>"),
        ("-5 graden", "<p>-5 graden</p>"),
        ("<b>niet vet</b>", "<p>&lt;b&gt;niet vet&lt;/b&gt;</p>"),
        ("windows\r\nregels", "<p>windows<br>regels</p>"),
    ],
)
def test_the_notation(typed, expected):
    assert html(typed) == expected


def test_addresses_become_links_without_the_end_of_the_sentence():
    assert 'href="https://example.nl/a?b=1&amp;c=2"' in html("Zie https://example.nl/a?b=1&c=2.")
    assert html("Zie https://example.nl.").endswith("</a>.</p>")


def test_a_link_can_have_a_text_of_its_own():
    assert '<a href="https://example.nl" rel="nofollow noopener">hier</a>' in html("[hier](https://example.nl)")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//elders.nl", "JaVaScript:x"]
)
def test_a_link_leads_nowhere_dangerous(address):
    assert "<a" not in html(f"[hier]({address})")


def test_a_long_line_of_signs_takes_no_time():
    assert len(html("*" * 20_000)) >= 20_000
    assert len(html("[" * 20_000)) >= 20_000
    assert html("> " * 5_000)
