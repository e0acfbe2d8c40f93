"""Heads of the chain as they are noted in a file, a line each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from levend.audit.engine.chain import in_utc


@dataclass(frozen=True)
class Head:
    """The last link at a moment. `reason` is there where the database was put back to an earlier state."""

    position: int
    sha256: str
    at: str
    reason: str = ""


def head_line(*, position: int, sha256: str, at: datetime, reason: str = "") -> str:
    """The line of a head, with its line end."""
    line: dict[str, object] = {"position": position, "sha256": sha256, "at": in_utc(at)}
    if reason:
        line["reason"] = reason
    return json.dumps(line, ensure_ascii=False) + "\n"


def last_head(text: str) -> Head | None:
    """The last whole line; a line that was cut off by a crash is passed over."""
    for line in reversed(text.splitlines()):
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, Mapping) and isinstance(found.get("position"), int):
            return Head(
                found["position"],
                str(found.get("sha256", "")),
                str(found.get("at", "")),
                str(found.get("reason", "")),
            )
    return None
