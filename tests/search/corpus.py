"""A small library that tests read and never change."""

from __future__ import annotations

from datetime import date

from search.documents import SearchDocument
from tests.search.factories import document

LEZEN_IN_ONDERWIJS = document(
    "Een rijke dag",
    "Op deze school is lezen in het onderwijs de hele dag aanwezig, ook bij geschiedenis.",
    type="praktijk",
    thema=("taal", "lezen"),
    niveau=("po", "groep-3", "groep-4"),
    regio=("utrecht",),
    date=date(2021, 3, 1),
)
LEESONDERWIJS = document(
    "Goed leesonderwijs volgens onderzoek",
    "Wat maakt het leesonderwijs sterk? Leraren die voorlezen en veel boeken in de klas.",
    type="inzicht",
    thema=("taal", "lezen"),
    niveau=("po", "groep-5"),
    bewijs=("sterk",),
    date=date(2022, 5, 2),
    keywords=("lezen", "boeken"),
)
BEGRIJPEND_LEZEN = document(
    "Technieken voor begrijpend lezen",
    "Begrijpend lezen wordt beter van hardop denken en samen praten over een tekst. "
    "De resultaten gaan omhoog wanneer leerlingen de technieken zelf toepassen.",
    type="interventie",
    thema=("taal", "lezen"),
    niveau=("po", "groep-5", "groep-6", "groep-7", "groep-8"),
    categorie=("B",),
    keywords=("begrijpend lezen", "leesstrategieën"),
    summary="Leerlingen leren hoe zij een tekst aanpakken.",
    date=date(2021, 6, 15),
)
KLASSENVERKLEINING = document(
    "Klassenverkleining",
    "Kleinere groepen geven de leraar meer tijd. De kosten van klassenverkleining zijn hoog.",
    type="interventie",
    thema=("organisatie",),
    niveau=("po",),
    categorie=("E",),
    date=date(2021, 6, 15),
)
BEGELEIDING = document(
    "Een-op-een-begeleiding bij rekenen",
    "Begeleiding door een tutor helpt leerlingen met een rekenachterstand. De coördinatie ligt bij de ib'er.",
    type="interventie",
    thema=("rekenen",),
    niveau=("po", "groep-6"),
    categorie=("B",),
    date=date(2021, 6, 15),
)
BELEID = document(
    "Gemeentelijk beleid voor gelijke kansen",
    "Het beleid vraagt van scholen en de gemeente een gezamenlijk plan. Zo krijgt ieder gezin steun.",
    type="beleid",
    thema=("kansengelijkheid",),
    niveau=("VVE", "po"),
    regio=("arnhem", "gelderland"),
    date=date(2020, 11, 1),
)
TOETSEN = document(
    "Toetsen die leerlingen verder helpen",
    "Een toets laat zien wat een kind weet. Met zin en plezier leren kan ook met een toets.",
    type="inzicht",
    thema=("toetsen",),
    niveau=("po", "groep-7", "groep-8"),
    bewijs=("redelijk",),
    date=date(2019, 2, 3),
)
SOCIAAL_EMOTIONEEL = document(
    "Sociaal-emotioneel leren in de kleutergroep",
    "Kinderen leren hun gevoelens kennen. De e-learning voor leraren duurt een middag.",
    type="praktijk",
    thema=("welbevinden",),
    niveau=("po", "groep-1", "groep-2"),
    regio=("amsterdam",),
    date=date(2022, 9, 1),
)
NPO = document(
    "Het Nationaal Programma Onderwijs in het kort",
    "Scholen kregen geld om vertragingen in te halen. De gemeente werkt samen met schoolbesturen.",
    type="nieuws",
    thema=("organisatie",),
    date=date(2021, 4, 1),
)
ZOMERSCHOOL = document(
    "Zomerschool in de wijk",
    "Zes weken lang oefenden kinderen spelling en woordenschat. Ouders zagen hun kinderen groeien.",
    type="praktijk",
    thema=("taal", "extra-tijd"),
    niveau=("po", "groep-5", "groep-6"),
    regio=("amsterdam",),
    keywords=("zomerscholen", "vakantieschool"),
    date=date(2021, 8, 20),
)
LEVEN = document(
    "Het leven op een kleine school",
    "Een verhaal over samen leven en wonen in een dorp.",
    type="nieuws",
    regio=("friesland",),
)

LIBRARY: tuple[SearchDocument, ...] = (
    LEZEN_IN_ONDERWIJS,
    LEESONDERWIJS,
    BEGRIJPEND_LEZEN,
    KLASSENVERKLEINING,
    BEGELEIDING,
    BELEID,
    TOETSEN,
    SOCIAAL_EMOTIONEEL,
    NPO,
    ZOMERSCHOOL,
    LEVEN,
)
