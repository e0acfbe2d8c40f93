"""The document of differences conforms, whatever stood in the two texts."""

from datetime import date
from pathlib import Path

import pytest

from levend.documents.services import typeset_pdf
from levend.documents.values import Mark
from levend.formats.engine.answers import parse_value
from levend.formats.engine.definition import FormatDefinition
from levend.formats.shipped import shipped_definition
from levend.publication.engine.what_changed import Side
from levend.publication.render.changes import changes_document
from levend.publication.values import Edition
from tests.conformance.answers import hostile, plain
from tests.support.verapdf import assert_conforms


@pytest.mark.pdf
def test_the_differences_between_two_texts_conform(tmp_path: Path) -> None:
    definition = shipped_definition("bao")
    document = changes_document(
        _side(definition, plain(definition)),
        _side(definition, hostile(definition)),
        location={"name": "#De *Linde* <b>", "city": "Woerden"},
        edition=Edition(
            school_year="2026–2027", publisher="Het verband", on=date(2026, 11, 22), mark=Mark.CONCEPT
        ),
        since="het profiel van 2025–2026",
    )
    out = tmp_path / "verschil.pdf"
    out.write_bytes(typeset_pdf(document))

    assert_conforms(out)


def _side(definition: FormatDefinition, answers: dict[str, object]) -> Side:
    """The answers as entry takes them, all of them readable."""
    taken = {key: parse_value(definition.question(key), value) for key, value in answers.items()}
    return Side(definition, taken, frozenset(taken))
