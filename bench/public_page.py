"""How much faster a school's page goes out than it is made: served as it lies ready, beside rendering it per request.

    .venv/bin/python bench/public_page.py [--seconds 4] [--rounds 5] [--readers 8]

Starts the real server (granian, two workers of one thread for a core) on a database of its own with one published school. Readers
with a connection each that stays open ask for the page at its stable address, and then for the same page through the
same stack, made anew for each of them; the two alternate. A third row asks as a reader who has the page already (304).
Every answer is compared with the published file. Prints requests per second, their spread and ratios. Exit 1: less than
25 times the rate of rendering, or another answer than the published page.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ROOT = Path(__file__).resolve().parent.parent
LEAST_TIMES = 25
CODE = "12AB00"
STABLE, ANEW = f"/scholen/{CODE}/", f"/anew/{CODE}/"
STARTS_WITHIN = 60  # seconds


@dataclass(frozen=True)
class Ask:
    """A request as it goes over the line, and how its answer must begin and end."""

    path: str
    status: bytes
    body: bytes
    etag: str = ""

    @property
    def request(self) -> bytes:
        known = f"If-None-Match: {self.etag}\r\n" if self.etag else ""
        return f"GET {self.path} HTTP/1.1\r\nHost: localhost\r\n{known}\r\n".encode()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--port", type=int, default=8978)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="levend-bench-") as folder:
        os.environ.update(
            LEVEND_DATA=folder,
            LEVEND_SECRET_KEY="bench",
            LEVEND_LOG_LEVEL="WARNING",
            DJANGO_SETTINGS_MODULE="levend.config.settings",
            LEVEND_PORT=str(options.port),
        )
        os.environ.pop("DATABASE_URL", None)
        page, etag = prepare()
        server = serve(options.port)
        try:
            asks = {
                "as it lies ready": Ask(STABLE, b"200", page),
                "who has it (304)": Ask(STABLE, b"304", b"", etag),
                "made anew": Ask(ANEW, b"200", page),
            }
            wait_for(options.port)
            rates: dict[str, list[float]] = {name: [] for name in asks}
            for ask in asks.values():
                rate(ask, options.port, options.readers, 0.5)  # templates and connections are warm after this
            for _round in range(options.rounds):
                for name, ask in asks.items():
                    rates[name].append(rate(ask, options.port, options.readers, options.seconds))
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
    return report(rates, len(page))


def prepare() -> tuple[bytes, str]:
    """A published school; return its page and the ETag of it."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from levend.core import clock
    from levend.publication.queries.public_files import file_at
    from tests.factories.region import make_region
    from tests.publication.situations import published

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    published(make_region().linde)
    served = file_at(STABLE, clock.today())
    assert served is not None
    return served.content(), f'"{served.sha256}"'


def serve(port: int) -> "subprocess.Popen[bytes]":
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
        "warning",
    ]
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    return subprocess.Popen(
        [*command, "bench.public_page:application"], cwd=ROOT, env=environment, start_new_session=True
    )


def wait_for(port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server does not answer.")


def rate(ask: Ask, port: int, readers: int, seconds: float) -> float:
    """Requests per second of all readers together. Raises AssertionError for another answer than the page."""
    counts = [0] * readers
    faults: list[str] = []
    until = time.monotonic() + seconds

    def read(number: int) -> None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
                while time.monotonic() < until:
                    line.sendall(ask.request)
                    status, body = answer(line)
                    if status != ask.status or body != ask.body:
                        faults.append(f"{ask.path}: {status.decode()}, {len(body)} bytes")
                        return
                    counts[number] += 1
        except OSError as error:
            faults.append(f"{ask.path}: {error}")

    began = time.monotonic()
    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults, faults[0]
    return sum(counts) / (time.monotonic() - began)


def answer(line: socket.socket) -> tuple[bytes, bytes]:
    """Status and body of one answer; every answer says its length, but a 304, which has no body."""
    data = b""
    while (end := data.find(b"\r\n\r\n")) < 0:
        data += line.recv(65536)
    head, body = data[:end].lower(), data[end + 4 :]
    status = head[9:12]
    length = 0
    if status != b"304":
        begin = head.index(b"content-length:") + len(b"content-length:")
        length = int(head[begin:].partition(b"\r\n")[0])
    parts, got = [body], len(body)
    while got < length:
        parts.append(line.recv(262144))
        got += len(parts[-1])
    return status, b"".join(parts)


def report(rates: dict[str, list[float]], size: int) -> int:
    print(f"a page of {size / 1000:.0f} kB, {2 * (os.cpu_count() or 1)} workers, requests per second")
    for name, values in rates.items():
        print(
            f"  {name:<18} median {median(values):8.1f}  least {min(values):8.1f}  most {max(values):8.1f}"
            f"  ({len(values)} rounds)"
        )
    ratio = median(rates["as it lies ready"]) / median(rates["made anew"])
    print(f"  ratio {ratio:.1f} (limit {LEAST_TIMES})")
    return 0 if ratio >= LEAST_TIMES else 1


def anew(request: "HttpRequest", code: str) -> "HttpResponse":
    """The page of the stable address, made for this request."""
    from django.http import HttpResponse

    from levend.core import clock
    from levend.publication.queries import shown_version
    from levend.web.public.site_pages import school_html

    version = shown_version(code, clock.today())
    assert version is not None
    return HttpResponse(school_html(f"/scholen/{code}/", version, None))


def _application() -> object:
    """The application with one address more; only where a server asks for it."""
    from django.conf import settings

    settings.ROOT_URLCONF = __name__
    from levend.config.wsgi import application

    return application


def __getattr__(name: str) -> object:
    if name == "application":
        return _application()
    if name == "urlpatterns":
        from django.urls import path

        from levend.config.urls import urlpatterns

        return [path("anew/<str:code>/", anew), *urlpatterns]
    raise AttributeError(name)


if __name__ == "__main__":
    sys.exit(main())
