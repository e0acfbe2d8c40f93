"""What a lock asks for is compared with what is there, so that a start without a network can go on."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def missing(lock: Path) -> list[str]:
    command = [sys.executable, "script/lib/installed.py", str(lock)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def test_nothing_is_missing_when_the_lock_is_installed(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text(f"django=={version('django')} \\\n    --hash=sha256:00\n")
    assert missing(lock) == []


def test_another_version_and_an_absent_package_are_named(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("django==1.0 \\\n    --hash=sha256:00\nno-such-package==2.0 \\\n    --hash=sha256:00\n")
    assert missing(lock) == [
        f"django==1.0 (here: {version('django')})",
        "no-such-package==2.0 (here: absent)",
    ]


def test_a_package_for_other_machines_is_not_missing(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("no-such-package==2.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n")
    assert missing(lock) == []


def test_the_locks_of_this_project_can_be_read() -> None:
    """Every pinned line is understood: a line that is not would silently never be installed or compared."""
    for lock in ("requirements.lock", "requirements-dev.lock"):
        lines = (ROOT / lock).read_text().splitlines()
        assert all("==" in line or line.strip().startswith(("--hash=sha256:", "#")) for line in lines)
