"""What keeps the code easy to find one's way in, where a machine can see it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "levend"
LONGEST = 300


def python_files() -> list[Path]:
    return sorted(
        path
        for folder in (
            SOURCE,
            ROOT / "tests",
            ROOT / "script",
        )  # a bench is one script, read from top to bottom
        for path in folder.rglob("*.py")
        if "migrations" not in path.parts
    )


def templates() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.html"))


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_a_file_has_one_theme() -> None:
    """A module that needs a table of contents is two modules."""
    lengths = {relative(path): len(path.read_text().splitlines()) for path in python_files()}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_there_is_no_drawer_for_leftovers() -> None:
    drawers = {"utils", "util", "helpers", "misc", "common", "shared", "tools"}
    assert [relative(path) for path in python_files() if drawers & {path.stem, path.parent.name}] == []


def test_pages_load_no_script_or_style_from_elsewhere_or_inline() -> None:
    """The content security policy would refuse them, and a page must work on a closed network."""
    forbidden = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*\bnonce=)(?![^>]*\btype=\"application/(?:ld\+)?json\")"
        r"|<style(?![^>]*\bnonce=)|\sstyle=|\son[a-z]+=\"|(?:src|href)=\"(?:https?:)?//[^\"]+\.(?:js|css|woff2?)",
    )
    found = {relative(path): forbidden.findall(path.read_text()) for path in templates()}
    assert {path: hits for path, hits in found.items() if hits} == {}


def test_templates_do_not_decide_about_roles_or_states() -> None:
    """A page asks a rule; a condition about a role or state in a template is a rule that nobody tests."""
    decides = re.compile(
        r"{%-?\s*(?:el)?if\b[^%]*(?:(?:\brole|\.state|\.status)\s*(?:[=!]=|in\b)|has_perm|is_staff|is_superuser)"
    )
    found = {relative(path): decides.findall(path.read_text()) for path in templates()}
    assert {path: hits for path, hits in found.items() if hits} == {}


@pytest.mark.parametrize("folder", ["rules", "queries", "models", "engine"])
def test_only_services_and_jobs_write_to_the_record(folder: str) -> None:
    """Who reads or judges changes nothing, so it has nothing to record."""
    writes = re.compile(r"audit\.services|audit import services|\brecord\(\s*actor=")
    found = [
        relative(path)
        for path in python_files()
        if SOURCE in path.parents
        and folder in {path.stem, path.parent.name}
        and writes.search(path.read_text())
    ]
    assert found == []


def test_time_comes_from_one_clock() -> None:
    """Tests and deadlines rest on `levend.core.clock`; a second clock is a second truth."""
    other = re.compile(
        r"timezone\.now\(|datetime\.now\(|datetime\.utcnow\(|date\.today\(|timezone\.localdate\("
    )
    found = [
        relative(path)
        for path in python_files()
        if SOURCE in path.parents and path != SOURCE / "core" / "clock.py" and other.search(path.read_text())
    ]
    assert found == []


def test_lock_files_hold_no_address() -> None:
    """The index is the one that the machine is set to."""
    for lock in ("requirements.lock", "requirements-dev.lock"):
        assert (
            re.findall(r"https?://\S+|--(?:extra-)?index-url|--find-links", (ROOT / lock).read_text()) == []
        )
