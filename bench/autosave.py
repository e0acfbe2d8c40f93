"""How autosave holds under 64 editors who save once a second, and whether it ever loses or doubles a text.

    .venv/bin/python bench/autosave.py [--postgres URL] [--kill] [--seconds 60] [--editors 64]

Starts the real server on a database of its own (SQLite in a temporary folder; with --postgres a new database beside
the one that the URL names) with whole profiles in the shipped format. Prints the times of a save beside the limit and
beside a page that does nothing, then compares every confirmation with the stored revisions. With --kill the server
gets SIGKILL half way and is started again; the editors try again as the page's script does. Exit 1: over the limit,
or a text lost or doubled.
"""

import argparse
import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent
LIMIT_MS = 60.0
EDITORS_PER_PROFILE = 4
FORMAT = "passenderwijs"
WORDS = "Elke tien weken kijken wij samen met de ouders of de hulp werkt en wat er nog nodig is. "
CSRF = "b" * 32


@dataclass
class Editor:
    """One person in one browser page, with a question of their own."""

    chapter: str
    key: str
    profile_id: int
    session: str
    page: str
    confirmed: list[tuple[int, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    shows: dict[str, str] = field(default_factory=dict)

    @property
    def cookies(self) -> str:
        return f"levend-sessie={self.session}; levend-csrf={CSRF}"


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="levend-bench-") as folder, _database(options.postgres) as url:
        os.environ.update(
            LEVEND_DATA=folder,
            LEVEND_SECRET_KEY="bench",
            LEVEND_LOG_LEVEL="WARNING",
            DJANGO_SETTINGS_MODULE="levend.config.settings",
            LEVEND_PORT=str(options.port),
        )
        os.environ.pop("DATABASE_URL", None)
        if url:
            os.environ["DATABASE_URL"] = url
        editors = _prepare(options.editors)
        server = _start(options.port)
        try:
            floor = _floor(options.port, options.editors)
            killer = threading.Thread(target=lambda: None)
            if options.kill:
                killer = threading.Thread(target=lambda: _kill_and_restart(server, options))
            _together([threading.Thread(target=_open, args=(editor, options.port)) for editor in editors])
            spent = _processor_seconds(server[-1].pid)
            killer.start()
            _run(editors, options)
            killer.join()
            spent = _processor_seconds(server[-1].pid) - spent
        finally:
            os.killpg(server[-1].pid, signal.SIGKILL)
            server[-1].wait()
        return _report(editors, floor, spent, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--postgres", default="", metavar="URL", help="postgresql://user@host/database")
    parser.add_argument("--kill", action="store_true", help="SIGKILL the server half way")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--editors", type=int, default=64)
    parser.add_argument("--port", type=int, default=8977)
    return parser.parse_args()


@contextmanager
def _database(url: str) -> Iterator[str]:
    """A new PostgreSQL database that is dropped afterwards; "" for SQLite."""
    if not url:
        yield ""
        return
    import psycopg

    name = f"levend_bench_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    parts = urlsplit(url)
    try:
        yield urlunsplit(parts._replace(path=f"/{name}"))
    finally:
        from django.db import connections

        connections.close_all()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _prepare(count: int) -> list[Editor]:
    """Fill the database: a whole profile in the shipped format for every four editors, each with an open session."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    import django

    django.setup()
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command

    from levend.accounts.actor import Actor
    from levend.accounts.enums import Role
    from levend.formats.engine.kinds import QuestionType
    from levend.formats.models import FormatVersion
    from levend.formats.queries import definition_of, latest_version
    from levend.formats.services import install_shipped
    from levend.profiles.services import save_chapter
    from levend.profiles.values import Submitted
    from tests.factories import accounts, organisations, profiles

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    install_shipped()
    version = FormatVersion.objects.get(pk=latest_version(FORMAT).id)
    example = resources.files("levend.formats") / "examples" / f"{FORMAT}.json"
    answers = json.loads(example.read_text(encoding="utf-8"))["answers"]
    definition = definition_of(version.pk)
    texts = [
        question.key
        for question in definition.questions
        if question.type is QuestionType.LONG_TEXT and question.key in answers
    ]
    editors: list[Editor] = []
    for number in range(0, count, EDITORS_PER_PROFILE):
        location = organisations.make_location(board=organisations.make_board())
        profile = profiles.make_profile(location, version)
        save_chapter(
            actor=Actor.system(),
            profile_id=profile.pk,
            answers={key: Submitted(value, 0) for key, value in answers.items()},
        )
        for place in range(min(EDITORS_PER_PROFILE, count - number)):
            user = accounts.make_member(Role.EDITOR, location)
            session = SessionStore()
            session[SESSION_KEY] = str(user.pk)
            session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
            session[HASH_SESSION_KEY] = user.get_session_auth_hash()
            session.create()
            chapter = definition.chapter_of(texts[place])
            editors.append(
                Editor(
                    chapter=f"/werk/{location.code}/profiel/{chapter.key}/",
                    key=texts[place],
                    profile_id=profile.pk,
                    session=str(session.session_key),
                    page=f"bench{number + place}",
                )
            )
    return editors


def _start(port: int) -> list[subprocess.Popen[bytes]]:
    """The server as script/server starts it; the list grows when it is started again."""
    return [_serve(port)]


def _serve(port: int) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    command += [
        "--workers",
        str(2 * (os.cpu_count() or 1)),
        "--blocking-threads",
        "1",
        "--log-level",
        "critical",
    ]
    process = subprocess.Popen(
        [*command, "levend.config.wsgi:application"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PYTHONWARNINGS": "ignore"},
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if _get(port, "/health/live") == 200:
                return process
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server does not answer.")


def _get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def _kill_and_restart(server: list[subprocess.Popen[bytes]], options: argparse.Namespace) -> None:
    time.sleep(options.seconds / 2)
    os.killpg(server[-1].pid, signal.SIGKILL)
    server[-1].wait()
    killed = time.monotonic()
    server.append(_serve(options.port))
    print(f"killed at {options.seconds / 2:.0f} s, answering again after {time.monotonic() - killed:.1f} s")


def _floor(port: int, count: int) -> list[float]:
    """Milliseconds of a page that does nothing, at the same rate: what machine and server cost by themselves."""
    times: list[float] = []

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        time.sleep(random.random())
        for _ in range(5):
            began = time.perf_counter()
            connection.request("GET", "/health/live")
            connection.getresponse().read()
            times.append((time.perf_counter() - began) * 1000)
            time.sleep(1)
        connection.close()

    _together([threading.Thread(target=ask) for _ in range(count)])
    return times


def _run(editors: list[Editor], options: argparse.Namespace) -> None:
    until = time.monotonic() + options.seconds
    _together([threading.Thread(target=_edit, args=(editor, options.port, until)) for editor in editors])


def _together(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _edit(editor: Editor, port: int, until: float) -> None:
    """Save once a second, each time based on what the last reply said; a save that fails is sent again."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    revision, number = 1, 0
    time.sleep(random.random())
    while time.monotonic() < until:
        number += 1
        text = f"{WORDS}{editor.page} {number}"
        due = time.monotonic() + 1
        while True:
            began = time.perf_counter()
            try:
                confirmed = _save(connection, editor, text, revision)
            except (OSError, http.client.HTTPException) as failure:
                editor.errors.append(type(failure).__name__)
                connection.close()
                time.sleep(0.3)
                continue
            editor.times.append((time.perf_counter() - began) * 1000)
            revision = confirmed
            editor.confirmed.append((confirmed, text))
            break
        time.sleep(max(0.0, due - time.monotonic()))
    connection.close()


def _open(editor: Editor, port: int) -> None:
    """Open the chapter, and remember of the page what its script sends along with every save."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", editor.chapter, headers={"Cookie": editor.cookies})
    reply = connection.getresponse()
    page = reply.read().decode()
    connection.close()
    standing = re.search(r'data-standing="([^"]*)"', page)
    if reply.status != 200 or standing is None:
        raise RuntimeError(f"{editor.chapter} gives {reply.status}")
    shown = re.findall(r'data-slot="([^"]*)"(?! hidden)', page)
    editor.shows = {"standing": standing[1], "shown": ",".join(shown)}


def _save(connection: http.client.HTTPConnection, editor: Editor, text: str, revision: int) -> int:
    """The revision that the server confirms."""
    body = urlencode(
        {editor.key: text, f"{editor.key}.revision": revision, "page": editor.page, **editor.shows}
    )
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": editor.cookies,
        "HX-Request": "true",
        "X-CSRFToken": CSRF,
    }
    connection.request("POST", f"{editor.chapter}{editor.key}/", body, headers)
    reply = connection.getresponse()
    page = reply.read().decode()
    found = re.search(rf'id="r-{editor.key}" value="(\d+)"', page)
    if reply.status != 200 or found is None:
        raise http.client.HTTPException(f"status {reply.status}")
    return int(found[1])


def _processor_seconds(server: int) -> float:
    """Processor time of the server and its workers so far (Linux); what other work on the machine does not blur."""
    ticks = 0
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == server:  # the process group
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _report(editors: list[Editor], floor: list[float], spent: float, options: argparse.Namespace) -> int:
    times = [each for editor in editors for each in editor.times]
    cuts = quantiles(times, n=100)
    p95 = cuts[94]
    confirmed = sum(len(editor.confirmed) for editor in editors)
    errors = [error for editor in editors for error in editor.errors]
    wrong = [fault for editor in editors for fault in _faults(editor)]
    stored = sum(_stored(editor) for editor in editors)
    print(f"database        {'PostgreSQL' if options.postgres else 'SQLite'}")
    print(f"saves           {confirmed} confirmed by {len(editors)} editors in {options.seconds} s")
    print(f"revisions       {stored} stored; {confirmed - stored} difference")
    print(f"failed requests {len(errors)} {sorted(set(errors))}")
    print(
        f"milliseconds    p50 {median(times):.1f}  p95 {p95:.1f}  p99 {cuts[98]:.1f}  most {max(times):.0f}"
    )
    if not options.kill:
        print(f"processor       {spent / confirmed * 1000:.1f} ms per save in the server")
    print(f"machine         {os.getloadavg()[0]:.1f} busy on {os.cpu_count()} processors")
    print(f"against limit   p95 / {LIMIT_MS:.0f} ms = {p95 / LIMIT_MS:.2f}")
    print(f"against nothing p50 / {median(floor):.1f} ms = {median(times) / median(floor):.1f}")
    print(f"lost or doubled {len(wrong)}")
    for fault in wrong[:10]:
        print(f"  {fault}")
    too_slow = p95 > LIMIT_MS and not options.kill
    return 1 if wrong or confirmed != stored or too_slow or (errors and not options.kill) else 0


def _stored(editor: Editor) -> int:
    return len(_rows(editor))


def _rows(editor: Editor) -> list[tuple[int, str, str]]:
    """The revisions that the editor made: number, kind, text."""
    from levend.profiles.models import AnswerRevision

    rows = AnswerRevision.objects.filter(
        answer__profile_id=editor.profile_id, answer__question_key=editor.key, page=editor.page
    )
    return list(rows.order_by("id").values_list("number", "kind", "value"))


def _faults(editor: Editor) -> list[str]:
    """Where confirmations and revisions differ: each confirmed text has one row with the confirmed number."""
    rows = _rows(editor)
    kept = {number: text for number, kind, text in rows if kind == "saved"}
    faults = [
        f"{editor.page}: revision {number} is not the confirmed text"
        for number, text in editor.confirmed
        if kept.get(number) != text
    ]
    texts = [text for _, _, text in rows]
    if len(texts) != len(set(texts)):
        faults.append(f"{editor.page}: a text was stored twice")
    if sorted(kept) != list(range(2, len(kept) + 2)):
        faults.append(f"{editor.page}: revisions are not numbered one by one")
    return faults


if __name__ == "__main__":
    sys.exit(main())
