"""Fill an empty database with the fictional region."""

import argparse
import sys
from collections.abc import Callable

from levend.cli.django import start_django

HELP = "fill an empty database with a fictional region"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--locations",
        type=int,
        metavar="N",
        help="how many schools, up to 10,000 (default: the region's own 40)",
    )


def run(args: argparse.Namespace) -> int:
    """Make the region; print the words of its accounts, one a line."""
    start_django()
    from levend.core.errors import LevendError
    from levend.demo.services import fill_demo
    from levend.demo.values import ACCOUNTS, DEMO_PASSWORD

    try:
        mark = fill_demo(locations=args.locations, tell=_progress())
    except LevendError as error:
        print(error, file=sys.stderr)
        return 2
    clear = "\033[K" if sys.stderr.isatty() else ""
    print(f"{clear}{mark.locations} locations; password {DEMO_PASSWORD}; accounts:", file=sys.stderr)
    for account in ACCOUNTS:
        print(account.word)
    return 0


def _progress() -> Callable[[str], None]:
    """On a terminal, one line that says which school was made last."""
    if not sys.stderr.isatty():
        return lambda _name: None
    return lambda name: print(f"\r\033[K{name}", end="\r", file=sys.stderr, flush=True)
