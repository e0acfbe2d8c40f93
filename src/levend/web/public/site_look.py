"""Which look public pages are made with: they are made anew when it changes."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

import levend

KINDS = {".py", ".html", ".yaml", ".svg", ".mo"}
"""What the words and the marks of a page come from: code, templates, lists and formats, drawings, languages."""


@cache
def look() -> str:
    """A hash of the whole program, of the names of its static files, and of the settings that a page shows.

    Wide on purpose: a page that is made once too often comes out the same, one that is not made is wrong for months.
    """
    digest = hashlib.sha256()
    package = Path(levend.__file__).parent
    for path in sorted(package.rglob("*")):
        if path.suffix in KINDS:
            digest.update(
                f"{path.relative_to(package)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
            )
    manifest = getattr(staticfiles_storage, "manifest_hash", "")
    digest.update(f"{manifest} {settings.LEVEND_ENV} {settings.LEVEND_BASE_URL}".encode())
    return digest.hexdigest()
