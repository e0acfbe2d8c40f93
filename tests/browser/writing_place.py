"""Schools with an empty profile in the small format, made inside the running application.

    python -m tests.browser.writing_place CODE…

An editor and a director log in as `<role>.<code>@walk.example`.
"""

import os
import subprocess
import sys

from tests.support.application import ROOT, Application


def in_application(application: Application, *codes: str) -> None:
    """Make the schools in an application that serves. Raises `CalledProcessError` with its words."""
    environment = {**application.environment, "DJANGO_SETTINGS_MODULE": "levend.config.settings"}
    command = [sys.executable, "-m", "tests.browser.writing_place", *codes]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def make(code: str) -> None:
    from levend.formats.models import FormatVersion
    from levend.organisations.models import Location
    from tests.browser.chain_place import make as make_people
    from tests.factories.formats import make_version
    from tests.factories.profiles import make_profile

    make_people(code)
    version = FormatVersion.objects.filter(format__key="klein").first() or make_version()
    make_profile(Location.objects.get(code=code), version)


if __name__ == "__main__":
    from levend.config.sqlite import use_bundled_sqlite

    use_bundled_sqlite()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "levend.config.settings")
    import django

    django.setup()
    for code in sys.argv[1:]:
        make(code)
