"""`levend check-data` finds every kind of damage that a database cannot refuse.

Each damage is done past the application, through the door or in the storage, and must be found by the check that is
there for it and say so in a line.
"""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import transaction
from django.utils.module_loading import autodiscover_modules

from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.adoption.models import AdoptionCase
from levend.audit.engine.invariants import invariants
from levend.audit.immutable import erasure_door
from levend.cli.main import main
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.publication.models import PublishedVersion
from tests.adoption.story import Story
from tests.cli.damage import DAMAGE
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings: LazySettings, tmp_path: Path) -> None:
    settings.LEVEND_DATA = tmp_path


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture(autouse=True)
def stories(region: Region) -> tuple[Story, Story]:
    """De Linde is public; at De Wilg the council's letter is registered and the text lies with the board."""
    linde = Story.begin(region.linde).bring_to(State.RECEIVED)
    wilg = Story(region.wilg, _open(region))
    wilg.complete()
    wilg.take(Step.ASK_ADVICE)
    wilg.take(Step.REGISTER_ADVICE)
    run_jobs()
    return linde, wilg


def _open(region: Region) -> AdoptionCase:
    from levend.adoption import services

    return services.open_case(
        actor=region.wilg.actor(Role.DIRECTOR),
        location_id=region.wilg.location.pk,
        version_id=FormatVersion.objects.get().pk,
    )


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["check-data", *arguments])
    return code, capsys.readouterr().out


def test_whole_data_passes_every_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys) == (0, "")


def test_json_names_every_check_and_counts_the_faults(capsys: pytest.CaptureFixture[str]) -> None:
    PublishedVersion.objects.update(publish_from=date(2020, 1, 1))

    code, out = check(capsys, "--json")

    outcome = json.loads(out)
    assert code == 1
    assert [one["name"] for one in outcome["checks"]] == [one.name for one in invariants()]
    assert outcome["faults"] == 2
    (published,) = [one for one in outcome["checks"] if one["name"] == "published"]
    assert published["faults"][0]["what"] == "openbaar voordat dat mag"
    (pages,) = [one for one in outcome["checks"] if one["name"] == "public-files"]
    assert len(pages["faults"]) == 1


def test_an_unknown_name_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, "--only", "nothing")[0] == 2


def test_names_can_be_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = check(capsys, "--list")
    assert (code, out.split()) == (0, [one.name for one in invariants()])


def test_every_damage_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One story for all: each damage is rolled back, in the database and in the storage."""
    files = tmp_path / "files"
    shutil.copytree(files, tmp_path / "whole")
    missed = {}
    for damage, (name, words) in DAMAGE.items():
        with transaction.atomic():
            with erasure_door(reason="test"):
                damage()
            code, out = check(capsys, "--only", name)
            transaction.set_rollback(True)
        found = [line for line in out.splitlines() if line.startswith(f"{name}: ") and words in line]
        if code != 1 or not found:
            missed[damage.__name__] = (code, out)
        shutil.rmtree(files)
        shutil.copytree(tmp_path / "whole", files)
        for left in ("log-heads.jsonl", "erasures.jsonl"):
            (tmp_path / left).unlink(missing_ok=True)

    assert missed == {}
    assert check(capsys) == (0, "")


def test_every_check_has_its_damage() -> None:
    autodiscover_modules("checks")
    assert {name for name, _words in DAMAGE.values()} == {one.name for one in invariants()}
