"""A worker in a process of its own, on the database of the test."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).parents[2]


def start_worker(**environment: str) -> "subprocess.Popen[bytes]":
    """Begin one that is lost after a second and a half of silence. Whoever starts it kills it."""
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    given: Mapping[str, str] = {"DATABASE_URL": database_url(), "PYTHONPATH": path, **environment}
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "django",
            "levend_worker",
            "--interval=0.1",
            "--beat=0.2",
            "--silence=1.5",
        ],
        env=os.environ | given,
        cwd=ROOT,
    )


def database_url() -> str:
    settings = connection.settings_dict
    name = str(settings["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    password = f":{quote(settings['PASSWORD'])}" if settings["PASSWORD"] else ""
    where = (
        f"{quote(settings['HOST'] or 'localhost', safe='')}:{settings['PORT'] or 5432}"  # a folder: a socket
    )
    return f"postgres://{quote(settings['USER'])}{password}@{where}/{name}"


def wait_for(condition: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)
