"""Files as people make them."""

import pytest

from organisations.importing.reading import LARGEST_BYTES, FileRefusedError, read

TEXT = "soort;naam;gemeente\nschool;De Café-egel;'s-Gravenhage\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("cp1252"), "Windows-1252"),
    ],
)
def test_every_encoding_gives_the_same_row(content, encoding):
    found = read(content)

    assert found.encoding == encoding
    assert found.rows[0].cells == {"kind": "school", "name": "De Café-egel", "municipality": "'s-Gravenhage"}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_separator_is_found_by_the_headings(separator):
    found = read(TEXT.replace(";", separator).encode())

    assert found.separator == separator
    assert found.rows[0].cells["name"] == "De Café-egel"


def test_the_line_with_which_a_spreadsheet_names_its_separator_counts_as_a_line():
    found = read(f"sep=;\r\n{TEXT}".encode())

    assert [row.line for row in found.rows] == [3]


def test_lines_are_those_of_the_file_also_after_a_cell_of_two_lines():
    found = read(b'soort;naam\nschool;"De\nEgel"\n\nschool;De Uil\n')

    assert [(refused.line, "regeleinde" in refused.reason) for refused in found.refused] == [(2, True)]
    assert [row.line for row in found.rows] == [5]


@pytest.mark.parametrize("cell", ["=1+1", "+31612345678", "@SUM(A1)", '="12AB"', " =cmd|' /C calc'!A0"])
def test_a_cell_that_a_spreadsheet_would_calculate_is_refused_with_its_line(cell):
    quoted = '"' + cell.replace('"', '""') + '"'
    found = read(f"soort;naam\nschool;De Uil\nschool;{quoted}\n".encode())

    assert [refused.line for refused in found.refused] == [3]
    assert "formule" in found.refused[0].reason
    assert len(found.rows) == 1


def test_a_dash_says_that_there_is_nothing():
    assert read(b"soort;naam;website\nschool;De Uil;-\n").rows[0].cells["website"] == ""


def test_what_stands_in_a_column_that_is_ignored_refuses_no_row():
    found = read(b"soort;naam;telefoon\nschool;De Uil;+31201234567\n")

    assert (len(found.rows), found.ignored_columns) == (1, ("telefoon",))


def test_a_row_with_more_cells_than_columns_is_refused():
    found = read(b"soort,naam\nschool,De Uil, locatie Oost\n")

    assert [refused.line for refused in found.refused] == [2]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "kolommen"),
        (b"a;b;c\n1;2;3\n", "kolommen"),
        (b"soort;naam;schoolnaam\nschool;De Uil;De Uil\n", "hetzelfde"),
        (b'soort;naam\nschool;"De Uil\n', "aanhalingstekens"),
        (TEXT.encode("utf-16"), "UTF-8"),
        (b"soort;naam\nschool;\x81\xff\n", "UTF-8"),
        (b"soort;naam\nschool;De\0Uil\n", "UTF-8"),
        (b"\xef\xbb\xbfsoort;naam\nschool;\xe9\xe9\n", "UTF-8"),
    ],
)
def test_a_file_of_which_nothing_can_be_trusted_is_refused(content, words):
    with pytest.raises(FileRefusedError, match=words):
        read(content)


def test_a_file_past_ten_megabytes_is_refused_before_it_is_read():
    with pytest.raises(FileRefusedError, match="10 MB"):
        read(b"x" * (LARGEST_BYTES + 1))


def test_a_file_of_ten_megabytes_is_read():
    row = b"school;" + b"De Uil" * 20 + b"\n"
    content = b"soort;naam\n" + row * ((LARGEST_BYTES - 11) // len(row))

    assert len(read(content).rows) == (LARGEST_BYTES - 11) // len(row)
