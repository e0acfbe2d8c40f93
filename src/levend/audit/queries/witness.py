"""The head of the chain as it was noted outside the database."""

from collections import deque
from pathlib import Path

from django.conf import settings

from levend.audit.engine.heads import Head, last_head

LINES = 20
"""How many of the last lines are looked at for a whole one."""


def witness_path() -> Path:
    return Path(settings.LEVEND_DATA) / "log-heads.jsonl"


def noted_head() -> Head | None:
    """The head that was noted last; none where this machine never linked."""
    try:
        with witness_path().open(encoding="utf-8") as file:
            return last_head("".join(deque(file, maxlen=LINES)))
    except FileNotFoundError:
        return None
