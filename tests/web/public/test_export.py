"""The public site as plain files: what the application serves, whole or not at all."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client, override_settings

from levend.cli.main import main
from levend.organisations.models import Consortium, Location
from levend.organisations.values import THEME_KEYS
from levend.web.public import site_export, views
from levend.web.public.site_folder import MARK, replacing
from tests.factories.region import Region, make_region
from tests.publication.situations import published, renewed
from tests.web.public.addresses import SCHOOL, all_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]  # who gets which words is no matter of the database


@pytest.fixture
def region(monkeypatch: pytest.MonkeyPatch) -> Region:
    """Two schools with a profile, on a list with room for one a page; a consortium with its own colours."""
    region = make_region()
    Consortium.objects.filter(code="PO9901").update(theme=dict.fromkeys(THEME_KEYS, "#123456"))
    published(region.linde)
    published(region.wilg)
    monkeypatch.setattr(views, "PAGE_SIZE", 1)
    monkeypatch.setattr(site_export, "PAGE_SIZE", 1)
    return region


@pytest.fixture(autouse=True, scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Static files under the hash of their content, as an installation serves them."""
    hashed = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    storages = {**settings.STORAGES, "staticfiles": hashed}
    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static"), STORAGES=storages):
        call_command("collectstatic", verbosity=0, interactive=False)
        assert staticfiles_storage.manifest_hash
        yield


def publish(target: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    assert main(["publish", "--to", str(target), "--json"]) == 0
    outcome: dict[str, list[str]] = json.loads(capsys.readouterr().out)
    return outcome


def files_in(target: Path) -> dict[str, tuple[bytes, float]]:
    found = (path for path in target.rglob("*") if path.is_file())
    return {str(path.relative_to(target)): (path.read_bytes(), path.stat().st_mtime_ns) for path in found}


def test_the_files_are_what_the_application_serves(
    region: Region, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "site"
    outcome = publish(target, capsys)
    client = Client()

    files = {name: content for name, (content, _time) in files_in(target).items() if name != MARK}
    for name, content in files.items():
        path = f"/{name.removesuffix('index.html')}"
        response = client.get(path)
        assert response.status_code == (404 if name.endswith("404.html") else 200), path
        assert response.getvalue() == content, path
    assert {f"/{name.removesuffix('index.html')}" for name in files} >= {
        *all_addresses(), "/", "/en/", "/scholen/", "/scholen/bladzijde/2/", "/en/scholen/bladzijde/2/",
        "/404.html", "/en/404.html", "/thema/PO9901.css",
    }  # fmt: skip
    assert all((target / path.lstrip("/")).exists() for path in outcome["written"])


def test_every_file_that_a_page_or_a_style_loads_is_there(
    region: Region, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "site"
    publish(target, capsys)

    loaded = 0
    for page in [*target.rglob("*.html"), *target.rglob("*.css")]:
        text = page.read_text()
        for address in re.findall(r'(?:href|src)="(/(?:static|thema|document)/[^"#]+)"', text):
            assert (target / address.lstrip("/")).is_file(), (page, address)
            loaded += 1
        for address in re.findall(r"url\([\"']?([^\"')#:?]+)", text) if page.suffix == ".css" else ():
            assert (page.parent / address).resolve().is_file(), (page, address)
            loaded += 1
    assert loaded > 100
    assert not any("Alleen" in path.name for path in target.rglob("*"))


def test_a_second_run_leaves_alone_what_did_not_change(
    region: Region, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "site"
    publish(target, capsys)
    before = files_in(target)

    assert publish(target, capsys)["written"] == []
    assert files_in(target) == before

    Location.objects.filter(code="12AB00").update(phone="0399 99 99 99")
    outcome = publish(target, capsys)
    assert SCHOOL in outcome["written"]
    assert "/scholen/12CD00/" not in outcome["written"]
    assert f"{SCHOOL}profiel.pdf" not in outcome["written"]
    after = files_in(target)
    same = [name for name in after if name in before and after[name][0] == before[name][0] and name != MARK]
    assert len(same) > 20
    assert all(after[name] == before[name] for name in same)


def test_what_is_not_public_any_more_is_not_in_the_next_site(
    region: Region, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "site"
    publish(target, capsys)
    from levend.publication.models import PublishedVersion

    PublishedVersion.objects.filter(location__code="12CD00").update(publish_from="2030-01-01")
    renewed()

    removed = publish(target, capsys)["removed"]

    assert "scholen/12CD00/index.html" in removed
    assert not (target / "scholen" / "12CD00").exists()


def test_an_interrupted_run_leaves_the_old_site_whole(
    region: Region, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    publish(target, capsys)
    before = files_in(target)
    Location.objects.filter(code="12AB00").update(phone="0399 99 99 99")

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(site_export, "_put_assets", interrupted)
        with pytest.raises(KeyboardInterrupt):
            main(["publish", "--to", str(target)])

    assert files_in(target) == before
    assert [path.name for path in tmp_path.iterdir() if "levend-" in path.name] == []


def test_what_a_killed_run_left_is_taken_away(
    region: Region, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = tmp_path / ".site.levend-abc"
    (left / "scholen").mkdir(parents=True)

    publish(tmp_path / "site", capsys)

    assert not left.exists()
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("other", ["folder", "file"])
def test_a_folder_of_something_else_is_left_alone(
    other: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "thuis"
    kept = target / "brief.txt" if other == "folder" else target
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("Van mij")

    assert main(["publish", "--to", str(target)]) == 2

    assert kept.read_text() == "Van mij"
    assert str(target) in capsys.readouterr().err


def test_two_runs_do_not_write_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with replacing(tmp_path / "site"):
        assert main(["publish", "--to", str(tmp_path / "site")]) == 2
    assert "al een site" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["scholen/", "/../x", "/scholen/../../x/", "//etc/x"])
def test_no_address_leads_out_of_the_folder(path: str, tmp_path: Path) -> None:
    with replacing(tmp_path / "site") as site, pytest.raises(ValueError, match=re.escape(path)):
        site.put(path, b"x")
    assert [name for name in files_in(tmp_path) if not name.endswith(MARK)] == []
