"""A character that no shipped font can draw: taken at entry, told at once, and replaced on paper by rule."""

import io
import json
from pathlib import Path

import pypdf
import pytest
from django.conf import LazySettings
from django.test import Client

from levend.accounts.enums import Role
from levend.adoption.enums import Step
from levend.cli.main import main
from levend.documents.engine.characters import REPLACEMENT
from levend.formats import shipped
from levend.jobs.testing import run_jobs
from levend.publication.models import ConceptDocument
from levend.publication.queries import artefact_bytes
from tests.factories.region import make_region
from tests.publication.situations import begin
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db
EXAMPLE = Path(shipped.__file__).parent / "examples" / "passenderwijs.json"
MISSION = "Ieder kind groeit \U0001f333 en leert \u65e5\u672c, met plezier \U0001f600."


@pytest.fixture(autouse=True)
def installation(settings: LazySettings, tmp_path: Path) -> None:
    settings.LEVEND_DATA = tmp_path / "data"


def pages(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


def test_autosave_takes_it_and_says_what_paper_will_show() -> None:
    linde = make_region().linde
    story = begin(linde)
    editor = Client()
    editor.force_login(linde.user(Role.EDITOR))
    address = f"/werk/{linde.location.code}/profiel/missie-visie/missie/"

    def send(text: str, revision: str) -> Html:
        sent = {"missie": text, "missie.revision": revision}
        response = editor.post(address, sent, headers={"HX-Request": "true"})
        assert response.status_code == 200
        return Html(response)

    told = send(MISSION, "1").by_id("e-missie").text

    assert (
        told
        == f"Deze tekens kunnen niet in het document staan: \U0001f333 \u65e5 \u672c. Daar komt {REPLACEMENT} te staan."
    )
    assert MISSION in editor.get(address.removesuffix("missie/")).content.decode()
    story.take(Step.ASK_ADVICE)
    run_jobs()
    printed = pages(artefact_bytes(ConceptDocument.objects.get().pdf))
    assert f"Ieder kind groeit {REPLACEMENT} en leert {REPLACEMENT}, met plezier \U0001f600." in printed


def test_nothing_is_told_of_what_the_fonts_can_draw() -> None:
    linde = make_region().linde
    begin(linde, missie="Één ĳsbeer – ‘groep 3’ ≥ 80% ✓ Şahin 😀")
    editor = Client()
    editor.force_login(linde.user(Role.EDITOR))

    page = Html(editor.get(f"/werk/{linde.location.code}/profiel/missie-visie/"))

    assert page.by_id("e-missie").text == ""


def test_the_command_says_it_and_gives_the_text_back_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = json.loads(EXAMPLE.read_text())
    file["answers"]["missie"] = MISSION
    source, out = tmp_path / "antwoorden.json", tmp_path / "uit.pdf"
    source.write_text(json.dumps(file))

    assert main(["profile", "render", str(source), "--format", "passenderwijs", "-o", str(out)]) == 0
    assert f"worden {REPLACEMENT}: \U0001f333 \u65e5 \u672c" in capsys.readouterr().err
    assert f"groeit {REPLACEMENT} en leert {REPLACEMENT}, met" in pages(out.read_bytes())
    assert main(["profile", "read", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["answers"]["missie"] == MISSION
