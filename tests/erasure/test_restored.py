"""The whole way: a backup is made, a name is erased, the backup is put back, and the name is erased once more.

The copy is a real one, of the database's file and of the folder with documents.
"""

import pytest
from django.test import Client

from levend.audit.engine.passages import MARKER
from levend.audit.queries import verify_chain
from levend.audit.services import link_events
from levend.cli.main import main
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.publication.models import PublicFile, PublishedVersion
from levend.publication.queries import artefact_bytes
from tests.erasure.kept import back_up, put_back
from tests.erasure.planted import NAME, Planted, left, text_of_pdf
from tests.erasure.steps import erase

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


def served(code: str) -> dict[str, str]:
    """What strangers get at the school's addresses, by address."""
    found = {}
    for path in PublicFile.objects.filter(location__code=code).values_list("path", flat=True).distinct():
        response = Client().get(path)
        if response.status_code == 200:
            content = b"".join(response) if response.streaming else response.content
            found[path] = text_of_pdf(content) if content.startswith(b"%PDF") else content.decode()
    return found


def findings(capsys: pytest.CaptureFixture[str]) -> str:
    """What the check of every invariant has to say."""
    capsys.readouterr()
    main(["check-data"])
    return capsys.readouterr().out


def test_a_backup_from_before_brings_nothing_back(
    planted: Planted, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    PublishedVersion.objects.update(publish_from=clock.today())  # the waiting time has passed
    assert main(["publish"]) == 0
    found = findings(capsys)  # that its waiting time was cut short
    backup = tmp_path_factory.mktemp("backup")
    back_up(backup)
    old = planted.version.full_pdf.sha256
    before = served(planted.code)
    naming = {path for path, text in before.items() if NAME in text}
    assert naming >= {f"/scholen/{planted.code}/{name}" for name in ("", "profiel.pdf", "profiel.json")}
    erase(planted)
    assert left() == []

    put_back(backup)

    assert planted.version.full_pdf.sha256 == old
    assert NAME in text_of_pdf(artefact_bytes(planted.version.full_pdf))
    assert main(["check-data", "--only", "erasures"]) == 1
    assert main(["erasures", "--apply"]) == 0
    run_jobs()
    assert left() == []
    now = served(planted.code)
    assert now.keys() == before.keys()
    assert not any(NAME in text for text in now.values())
    assert all(MARKER in now[path] for path in naming)
    assert Client().get(f"/document/{old}.pdf").status_code == 404
    link_events()
    assert verify_chain().is_whole
    assert findings(capsys) == found
    capsys.readouterr()
    assert main(["erasures", "--apply"]) == 0
    assert "0 erased again, 1 held already" in capsys.readouterr().err
