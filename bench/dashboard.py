"""How long the first page of a round takes on the server with 10,000 schools, at every filter.

    .venv/bin/python bench/dashboard.py [--postgres URL] [--schools 10000] [--times 7]

Makes the rows on a database of its own (SQLite in a temporary folder; with --postgres a new database beside the one that
the URL names), then asks every filter of a coordinator, a board and the group through the whole of Django. Prints queries
and milliseconds, median and worst, and the processor's own time, which other work on the machine does not change. Exit 1: over 30 queries or 400 ms.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
MOST_QUERIES, MOST_MS = 30, 400.0
BOARDS, ROWS = 800, 500
FILTERS = {
    "alles": "",
    "te laat": "?toon=late",
    "binnen 14 dagen": "?toon=soon",
    "nog niet ingediend": "?toon=open",
    "met uitstel": "?toon=extended",
    "zonder profiel": "?toon=without_case",
    "stap": "?stap=council",
    "wie aan zet": "?beurt=board",
    "bestuur": "?bestuur=50003",
    "verband": "?verband=PO9902",
    "soort": "?soort=sbo",
    "woorden": "?zoek=linde+12",
    "alles tegelijk": "?toon=open&beurt=school&verband=PO9901&soort=bao&zoek=school&volgorde=fullness",
    "op naam": "?volgorde=name",
    "op bestuur": "?volgorde=board",
    "op stap": "?volgorde=state",
    "op gevuld": "?volgorde=fullness",
    "op laatste dag": "?volgorde=days",
    "laatste bladzijde": "?bladzijde=200",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--postgres", default="", metavar="URL", help="postgresql://user@host/database")
    parser.add_argument("--schools", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=7)
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
        import levend.config.wsgi  # noqa: F401  (as the server starts)

        address, people = _fill(options.schools)
        return _measure(address, people, options.times)


def _measure(address: str, people: dict[str, object], times: int) -> int:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["*"]
    worst_of_all, most = 0.0, 0
    print(
        f"{connection.vendor}\n{'wie':13}{'filter':22}{'queries':>8}{'mediaan':>9}{'hoogste':>9}{'eigen':>7}{'kB':>6}"
    )
    for who, user in people.items():
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        for name, query in {**FILTERS, "lijst.xlsx": "lijst.xlsx"}.items():
            with CaptureQueriesContext(connection) as captured:
                page = client.get(address + query, secure=True)
            queries = len(captured)
            assert page.status_code == 200, page
            spent, processor = [], []
            for _ in range(times if not query.endswith("xlsx") else 1):
                began, before = time.perf_counter(), time.process_time()
                client.get(address + query, secure=True)
                processor.append((time.process_time() - before) * 1000)
                spent.append((time.perf_counter() - began) * 1000)
            if not query.endswith("xlsx"):
                worst_of_all, most = max(worst_of_all, *spent), max(most, queries)
            size = len(page.content) // 1000
            print(
                f"{who:13}{name:22}{queries:8}{median(spent):9.0f}{max(spent):9.0f}{median(processor):7.0f}{size:6}"
            )
    print(f"most queries {most}, worst {worst_of_all:.0f} ms")
    return int(most > MOST_QUERIES or worst_of_all > MOST_MS)


def _fill(schools: int) -> tuple[str, dict[str, object]]:
    """An open round of three consortia; its schools spread over all steps, some late and some with more time."""
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from bench.dashboard_rows import make_round

    with transaction.atomic():
        made = make_round(schools, boards=BOARDS, rows=ROWS, chance=random.Random(1))
    from django.db import connection

    with connection.cursor() as cursor:
        # What the server does by itself within the first minutes.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return f"/werk/rondes/{made.round_id}/", made.people


if __name__ == "__main__":
    raise SystemExit(main())
