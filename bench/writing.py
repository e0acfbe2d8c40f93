"""How long a page of 150 questions takes on the server, and how long a condition takes to react.

    .venv/bin/python bench/writing.py [--postgres URL] [--times 21]

Makes a profile of one chapter on a database of its own: 75 yes-or-no questions, each with a text that is asked after
*ja*, all answered and carried over from the year before, with a remark and another school's example at every fifth.
Opens the chapter as its editor, and answers *ja* and *nee* in turn to one question, with what the page's script sends
along; *first* answers each time to another one, so that an answer of last time becomes a changed one. *Behind* is a
page that missed 75 replies: all its conditional questions come anew. Prints queries and milliseconds, median and worst,
and the processor's own time. Exit 1: over 30 queries, or a median over 300 ms for the page or 100 ms for a condition.
"""

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.factories.region import Region

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 75
TALKED_ABOUT = range(0, PAIRS, 5)
MOST_QUERIES, PAGE_MS, CONDITION_MS = 30, 300.0, 100.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--postgres", default="", metavar="URL", help="postgresql://user@host/database")
    parser.add_argument("--times", type=int, default=21, help="at most 70")
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

    region = make_region()
    linde = region.linde
    former = make_profile(linde.location, make_version(_format()))
    texts: dict[str, object] = {f"wel-{number}": True for number in range(PAIRS)}
    texts |= {f"hoe-{number}": "Zo doen wij dat, met het hele team. " * 5 for number in range(PAIRS)}
    answer(former, linde.actor(Role.EDITOR), texts)
    with transaction.atomic():
        profile = next_year(linde, former)
    _talk(region, profile.pk)
    client = Client()
    client.force_login(linde.user(Role.EDITOR), backend="allauth.account.auth_backends.AuthenticationBackend")
    page = f"/werk/{linde.location.code}/profiel/alles/"
    revisions = [1] * PAIRS
    standing = ""
    shown = set[str]()

    def open_page() -> None:
        nonlocal standing, shown
        found = client.get(page, secure=True)
        text = found.content.decode()
        assert found.status_code == 200, found
        assert text.count('id="q-') == 2 * PAIRS
        assert (
            text.count("Zo schrijven andere scholen het") == text.count("talklink--open") == len(TALKED_ABOUT)
        )
        standing = re.findall(r'data-standing="([^"]*)"', text)[0]
        shown = set(re.findall(r'data-slot="([^"]*)">', text))

    def turn(number: int = 5, seen: Callable[[], set[str]] = lambda: shown) -> None:
        """Answer the other way to one question, so that its text comes or goes."""
        nonlocal shown
        fields = {
            f"wel-{number}": "false" if f"hoe-{number}" in shown else "true",
            f"wel-{number}.revision": str(revisions[number]),
            "shown": ",".join(seen()),
            "standing": standing,
        }
        found = client.post(f"{page}wel-{number}/", fields, headers={"HX-Request": "true"}, secure=True)
        text = found.content.decode()
        assert found.headers["Levend-Outcome"] == "saved", text
        assert text.count('id="slot-') == len(seen() ^ shown ^ {f"hoe-{number}"}), text
        shown ^= {f"hoe-{number}"}
        revisions[number] += 1

    def first() -> None:
        turn(revisions.index(1))

    def behind() -> None:
        turn(seen=set)

    print(f"{connection.vendor}\n{'':12}{'queries':>8}{'median':>8}{'worst':>8}{'own':>6}")
    exceeded = False
    for name, act, most in (
        ("page", open_page, PAGE_MS),
        ("condition", turn, CONDITION_MS),
        ("first", first, CONDITION_MS),
        ("behind", behind, PAGE_MS),
    ):
        with CaptureQueriesContext(connection) as captured:
            act()
        queries = len(captured)
        act()
        spent, own = _timed(act, times)
        print(f"{name:12}{queries:8}{median(spent):8.0f}{max(spent):8.0f}{median(own):6.0f}")
        exceeded |= queries > MOST_QUERIES or median(spent) > most
    return int(exceeded)


def _talk(region: "Region", profile_id: int) -> None:
    """Remarks of the school, and examples of the school next to it, which adopted a text of its own."""
    from levend.accounts.enums import Role
    from levend.adoption.enums import State
    from levend.adoption.models import Adoption, GoodExample
    from levend.core import clock
    from levend.profiles.services import place_remark
    from tests.adoption.story import Story

    story = Story.begin(region.wilg).bring_to(State.ADOPTED)
    snapshot = Adoption.objects.get(case=story.id).snapshot
    director = region.linde.actor(Role.DIRECTOR)
    for number in TALKED_ABOUT:
        place_remark(
            actor=director,
            profile_id=profile_id,
            chapter="alles",
            question=f"hoe-{number}",
            text="Kan dit korter?",
        )
        GoodExample.objects.create(
            case=story.reload(),
            snapshot=snapshot,
            format_key="lang",
            question_key=f"hoe-{number}",
            passage="Zo doen wij dat, met **geduld**.",
            marked_at=clock.now(),
            marked_by_ref=director.ref,
            marked_by_name=director.name,
            consented_at=clock.now(),
            consented_by_ref=director.ref,
            consented_by_name=director.name,
        )


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
