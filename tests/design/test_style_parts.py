"""The style sheets, part by part."""

import re
from collections import defaultdict

from design.bundles import style_parts

#: What a printed page changes stands together.
PRINT = "90-print.css"


def classes_styled_by_themselves(css: str) -> set[str]:
    """Classes that are the whole of a selector: what they look like wherever they stand."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    while (bare := re.sub(r"\([^()]*\)", "", css)) != css:
        css = bare
    selectors = (selector.strip() for found in re.findall(r"([^{}@;]+)\{", css) for selector in found.split(","))
    return {selector[1:] for selector in selectors if re.fullmatch(r"\.[a-z][\w-]*", selector)}


def test_a_class_gets_its_looks_in_one_part_so_that_two_rooms_never_share_a_name_by_accident():
    places = defaultdict(set)
    for part in style_parts():
        for name in classes_styled_by_themselves(part.read_text()) if part.name != PRINT else ():
            places[name].add(part.name)

    assert {name: parts for name, parts in places.items() if len(parts) > 1} == {}
