"""Erasures as they are noted outside the database; after a restore they are done again."""

import argparse
import json
import sys

from levend.cli.django import start_django

HELP = "list what was erased; with --apply do it again in a database that was put back to an earlier day"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--apply", action="store_true", help="erase again what this database does not know as erased"
    )
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the list; exit code 1 when something could not be erased again."""
    start_django()
    from levend.publication.services.erasure import erase_again
    from levend.publication.services.erasure.ledger import entries

    listed = entries()
    if args.json:
        print(
            json.dumps(
                [
                    {
                        "reference": one.reference,
                        "location": one.location,
                        "confirmed_at": one.confirmed_at,
                        "hashes": len(one.hashes),
                    }
                    for one in listed
                ],
                indent=2,
            )
        )
    else:
        for one in listed:
            print(f"{one.confirmed_at[:10]} {one.location} {one.reference}")
    if not args.apply:
        return 0
    again = erase_again()
    print(f"{len(again.done)} erased again, {len(again.held)} held already", file=sys.stderr)
    for reference, why in again.failed:
        print(f"{reference}: {why}", file=sys.stderr)
    return 1 if again.failed else 0
