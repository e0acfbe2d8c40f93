"""Look at every invariant that a database cannot hold; the apps write them in their `checks` modules."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from levend.cli.django import start_django

if TYPE_CHECKING:
    from levend.audit.engine.invariants import Fault, Invariant

HELP = "look for damage: hashes, log chain, files, states that contradict each other"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
    parser.add_argument("--only", metavar="NAME", action="append", help="look at this one (may be repeated)")
    parser.add_argument(
        "--after-restore",
        action="store_true",
        help="the database was put back to an earlier day on purpose: compare its log anew from here",
    )
    parser.add_argument("--list", action="store_true", help="print the names of all checks")


def run(args: argparse.Namespace) -> int:
    """Print each fault as a line, `name: where: what`. Exit code 0 without a fault, 1 with, 2 for an unknown name."""
    start_django()
    from django.utils.module_loading import autodiscover_modules

    from levend.accounts.actor import Actor
    from levend.audit.engine.invariants import invariants
    from levend.audit.services import accept_restore

    autodiscover_modules("checks")
    every = invariants()
    if args.list:
        print("\n".join(one.name for one in every))
        return 0
    names = {one.name for one in every}
    unknown = sorted(set(args.only or ()) - names)
    if unknown:
        print(f"no such check: {', '.join(unknown)}; there are: {', '.join(sorted(names))}", file=sys.stderr)
        return 2
    if args.after_restore:
        accept_restore(actor=Actor.system())
    found = _look([one for one in every if not args.only or one.name in args.only])
    if args.json:
        print(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        for name, faults in found.items():
            for fault in faults:
                print(f"{name}: {fault.where}: {fault.what}")
    count = sum(map(len, found.values()))
    print(f"{len(found)} checks, {count} faults", file=sys.stderr)
    return 1 if count else 0


def _look(chosen: "Sequence[Invariant]") -> "dict[str, list[Fault]]":
    """Link what was recorded, as the worker does every few minutes, then look at each in turn."""
    from levend.audit.services import link_events

    link_events()
    found = {}
    for number, one in enumerate(chosen, start=1):
        if sys.stderr.isatty():
            print(f"\r\033[K{number}/{len(chosen)} {one.name}", end="", file=sys.stderr, flush=True)
        found[one.name] = list(one.look())
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return found


def _as_json(found: "dict[str, list[Fault]]") -> dict[str, object]:
    return {
        "faults": sum(map(len, found.values())),
        "checks": [
            {
                "name": name,
                "faults": [{"where": fault.where, "what": str(fault.what)} for fault in faults],
            }
            for name, faults in found.items()
        ],
    }
