"""Running one of our reading programs: a process of its own that holds no secret and is waited for only so long."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import levend


def run_reader(module: str, words: Iterable[str], data: bytes, *, seconds: float) -> tuple[bytes, bool]:
    """What the program said about `data`, and whether it ended well within the time."""
    command = [sys.executable, "-P", "-s", "-m", module, *words]
    try:
        done = subprocess.run(  # noqa: S603  (our own program; the file goes in by a pipe)
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd="/",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as expired:
        return expired.output or b"", False
    return done.stdout, done.returncode == 0


def _environment() -> Mapping[str, str]:
    """Where our code is, and nothing else: the keys of the application stay out."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(Path(levend.__file__).resolve().parents[1]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
