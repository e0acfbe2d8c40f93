"""A form becomes a PDF with fields: tagged, with pictures for every state, and it says itself what it began with."""

import io
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.documents.engine.field_pictures import MARGIN, lines_of, text_picture, width_of
from levend.documents.reading.read import read_pdf
from levend.documents.services import typeset_form
from tests.documents.form_examples import LONG, TYPED, form

FILLED = {
    "bond:code": "12AB00",
    "naam": "Daniëlle’s koor",
    "verhaal": TYPED,
    "lang": LONG,
    "kleur": "rood",
    "dagen:ma": "Ja",
    "koor:1:wie": "Ş. Ünal",
    "koor:1:stem": "blauw",
}


@pytest.fixture(scope="module")
def filled() -> bytes:
    return typeset_form(form(is_filled=True))


@pytest.fixture(scope="module")
def empty() -> bytes:
    return typeset_form(form(is_filled=False))


def test_what_is_filled_in_beforehand_is_read_back_and_is_the_default_too(filled: bytes) -> None:
    facts = read_pdf(filled)

    assert facts.fields == FILLED
    assert facts.defaults == FILLED
    assert facts.field_count == 9


def test_an_empty_form_holds_only_what_says_which_form_it_is(empty: bytes) -> None:
    facts = read_pdf(empty)

    assert facts.fields == facts.defaults == {"bond:code": "12AB00"}
    assert facts.field_count == 9


def test_the_same_form_gives_the_same_bytes(filled: bytes) -> None:
    assert typeset_form(form(is_filled=True)) == filled
    assert typeset_form(replace(form(is_filled=True), subtitle="2027")) != filled


def test_every_field_has_words_for_who_hears_it_and_a_picture_of_each_state(filled: bytes) -> None:
    with pikepdf.open(io.BytesIO(filled)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        widgets = [each for page in pdf.pages for each in page.obj.Annots if each.Subtype == "/Widget"]
        assert len(widgets) == 11
        for widget in widgets:
            assert str(widget.TU)
            assert widget.F == 4
            if widget.get("/FT") != "/Tx" and "/Opt" not in widget:
                assert "/Off" in widget.AP.N
                assert len(widget.AP.N.keys()) == 2
        (group,) = [each for each in pdf.Root.AcroForm.Fields if "/Kids" in each]
        assert [str(kid.TU) for kid in group.Kids] == [
            "Kleur: Rood",
            "Kleur: Blauw, als de lucht",
            "Kleur: Geen antwoord",
        ]
        (code,) = [each for each in pdf.Root.AcroForm.Fields if each.T == "bond:code"]
        assert code.Ff & 1


def test_letters_of_every_kind_are_drawn_where_they_are_filled_in(filled: bytes) -> None:
    """What a viewer shows before anybody types: the pictures' own text, by the map of their fonts."""
    reader = pypdf.PdfReader(io.BytesIO(filled))
    words = ""
    for page in reader.pages:
        for reference in page.annotations or []:
            widget = reference.get_object()
            if widget.get("/FT") == "/Tx":
                words += pypdf.PageObject.extract_xform_text(page, widget["/AP"]["/N"]) + "\n"

    for drawn in (
        "Şeyma en Daniëlle",
        "“wij zijn er” – ‘altijd’ …",
        "Ğ ł",
        "😀",
        "Daniëlle’s koor",
        "Ş. Ünal",
    ):
        assert drawn in words


def test_two_fields_of_one_name_are_refused() -> None:
    whole = form(is_filled=False)

    with pytest.raises(ValueError, match="naam"):
        typeset_form(replace(whole, blocks=(*whole.blocks, whole.blocks[1])))


@given(st.text(max_size=400), st.floats(min_value=40, max_value=500))
@settings(max_examples=50, deadline=None)
def test_no_line_of_a_picture_is_wider_than_its_field(text: str, width: float) -> None:
    for line in lines_of(text, width):
        assert len(line) <= 1 or width_of(line) <= width - 2 * MARGIN + 0.01
    assert text_picture(text, width=width, height=60, is_box=True)[0].startswith(b"/Tx BMC")
