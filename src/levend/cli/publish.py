"""The public site: made anew where it is stale, and written as plain files when a folder is named."""

import argparse
import json
import sys
from pathlib import Path

from levend.cli.django import start_django

HELP = "make stale public pages anew; with --to, write the public site of today as plain files"

DONE, MISUSED = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", metavar="DIR", type=Path, help="a new or empty folder, or one of an earlier run"
    )
    parser.add_argument("--json", action="store_true", help="print the outcome as data")


def run(args: argparse.Namespace) -> int:
    """Print the address of each file that was written, then say how many. Exit code 2 for a folder that is not ours."""
    start_django()
    from levend.core.errors import LevendError
    from levend.web.public.site_export import export_site
    from levend.web.public.tasks import renew_now

    renewed = renew_now(_progress)
    if args.to is None:
        print(json.dumps({"renewed": renewed}) if args.json else f"{renewed} locations made anew")
        return DONE
    try:
        site = export_site(args.to)
    except LevendError as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        print(f"{args.to}: {error.strerror}", file=sys.stderr)
        return MISUSED
    if args.json:
        outcome = {
            "to": str(site.target),
            "renewed": renewed,
            "written": sorted(site.changed),
            "unchanged": len(site.unchanged),
            "removed": site.removed,
        }
        print(json.dumps(outcome, ensure_ascii=False))
        return DONE
    print("\n".join(sorted(site.changed)), end="\n" if site.changed else "")
    print(
        f"{len(site.changed)} written, {len(site.unchanged)} unchanged, {len(site.removed)} removed",
        file=sys.stderr,
    )
    return DONE


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{done}/{of}", end="" if done < of else "\r\033[K", file=sys.stderr, flush=True)
