"""A document becomes an accessible PDF that says what it is, page by page, and always the same one."""

import io
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.documents.services import TypesettingFailed, typeset_pdf
from levend.documents.values import Bullets, Heading, KeyValues, Prose, Table
from tests.documents.examples import CONCEPT, DOCUMENT
from tests.support.verapdf import assert_conforms


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_every_kind_of_block_is_printed() -> None:
    text = "\n".join(pages_of(typeset_pdf(DOCUMENT)))

    for expected in (
        "Jaarbericht · 2026", "De Eendracht", "Bond van Koren", "Vastgesteld op", "Iedereen is welkom.", "Inhoud",
        "Dit geldt altijd.", "ook dit", "Dorpsstraat 1", "onze pagina", "Wat doet u?", "Wij zingen.", "Koor: elke week",
        "Orgel", "mei 2027", "twee", "Tot ziens.",
    ):  # fmt: skip
        assert expected in text


def test_every_page_after_the_cover_says_its_number_and_how_many_there_are() -> None:
    pages = pages_of(typeset_pdf(DOCUMENT))

    for number, page in enumerate(pages[1:], start=2):
        assert f"pagina {number} van {len(pages)}" in page


def test_a_concept_says_so_on_every_page_and_another_document_on_none() -> None:
    assert all("Concept" in page for page in pages_of(typeset_pdf(CONCEPT)))
    assert not any("Concept" in page for page in pages_of(typeset_pdf(DOCUMENT)))


def test_the_file_carries_title_language_and_date_of_the_document() -> None:
    reader = pypdf.PdfReader(io.BytesIO(typeset_pdf(DOCUMENT)))

    assert reader.metadata is not None
    assert reader.metadata.title == "Jaarbericht · De Eendracht · 2026"
    assert str(reader.root_object["/Lang"]) == "nl"
    assert str(reader.metadata.creation_date_raw).startswith("D:20261122")


def test_the_same_document_gives_the_same_bytes_in_another_thread_too() -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(typeset_pdf(CONCEPT))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert made == [typeset_pdf(CONCEPT)] * 2


def test_no_heading_level_is_skipped_and_no_empty_one_is_printed() -> None:
    texts = ((1, "Eerste"), (4, "Diep"), (3, "Ook diep"), (2, " "), (1, "Tweede"))
    skipping = replace(DOCUMENT, blocks=tuple(Heading(level, "", text) for level, text in texts))

    reader = pypdf.PdfReader(io.BytesIO(typeset_pdf(skipping)))

    assert titles(reader.outline) == ["Eerste", ["Diep", "Ook diep"], "Tweede"]


def titles(outline: Sequence[object]) -> list[object]:
    return [titles(entry) if isinstance(entry, list) else getattr(entry, "title", "") for entry in outline]


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x") *vet* $1/2$ // weg @bron <label> \\ `code`',
        "Donaudampfschifffahrtskapitän" * 8,
        "x" * 220,
        "Goed gedaan 😀🎉👩🏽‍🏫🇳🇱",
        "שלום مرحبا \u202eomgekeerd\u202c",
        "e\u0323\u0301 Z̶a̶l̶g̶o̶",
        "日本語 \x00\x07\ufffe",
        "Regel een\nRegel twee",
        "",
    ],
)
def test_any_text_is_taken_literally(text: str) -> None:
    pages = pages_of(
        typeset_pdf(
            replace(DOCUMENT, organisation=text or "x", blocks=(Heading(1, "", text), Prose.of(text)))
        )
    )

    assert len(pages) >= 3


def test_markup_of_the_typesetter_is_printed_as_it_is() -> None:
    hostile = '#panic("x") *vet* $a$ @bron <label>'

    assert hostile in pages_of(typeset_pdf(replace(DOCUMENT, blocks=(Prose.of(hostile),))))[-1]


@given(text=st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_text_stops_the_typesetter(text: str) -> None:
    assert typeset_pdf(replace(DOCUMENT, blocks=(Prose.of(text),))).startswith(b"%PDF-1.7")


def test_an_unreadable_logo_is_refused_by_name_of_the_fault() -> None:
    with pytest.raises(TypesettingFailed):
        typeset_pdf(replace(DOCUMENT, logo_svg="<svg"))


@pytest.mark.pdf
def test_documents_conform_to_pdf_ua_and_pdf_a(tmp_path: Path) -> None:
    hostile = replace(
        CONCEPT, blocks=(Heading(1, "", "x" * 220), Prose.of("😀 e\u0323\u0301 שלום ≥ ✓ " + "x" * 220))
    )
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#17697a"/></svg>'
    files = []
    for name, document in (
        ("concept", CONCEPT),
        ("final", replace(DOCUMENT, logo_svg=logo)),
        ("hostile", hostile),
    ):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(typeset_pdf(document))

    assert_conforms(*files)


def test_a_table_without_rows_is_printed_as_its_head() -> None:
    bare = replace(
        DOCUMENT, blocks=(Table("Plannen", ("Wat", "Wanneer"), ()), Bullets(()), KeyValues("", ()))
    )

    assert "Wanneer" in pages_of(typeset_pdf(bare))[-1]


def test_links_say_where_they_lead_in_the_language_of_the_document() -> None:
    reader = pypdf.PdfReader(io.BytesIO(typeset_pdf(DOCUMENT)))
    links = [
        str(annotation.get_object().get("/Contents", ""))
        for page in reader.pages
        for annotation in page.annotations or ()
    ]

    assert any("Gegevens" in text and "pagina" in text for text in links)
    assert any("eendracht.example" in text for text in links)
    assert not any("page" in text.lower().split() for text in links)
