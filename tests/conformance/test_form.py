"""Forms of shipped formats, empty and filled in, conform to the standards for accessible and lasting documents."""

import json
from pathlib import Path

import pytest

from levend.cli.main import main
from levend.formats import shipped
from tests.support.verapdf import assert_conforms

pytestmark = pytest.mark.pdf
EXAMPLES = Path(shipped.__file__).parent / "examples"


def test_forms_conform_to_pdf_ua_and_pdf_a(tmp_path: Path) -> None:
    """Also with letters that only the second font has, and with a text that fills its box."""
    made = []
    for key in ("passenderwijs", "schoolgids"):
        file = json.loads((EXAMPLES / f"{key}.json").read_text())
        file["location"]["name"] = "Şahin’s school “De Linde”"
        if key == "passenderwijs":
            file["answers"]["missie"] = "Ш 😀 ﬁ ‰ µ " + "w" * 300 + "\n" * 3 + "Iedereen telt. " * 90
        source = tmp_path / f"{key}.json"
        source.write_text(json.dumps(file))
        for answers in ([str(source)], []):
            out = tmp_path / f"{key}-{len(answers)}.pdf"
            assert (
                main(["profile", "render", *answers, "--format", key, "--kind", "form", "-o", str(out)]) == 0
            )
            made.append(out)

    assert_conforms(*made, standards="ua1,2a")
