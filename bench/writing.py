"""How long a page of 150 questions takes on the server, and how long a condition takes to react.

    .venv/bin/python bench/writing.py [--postgres URL] [--times 21]

Makes a profile of one chapter on a database of its own: 75 yes-or-no questions, each with a text that is asked after
*ja*, all answered and carried over from the year before. Opens the chapter as its editor, and answers *ja* and *nee* in
turn to one question as the page does while somebody types. Prints queries and milliseconds, median and worst, and the
processor's own time. Exit 1: over 30 queries, or a median over 300 ms for the page or 100 ms for the condition.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 75
MOST_QUERIES, PAGE_MS, CONDITION_MS = 30, 300.0, 100.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--postgres", default="", metavar="URL", help="postgresql://user@host/database")
    parser.add_argument("--times", type=int, default=21)
    options = parser.parse_args()
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    from bench.autosave import _database

    with tempfile.TemporaryDirectory(prefix="levend-bench-") as folder, _database(options.postgres) as url:
        os.environ.update(
            LEVEND_DATA=folder,
            LEVEND_SECRET_KEY="bench",
            LEVEND_LOG_LEVEL="ERROR",
            DJANGO_SETTINGS_MODULE="levend.config.settings",
        )
        os.environ.pop("DATABASE_URL", None)
        if url:
            os.environ["DATABASE_URL"] = url
        import django

        django.setup()
        return _measure(options.times)


def _format() -> str:
    items = "".join(
        f"""      - {{key: wel-{number}, type: boolean, label: "Doet u dit ({number})?"}}
      - {{key: hoe-{number}, type: long_text, label: "Hoe doet u dat ({number})?", condition: {{eq: [wel-{number}, true]}}}}
"""
        for number in range(PAIRS)
    )
    return f"key: lang\nversion: 1\ntitle: Lang format\nchapters:\n  - key: alles\n    title: Alles\n    items:\n{items}"


def _measure(times: int) -> int:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    for name in ("migrate", "createcachetable"):
        call_command(name, verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    settings.ALLOWED_HOSTS = ["*"]

    from levend.accounts.enums import Role
    from tests.factories.formats import make_version
    from tests.factories.profiles import answer, make_profile, next_year
    from tests.factories.region import make_region

    linde = make_region().linde
    former = make_profile(linde.location, make_version(_format()))
    texts: dict[str, object] = {f"wel-{number}": True for number in range(PAIRS)}
    texts |= {f"hoe-{number}": "Zo doen wij dat, met het hele team. " * 5 for number in range(PAIRS)}
    answer(former, linde.actor(Role.EDITOR), texts)
    with transaction.atomic():
        next_year(linde, former)
    client = Client()
    client.force_login(linde.user(Role.EDITOR), backend="allauth.account.auth_backends.AuthenticationBackend")
    page = f"/werk/{linde.location.code}/profiel/alles/"
    revision = [1]

    def open_page() -> None:
        found = client.get(page, secure=True)
        assert found.status_code == 200, found
        assert found.content.count(b'id="q-') == 2 * PAIRS

    def turn() -> None:
        said = "nee" if revision[0] % 2 else "ja"
        fields = {
            "wel-7": said,
            "wel-7.revision": str(revision[0]),
            "shown": "hoe-7" if said == "nee" else "",
        }
        found = client.post(f"{page}wel-7/", fields, headers={"HX-Request": "true"}, secure=True)
        assert found.headers["Levend-Outcome"] == "saved", found.content
        assert b"hoe-7" in found.content
        revision[0] += 1

    print(f"{connection.vendor}\n{'':12}{'queries':>8}{'median':>8}{'worst':>8}{'own':>6}")
    exceeded = False
    for name, act, most in (("page", open_page, PAGE_MS), ("condition", turn, CONDITION_MS)):
        with CaptureQueriesContext(connection) as captured:
            act()
        queries = len(captured)
        act()
        spent, own = _timed(act, times)
        print(f"{name:12}{queries:8}{median(spent):8.0f}{max(spent):8.0f}{median(own):6.0f}")
        exceeded |= queries > MOST_QUERIES or median(spent) > most
    return int(exceeded)


def _timed(act: Callable[[], None], times: int) -> tuple[list[float], list[float]]:
    """Milliseconds on the clock and of the processor."""
    spent, own = [], []
    for _ in range(times):
        began, before = time.perf_counter(), time.process_time()
        act()
        own.append((time.process_time() - before) * 1000)
        spent.append((time.perf_counter() - began) * 1000)
    return spent, own


if __name__ == "__main__":
    raise SystemExit(main())
