"""Files of strangers are read within limits, and whatever they hold, the answer is plain."""

import io
import os
import time

import pikepdf
import pytest

from levend.documents.enums import SealKind
from levend.documents.reading.facts import PdfFacts, Trouble
from levend.documents.reading.read import MOST_BYTES, MOST_SECONDS, read_pdf
from tests.documents.reading import hostile

WANTED = ("sop.json",)


def form() -> bytes:
    """A form filled in by some program: lines, a box, a choice, an empty field."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        name, text = pikepdf.Name, pikepdf.String
        fields = [
            pikepdf.Dictionary(
                T=text("missie"), FT=name.Tx, V=text("Ieder kind telt – één voor één\rTweede")
            ),
            pikepdf.Dictionary(T=text("koor"), FT=name.Btn, V=name("/ja")),
            pikepdf.Dictionary(T=text("orgel"), FT=name.Btn, V=name.Off),
            pikepdf.Dictionary(T=text("dagen"), FT=name.Ch, V=pikepdf.Array([text("ma"), text("do")])),
            pikepdf.Dictionary(T=text("leeg"), FT=name.Tx, V=text("")),
        ]
        document.Root.AcroForm = pikepdf.Dictionary(
            Fields=pikepdf.Array([document.make_indirect(field) for field in fields])
        )
        document.save(out)
    return out.getvalue()


def test_a_sealed_document_gives_its_data_and_its_seal(sealed: bytes) -> None:
    facts = read_pdf(sealed, attachments=WANTED)

    assert facts.trouble is Trouble.NONE
    assert facts.attachments == {"sop.json": '{"wie": "Ş"}'}
    assert facts.seal is not None
    assert (facts.seal.holds, facts.seal.kind) == (True, SealKind.OFFICIAL)
    assert facts.seal.certificate in facts.certificates


def test_only_what_was_asked_for_is_handed_over(sealed: bytes) -> None:
    assert read_pdf(sealed).attachments == {}


def test_a_filled_form_gives_what_was_filled_in() -> None:
    assert read_pdf(form()).fields == {
        "missie": "Ieder kind telt – één voor één\rTweede",
        "koor": "ja",
        "dagen": ["ma", "do"],
    }


@pytest.mark.parametrize(
    ("pdf", "trouble"),
    [
        (b"", Trouble.NO_PDF),
        (b"GIF89a" + b"\0" * 5000, Trouble.NO_PDF),
        (b"%PDF-1.7 " + b" " * MOST_BYTES, Trouble.TOO_LARGE),
        (b"%PDF-1.7\nniets", Trouble.DAMAGED),
        (hostile.encrypted(), Trouble.ENCRYPTED),
    ],
    ids=["empty", "picture", "30 MB", "only the mark", "password"],
)
def test_what_cannot_be_read_says_why(pdf: bytes, trouble: Trouble) -> None:
    assert read_pdf(pdf, attachments=WANTED) == PdfFacts(trouble)


@pytest.mark.parametrize(
    "make",
    [
        hostile.bomb,
        hostile.nested_bomb,
        hostile.endless_tables,
        hostile.endless_fields,
        hostile.endless_names,
        hostile.endless_pages,
        hostile.deep,
        hostile.brackets,
    ],
)
def test_a_hostile_file_gives_nothing_and_costs_little(make: hostile.Maker) -> None:
    pdf = make()
    begin, used = time.monotonic(), os.times().children_user

    facts = read_pdf(pdf, attachments=WANTED)

    assert facts.seal is None
    assert facts.attachments == {}
    assert time.monotonic() - begin < MOST_SECONDS + 5
    assert os.times().children_user - used < 20


def test_a_download_that_broke_off_holds_nothing(sealed: bytes) -> None:
    facts = read_pdf(hostile.cut_off(sealed), attachments=WANTED)

    assert facts.seal is None
    assert facts.attachments == {}


def test_an_attachment_that_is_no_text_is_no_reason_to_fail() -> None:
    pdf = hostile.with_attachment(b"<</Type/EmbeddedFile/Length 2>>\nstream\n\xff\xfe\nendstream")

    assert read_pdf(pdf, attachments=WANTED).attachments == {}


def test_an_attachment_of_the_same_make_that_is_text_is_read() -> None:
    """So that the hostile ones above fail for what they hold, not for how they are written."""
    pdf = hostile.with_attachment(b"<</Type/EmbeddedFile/Length 2>>\nstream\n{}\nendstream")

    assert read_pdf(pdf, attachments=WANTED).attachments == {"sop.json": "{}"}


def test_who_takes_too_long_is_stopped(sealed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("levend.documents.reading.read.MOST_SECONDS", 0.01)

    assert read_pdf(sealed).trouble is Trouble.TOO_MUCH_WORK
