"""Verify: is this PDF ours, whole, and does it hold today?"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from levend.cli.django import start_django

if TYPE_CHECKING:
    from levend.publication.engine.verify import Verdict

HELP = "is a PDF authentic, altered or unknown; is it in force, superseded, withdrawn or a concept"

DONE, WRONG, MISUSED = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf", type=Path)
    parser.add_argument("--json", action="store_true", help="the verdict as data")


def run(args: argparse.Namespace) -> int:
    """Exit code 0 for an authentic file, 1 for any other, 2 when there is no such file."""
    try:
        pdf = args.file.read_bytes()
    except OSError as error:
        print(f"{args.file}: {error.strerror}", file=sys.stderr)
        return MISUSED
    start_django()
    from levend.publication.engine.verify import Integrity
    from levend.publication.queries.verify import verify

    found = verify(pdf)
    print(json.dumps(_data(found), ensure_ascii=False) if args.json else f"{found.integrity} {found.status}")
    if found.trouble:
        print(f"{args.file}: het bestand is niet te lezen ({found.trouble}).", file=sys.stderr)
    return DONE if found.integrity is Integrity.AUTHENTIC else WRONG


def _data(found: "Verdict") -> dict[str, object]:
    standing = found.standing
    return {
        "integrity": found.integrity,
        "status": found.status,
        "sha256": found.sha256,
        "trouble": found.trouble or None,
        "reason": "personal_data" if found.held_personal_data else None,
        "location": standing.location_code if standing else None,
        "valid_from": standing.valid_from.isoformat() if standing else None,
        "valid_until": standing.valid_until.isoformat() if standing else None,
    }
