"""Make an installation ready to serve: tables, shipped formats, static files and, in demo, the fictional region.

Repeating it changes nothing, so every start runs it. Messages go to stderr.
"""

import hashlib
import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "levend.config.settings")

from levend.config.sqlite import is_safe_with_several_processes, use_bundled_sqlite

use_bundled_sqlite()

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def prepare() -> None:
    django.setup()
    settings.LEVEND_DATA.mkdir(parents=True, exist_ok=True)
    if settings.IS_SQLITE and not is_safe_with_several_processes():
        say("This machine's SQLite is not safe with several writing processes; one web process is started.")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    refuse_in_production()
    collect_static()
    install_formats()
    if settings.LEVEND_ENV == "demo":
        fill_demo()


def refuse_in_production() -> None:
    """A database that was made for showing holds accounts with a known password."""
    from levend.demo.guard import DemoInProductionError, refuse_in_production

    try:
        refuse_in_production()
    except DemoInProductionError as error:
        sys.exit(str(error))


def install_formats() -> None:
    """The questionnaires that come with this version; what is there stays as it is."""
    from levend.formats.services import install_shipped

    install_shipped()


def fill_demo() -> None:
    """The fictional region, in a database that holds nothing yet."""
    from levend.demo.services import fill_demo as fill
    from levend.organisations.models import Consortium

    if not Consortium.objects.exists():
        say("Making the fictional region")
        fill()


def collect_static() -> None:
    """Gather and compress the static files when one of them changed; compressing is the slow part of a start.

    Former ones stay: public pages that were made before an update name them until the worker has made those anew.
    """
    fingerprint = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: str(found[0])):
            about = Path(storage.path(name)).stat()
            fingerprint.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    stamp = Path(settings.STATIC_ROOT) / ".fingerprint"
    if not stamp.exists() or stamp.read_text() != fingerprint.hexdigest():
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(fingerprint.hexdigest())


if __name__ == "__main__":
    prepare()
