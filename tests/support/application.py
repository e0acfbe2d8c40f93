"""The whole application in processes of its own, started as a user starts it."""

import fcntl
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCATIONS = 20
"""The first schools of the fictional region, in two consortia: every state of the chain is among them."""
STARTS_WITHIN = 240  # seconds, with the fictional region, beside other tests
STOPS_WITHIN = 20


@dataclass(frozen=True)
class Application:
    """`base_url` has no slash at its end; `log` holds what all processes printed."""

    port: int
    data: Path

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.data / "log.txt"

    def url(self, path: str) -> str:
        return f"{self.base_url}{path}"

    @property
    def waiting(self) -> int:
        """How many jobs the worker has still to do; sheets and pages of the fictional schools, after a start."""
        query = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING')"
        with closing(sqlite3.connect(self.data / "levend.sqlite3", timeout=30)) as database:
            return int(database.execute(query).fetchone()[0])

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which `script/server` and `python -m levend` work on this installation.

        What the tests themselves set stays out.
        """
        own = ("LEVEND_", "DATABASE_URL", "DJANGO_", "PYTEST_")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(own)}
        return kept | {"LEVEND_ENV": "demo", "LEVEND_DATA": str(self.data), "LEVEND_PORT": str(self.port)}

    def ready(self) -> str:
        """Empty when the application can do its work, else why not."""
        try:
            with urllib.request.urlopen(self.url("/health/ready"), timeout=5):  # noqa: S310 - loopback
                return ""
        except urllib.error.HTTPError as error:
            return error.read().decode(errors="replace")[:500]
        except OSError as error:
            return str(error)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(data: Path) -> Iterator[Application]:
    """Web server and worker on a folder of their own with the fictional region, all of it published.

    Both are stopped afterwards. Raises RuntimeError with the end of the log when they do not come up.
    """
    data.mkdir(parents=True, exist_ok=True)
    application = Application(free_port(), data)
    subprocess.run(
        [sys.executable, "-m", "levend", "demo", "--locations", str(LOCATIONS)],
        cwd=ROOT,
        env=application.environment,
        check=True,
        capture_output=True,
    )
    with application.log.open("wb") as log:
        server = subprocess.Popen(
            ["script/server"],
            cwd=ROOT,
            env=application.environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            wait_until_ready(application, server)
            yield application
        finally:
            stop(server)


@contextmanager
def shared(folder: Path) -> Iterator[Application]:
    """The application that runs in `folder`, for all processes that name it: who comes first starts it, and stops it
    when nobody uses it any more. Its start with the fictional region takes longer than most tests do."""
    folder.mkdir(parents=True, exist_ok=True)
    port = folder / "port"
    with (folder / "users").open("w") as users, (folder / "gate").open("w") as gate, ExitStack() as started:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if mine := not port.exists():
            application = started.enter_context(running(folder / "data"))
            port.write_text(str(application.port))
        else:
            application = Application(int(port.read_text()), folder / "data")
        fcntl.flock(users, fcntl.LOCK_SH)
        fcntl.flock(gate, fcntl.LOCK_UN)
        try:
            yield application
        finally:
            if mine:
                fcntl.flock(gate, fcntl.LOCK_EX)
                fcntl.flock(users, fcntl.LOCK_EX)
                port.unlink()


def wait_until_ready(application: Application, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTS_WITHIN
    while problem := application.ready() or _still_to_do(application):
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"Not ready: {problem}\n{application.log.read_text(errors='replace')[-4000:]}")
        time.sleep(0.1)


def _still_to_do(application: Application) -> str:
    waiting = application.waiting
    return f"{waiting} jobs wait" if waiting else ""


def stop(server: "subprocess.Popen[bytes]") -> None:
    """Ask the script to stop its processes, as Ctrl-C does; end the whole group when it does not."""
    server.terminate()
    try:
        server.wait(STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
