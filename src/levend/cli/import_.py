"""Open data of the registers: look at a file, and do what it says."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from levend.cli.django import start_django

if TYPE_CHECKING:
    from levend.accounts.services.registers import ImportKind, ImportScope
    from levend.organisations.engine.registers.plan import ImportPlan

HELP = "open data: schools, boards, pupils, locations (coordinates), areas (postcode areas)"

DONE, WRONG, MISUSED = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help="schools, boards, pupils, locations or areas")
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="CSV in either dialect, or JSON")
    parser.add_argument(
        "--consortium",
        metavar="CODE",
        default="",
        help="PO2604: only what is of this consortium; schools of the file come into it",
    )
    parser.add_argument(
        "--municipality",
        metavar="NUMBER",
        action="append",
        default=[],
        help="with --consortium: only schools of this municipality, by its number; may be given again",
    )
    parser.add_argument(
        "--by-areas",
        action="store_true",
        help="with --consortium: only schools in its postcode areas",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Exit code 1 for a file that is none of this kind, 2 for what was mistyped. Refused rows stop nothing."""
    start_django()
    from levend.core.errors import Invalid, LevendError

    try:
        kind, scope = _kind(args.kind), _scope(args)
        contents = [(file, file.read_bytes()) for file in args.files]
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return MISUSED
    except LevendError as error:
        print(error, file=sys.stderr)
        return MISUSED
    plans: list[tuple[Path, ImportPlan]] = []
    outcome = DONE
    for file, data in contents:
        try:
            plans.append((file, _import(kind, file, data, scope, dry_run=args.dry_run)))
        except Invalid as error:
            print(f"{file}: {error}", file=sys.stderr)
            outcome = WRONG
            break
    _show(plans, as_json=args.json, several=len(contents) > 1)
    return outcome


def _kind(word: str) -> "ImportKind":
    from django.utils.translation import gettext as _

    from levend.accounts.services.registers import import_kind, import_kinds
    from levend.core.errors import Invalid

    found = import_kind(word)
    if found is None:
        known = ", ".join(kind.key for kind in import_kinds())
        raise Invalid(
            _("Er is geen bestand van de soort “%(word)s”. Kies uit: %(known)s.")
            % {"word": word, "known": known}
        )
    return found


def _scope(args: argparse.Namespace) -> "ImportScope":
    from django.utils.translation import gettext as _

    from levend.accounts.services.registers import ImportScope, Rows
    from levend.core.errors import Invalid
    from levend.organisations.models import Consortium

    if not args.consortium:
        if args.municipality or args.by_areas:
            raise Invalid(
                _("Schrijf met --consortium voor welk samenwerkingsverband, zoals --consortium PO2604.")
            )
        return ImportScope()
    consortium = Consortium.objects.filter(code=args.consortium.strip().upper()).first()
    if consortium is None:
        raise Invalid(_("Er is hier geen samenwerkingsverband “%(code)s”.") % {"code": args.consortium})
    if args.by_areas:
        return ImportScope(consortium.pk, Rows.AREAS)
    if args.municipality:
        numbers = frozenset(number.strip().zfill(4) for number in args.municipality)
        return ImportScope(consortium.pk, Rows.MUNICIPALITIES, numbers)
    return ImportScope(consortium.pk)


def _import(
    kind: "ImportKind", file: Path, data: bytes, scope: "ImportScope", *, dry_run: bool
) -> "ImportPlan":
    from levend.accounts.actor import Actor
    from levend.accounts.services.registers import import_file, plan_file

    actor = Actor.system()
    if dry_run:
        return plan_file(actor=actor, kind=kind.key, data=data, scope=scope)
    return import_file(actor=actor, kind=kind.key, file_name=file.name, data=data, scope=scope)


def _show(plans: "list[tuple[Path, ImportPlan]]", *, as_json: bool, several: bool) -> None:
    counts: dict[str, int] = {}
    for _file, plan in plans:
        for name, number in plan.counts().items():
            counts[name] = counts.get(name, 0) + number
    if as_json:
        counts.pop("refused", None)
        refused = [
            {"line": each.line, "reason": each.reason, **({"file": str(file)} if several else {})}
            for file, plan in plans
            for each in plan.refused
        ]
        print(json.dumps({**counts, "refused": refused}, ensure_ascii=False, indent=2))
        return
    for name, number in counts.items():
        print(f"{name:<10} {number:>7}")
    for file, plan in plans:
        for each in plan.refused:
            print(f"{file}:{each.line}: {each.reason}", file=sys.stderr)
