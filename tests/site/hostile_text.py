"""What somebody could type to have the pages of others do things, and how to see that none of it does."""

import re

from bs4 import BeautifulSoup

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    '[x](https://e.nl/"onmouseover="alert(1))',
    "[x](https://e.nl/?a=@Saar)",
    "[@Saar Jansen](https://e.nl/)",
    'https://e.nl/"><script>alert(1)</script>',
    "https://e.nl/@Saar",
    "**<script>alert(1)</script>**",
    "> <iframe src=//e.nl>",
    "> [bericht 1]\n> <script>alert(1)</script>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<style>@import'//e.nl'</style>",
    "\ue0001\ue001 \ue0021\ue003 <p>\ue0041\ue005x</p>",
    "{{ request.user.password }}{% csrf_token %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202egpj.exe",
    '<!--<img src="--><img src=x onerror=alert(1)//">',
]
_DANGEROUS = {"script", "iframe", "object", "embed", "style", "math", "base", "meta", "link"}


def assert_harmless(page: str) -> None:
    """No element or attribute that did not come from our own templates can do anything."""
    soup = BeautifulSoup(page, "html.parser").find("main")
    for element in soup.find_all(True):
        assert element.name not in _DANGEROUS, element
        assert not [name for name in element.attrs if name.lower().startswith("on")], element
        for name in ("href", "src", "action"):
            assert not re.match(r"\s*(javascript|data|vbscript):", element.get(name, ""), re.IGNORECASE), element
    assert not [img for img in soup.find_all("img") if not img["src"].startswith("/leerlabs/")]
