"""Compile the translations, or tell which texts have none.

compile   writes django.mo beside each django.po that is newer; needs no gettext on the machine
check     reads all marked texts out of a copy of the source (GNU gettext) and exits 1 on one without an English text
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "levend"


def compile_catalogues() -> int:
    for source in SOURCE.glob("**/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            compile_one(source, target)
    return 0


def compile_one(source: Path, target: Path) -> None:
    r"""Write one catalogue. GNU gettext leaves \u00ad as six characters where Python reads one; Python's are looked up."""
    import polib  # most starts have nothing to compile

    catalogue = polib.pofile(str(source))
    for entry in catalogue:
        entry.msgid, entry.msgid_plural = (
            re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
            for text in (entry.msgid, entry.msgid_plural)
        )
    catalogue.save_as_mofile(str(target))


def check_english() -> int:
    """Every marked text has an English one that nobody has to look at again (not fuzzy)."""
    import polib

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "levend"
        shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__", "static"))
        (copy / "locale").mkdir(exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "--locale=en", "--no-obsolete", "--verbosity=0"],
            cwd=copy,
            env={key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"},
            check=True,
        )
        found = polib.pofile(str(copy / "locale/en/LC_MESSAGES/django.po"))
        faulty = [entry for entry in found if entry.fuzzy or not entry.translated()]
        for entry in faulty:
            where = ", ".join(f"src/levend/{path}:{line}" for path, line in entry.occurrences[:2])
            print(f"{where}: {'fuzzy' if entry.fuzzy else 'no English text'}: {entry.msgid!r}")
        print(f"{len(found) - len(faulty)} of {len(found)} texts have an English text.")
        return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit({"compile": compile_catalogues, "check": check_english}[sys.argv[1]]())
