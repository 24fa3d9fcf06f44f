"""Text in BibTeX files: writing it so that TeX takes it literally, and reading what people write there."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: "\\" + character for character in "&%$#_"},
}
_ESCAPE = str.maketrans(_ESCAPES)
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_COMMANDS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}", "textendash": "–", "textemdash": "—",
    "ldots": "…", "dots": "…", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "euro": "€", "texteuro": "€", "copyright": "©", "times": "×", "pm": "±", "leq": "≤",
    "geq": "≥", "textless": "<", "textgreater": ">", "textbar": "|", "S": "§", "P": "¶", "pounds": "£",
}  # fmt: skip
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)[ \t\n]*(?:\{\})?|\\(?P<symbol>[^A-Za-z])"
    r"|(?P<dashes>-{2,3})|(?P<quotes>``|'')|(?P<other>[{}~$])",
    re.DOTALL,
)
_PAIRS = {"--": "–", "---": "—", "``": "“", "''": "”"}
_DOTLESS = {"ı": "i", "ȷ": "j"}
_IN_ADDRESS = re.compile(r"\\([_%&#{}~$])")


def escaped(text: str) -> str:
    """``text`` as TeX prints it; braces stay balanced, which BibTeX counts also when they are escaped."""
    return text.translate(_ESCAPE)


def plain_text(tex: str) -> str:
    """What TeX would print: accents composed, braces gone. One pass, whatever the text. Unknown commands vanish."""
    drops_dollars = tex.count("$") - tex.count(r"\$") > 1
    parts: list[str] = []
    accent = ""
    end = 0

    def put(text: str) -> None:
        nonlocal accent
        if accent and (text := text.lstrip() if not text.strip() else text):
            text = unicodedata.normalize("NFC", _DOTLESS.get(text[0], text[0]) + accent) + text[1:]
            accent = ""
        parts.append(text)

    for found in _TOKEN.finditer(tex):
        put(tex[end : found.start()]) if found.start() > end else None
        end = found.end()
        word, symbol = found["word"], found["symbol"]
        if (word and len(word) == 1 and word in _ACCENTS) or (symbol and symbol in _ACCENTS):
            accent = _ACCENTS[word or symbol]
        elif word:
            put(_COMMANDS.get(word) or _greek(word))
        elif symbol:
            put("" if symbol in "-/@" else " " if symbol in "\\, \n" else symbol)
        elif found["dashes"] or found["quotes"]:
            put(_PAIRS[found.group()])
        elif found.group() == "~":
            put(" ")
        elif found.group() == "$" and not drops_dollars:
            put("$")
    put(tex[end:])
    return " ".join("".join(parts).split())


def address(tex: str) -> str:
    """A web address or DOI: taken literally but for what people escape in it."""
    return _IN_ADDRESS.sub(r"\1", tex).replace("{", "").replace("}", "").strip()


def _greek(word: str) -> str:
    try:
        return unicodedata.lookup(f"GREEK {'CAPITAL' if word[0].isupper() else 'SMALL'} LETTER {word.upper()}")
    except KeyError:
        return ""
