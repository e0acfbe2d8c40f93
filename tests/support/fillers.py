"""The programs that people fill forms in with: where they are, and how each is driven.

What Debian has is installed where that may be done (as root); PDFium and pdf.js come from their package registries and
are kept in the user's cache folder between runs.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import pypdf
import pytest

from tests.support.filling import filled
from tests.support.verapdf import CannotRun

PDFIUM, PDFJS = "pypdfium2==5.15.2", "pdfjs-dist@5.6.205"
DEBIAN_PYTHON = "/usr/bin/python3"
SCRIPTS = Path(__file__).resolve().parent.parent / "conformance" / "fillers"


def fill(engine: str, form: Path, out: Path, values: Mapping[str, str], states: Mapping[str, str]) -> None:
    """Fill a form in with a program of `ENGINES`. `values` go by the name of the field; `states` says which state the
    words beside a button or in a list stand for, by `name: words`.

    Skips where the program cannot run; on the build server (`CI` is set) that is a failure.
    """
    try:
        ENGINES[engine](form, out, values, states)
    except CannotRun as reason:
        if os.environ.get("CI"):
            pytest.fail(f"{engine} cannot run: {reason}")
        pytest.skip(f"{engine} cannot run: {reason}")


def _pypdf(form: Path, out: Path, values: Mapping[str, str], states: Mapping[str, str]) -> None:
    writer = pypdf.PdfWriter(clone_from=form)
    buttons = {name for name, field in (writer.get_fields() or {}).items() if field.field_type == "/Btn"}
    written = {name: f"/{value}" if name in buttons else value for name, value in values.items()}
    writer.update_page_form_field_values(None, written, auto_regenerate=False)
    writer.write(out)


def _qpdf(form: Path, out: Path, values: Mapping[str, str], states: Mapping[str, str]) -> None:
    """qpdf fills nothing in; it rewrites every object of a form that was filled in."""
    _from_debian("qpdf", "qpdf")
    before = out.with_suffix(".filled.pdf")
    before.write_bytes(filled(form.read_bytes(), values))
    _drive("qpdf", "--object-streams=disable", "--linearize", str(before), str(out))


def _pdftk(form: Path, out: Path, values: Mapping[str, str], states: Mapping[str, str]) -> None:
    _from_debian("pdftk", "pdftk-java")
    fields = "".join(
        f'<field name="{escape(name)}"><value>{escape(value)}</value></field>'
        for name, value in values.items()
    )
    data = out.with_suffix(".xfdf")
    data.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve"><fields>{fields}</fields></xfdf>',
        encoding="utf-8",
    )
    _drive("pdftk", str(form), "fill_form", str(data), "output", str(out))


def _poppler(form: Path, out: Path, values: Mapping[str, str], states: Mapping[str, str]) -> None:
    asked = [DEBIAN_PYTHON, "-c", "import gi; gi.require_version('Poppler', '0.18')"]
    if not Path(DEBIAN_PYTHON).exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        _install("gir1.2-poppler-0.18", "python3-gi")
    _drive(DEBIAN_PYTHON, str(SCRIPTS / "with_poppler.py"), *_arguments(form, out, values, states))


def _pdfium(form: Path, out: Path, values: Mapping[str, str], states: Mapping[str, str]) -> None:
    _drive(
        sys.executable,
        str(SCRIPTS / "with_pdfium.py"),
        str(_pdfium_folder()),
        *_arguments(form, out, values, states),
    )


def _pdfjs(form: Path, out: Path, values: Mapping[str, str], states: Mapping[str, str]) -> None:
    if not shutil.which("node") or not shutil.which("npm"):
        raise CannotRun("Node is not here")
    _drive(
        "node", str(SCRIPTS / "with_pdfjs.mjs"), str(_pdfjs_folder()), *_arguments(form, out, values, states)
    )


Filler = Callable[[Path, Path, Mapping[str, str], Mapping[str, str]], None]
ENGINES: Mapping[str, Filler] = {
    "pypdf": _pypdf,
    "qpdf": _qpdf,
    "pdftk": _pdftk,
    "poppler": _poppler,
    "pdfium": _pdfium,
    "pdfjs": _pdfjs,
}


def _arguments(
    form: Path, out: Path, values: Mapping[str, str], states: Mapping[str, str]
) -> tuple[str, str, str]:
    data = out.with_suffix(".json")
    data.write_text(json.dumps({**values, "@": states}))
    return str(form), str(out), str(data)


@cache
def _pdfium_folder() -> Path:
    folder = _cache("pdfium")
    if not (folder / "pypdfium2").exists():
        _run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), PDFIUM)
        with zipfile.ZipFile(next(folder.glob("pypdfium2-*.whl"))) as wheel:
            wheel.extractall(folder)
    return folder


@cache
def _pdfjs_folder() -> Path:
    folder = _cache("pdfjs")
    if not (folder / "package").exists():
        _run("npm", "pack", "--silent", "--pack-destination", str(folder), PDFJS)
        _run("tar", "xzf", str(next(folder.glob("pdfjs-dist-*.tgz"))), "-C", str(folder))
    return folder / "package"


def _cache(name: str) -> Path:
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = root / "levend" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _from_debian(command: str, package: str) -> None:
    if not shutil.which(command):
        _install(package)


def _install(*packages: str) -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise CannotRun(f"on Debian: apt-get install {' '.join(packages)}")
    _run("apt-get", "update", "-qq")
    _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


def _run(*command: str) -> None:
    """Fetch or install something."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        raise CannotRun(f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-300:]}")


def _drive(*command: str) -> None:
    """Fill in; a program that is here and refuses our form is a fault of the form."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, (done.stderr or done.stdout).strip()[-1000:]
