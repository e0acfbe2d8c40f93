"""What is long goes on overleaf: nothing is cut off by the edge of a page, and a row is not torn apart for little."""

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from levend.documents.engine.characters import ZERO_WIDTH_SPACE, printable
from levend.documents.services import typeset_pdf
from levend.documents.values import Block, Callout, KeyValues, Prose, Run, Table
from tests.documents.examples import DOCUMENT
from tests.support.verapdf import assert_conforms

LOWEST = 70
"""Points above the lower edge, where the foot of a page begins."""
WORDS = [f"woord{number:04}" for number in range(900)]
LINES = "\n".join(WORDS[:300])
CELLS = tuple(tuple(f"r{row:03}k{column:02} {'x' * 40}" for column in range(12)) for row in range(200))
LONG: dict[str, Block] = {
    "words in a callout": Callout("Advies", (Prose.of(" ".join(WORDS)),)),
    "lines in a callout": Callout("Advies", (Prose((Run(LINES),)),)),
    "a cell of a table": Table("Tabel", ("Wie", "Wat"), (("Wij", " ".join(WORDS)),)),
    "a cell among twelve": Table("Tabel", ("Kop",) * 12, ((*["x"] * 11, " ".join(WORDS[:200])),)),
    "an answer on a line": KeyValues("", (("Wat", LINES),)),
    "two hundred rows": Table("Tabel", ("Kop",) * 12, CELLS),
}


def lowest_text(pdf: bytes) -> float:
    """How far above the lower edge the lowest text stands that is no foot, in points."""
    found: list[float] = []

    def look(text: str, page: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip() and size > 8.6:  # the foot is smaller
            found.append(matrix[4] * page[1] + matrix[5] * page[3] + page[5])

    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages[2:]:
        page.extract_text(visitor_text=look)
    return min(found)


@pytest.mark.parametrize("name", LONG)
def test_what_is_long_stays_on_the_page(name: str) -> None:
    assert lowest_text(typeset_pdf(replace(DOCUMENT, blocks=(LONG[name],)))) > LOWEST


def test_every_cell_of_a_long_and_wide_table_is_printed() -> None:
    reader = pypdf.PdfReader(io.BytesIO(typeset_pdf(replace(DOCUMENT, blocks=(LONG["two hundred rows"],)))))
    text = "".join(page.extract_text() for page in reader.pages)

    assert all(cell.split()[0] in text for row in CELLS for cell in row)
    assert reader.pages[3].mediabox.width > reader.pages[3].mediabox.height


def test_a_row_of_a_few_lines_stays_whole() -> None:
    rows = tuple(
        (f"rij{number:02}", f"begin{number:02} " + "tekst " * 60 + f"eind{number:02}") for number in range(25)
    )
    pdf = typeset_pdf(replace(DOCUMENT, blocks=(Table("Tabel", ("Wie", "Wat"), rows),)))

    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    for number in range(25):
        assert any(f"begin{number:02}" in page and f"eind{number:02}" in page for page in pages)


def test_a_word_breaks_by_the_room_it_has_and_a_hyphenated_one_by_its_syllables() -> None:
    assert ZERO_WIDTH_SPACE in printable("directie@delinde.example", room=10)
    assert printable("ondersteuningsvoorziening", room=10) == "ondersteuningsvoorziening"
    assert printable("directie@delinde.example") == "directie@delinde.example"


@pytest.mark.pdf
def test_long_documents_conform_to_pdf_ua_and_pdf_a(tmp_path: Path) -> None:
    file = tmp_path / "lang.pdf"
    file.write_bytes(typeset_pdf(replace(DOCUMENT, blocks=tuple(LONG.values()))))

    assert_conforms(file)
