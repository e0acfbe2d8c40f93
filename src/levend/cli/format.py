"""Formats: which there are, what one asks, take one out or in, and judge a file."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from levend.cli.django import start_django
from levend.formats.engine.description import describe
from levend.formats.engine.judging import judge
from levend.formats.engine.loading import FormatFaults
from levend.formats.shipped import shipped_definition, shipped_keys, shipped_text

if TYPE_CHECKING:
    from levend.formats.engine.definition import FormatDefinition

HELP = "questionnaires: list, show, export, import, check"

DONE, WRONG, MISUSED = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="format_command", required=True, metavar="WHAT")
    listing = commands.add_parser("list", help="shipped and stored formats with their versions")
    listing.add_argument("--json", action="store_true")
    show = commands.add_parser("show", help="the questions of a format; needs no database for a shipped one")
    show.add_argument("key", metavar="KEY")
    show.add_argument("--json", action="store_true")
    show.add_argument("--stored", action="store_true", help="the newest version in the database")
    export = commands.add_parser(
        "export", help="the file of a format's newest version, stored or else shipped"
    )
    export.add_argument("key", metavar="KEY")
    export.add_argument("-o", "--output", metavar="FILE", type=Path)
    bring = commands.add_parser("import", help="publish the version that stands in a file")
    bring.add_argument("file", metavar="FILE", type=Path)
    check = commands.add_parser("check", help="judge format files, each fault as FILE:LINE:COLUMN: what")
    check.add_argument("files", metavar="FILE", type=Path, nargs="+")


def run(args: argparse.Namespace) -> int:
    """Exit code 1 for a format with faults, 2 for a file or key that is not there."""
    try:
        match args.format_command:
            case "list":
                return _list(as_json=args.json)
            case "show":
                return _show(args.key, as_json=args.json, stored=args.stored)
            case "export":
                return _export(args.key, args.output)
            case "import":
                return _import(args.file)
            case _:
                return _check(args.files)
    except BrokenPipeError:  # `main` ends quietly
        raise
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return MISUSED


def _list(*, as_json: bool) -> int:
    start_django()
    from levend.accounts.actor import Actor
    from levend.formats.queries import published_versions

    rows: list[dict[str, str | int]] = []
    for key in shipped_keys():
        definition = shipped_definition(key)
        rows.append({"key": key, "version": definition.version, "title": definition.title, "from": "shipped"})
    rows += [
        {"key": version.key, "version": version.number, "title": version.title, "from": "stored"}
        for version in published_versions(Actor.system())
    ]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print(f"{row['key']:<20} {row['version']:>4}  {row['from']:<8} {row['title']}")
    return DONE


def _show(key: str, *, as_json: bool, stored: bool) -> int:
    definition = _stored_definition(key) if stored or key not in shipped_keys() else shipped_definition(key)
    if definition is None:
        return _no_such_format(key)
    if as_json:
        print(json.dumps(describe(definition), ensure_ascii=False, indent=2))
        return DONE
    print(f"{definition.title} ({definition.key} {definition.version})")
    for chapter in definition.chapters:
        print(f"\n{chapter.number} {chapter.title}".rstrip())
        for question in chapter.questions:
            print(f"  {question.key:<40} {question.type:<10} {question.label}")
    return DONE


def _stored_definition(key: str) -> "FormatDefinition | None":
    start_django()
    from levend.core.errors import NotFound
    from levend.formats.queries import definition_of, latest_version

    try:
        return definition_of(latest_version(key).id)
    except NotFound:
        return None


def _export(key: str, output: Path | None) -> int:
    start_django()
    from levend.core.errors import NotFound
    from levend.formats.queries import latest_version
    from levend.formats.queries.versions import body_of

    try:
        text = body_of(latest_version(key).id)
    except NotFound:
        if key not in shipped_keys():
            return _no_such_format(key)
        text = shipped_text(key)
    if output is None:
        print(text, end="")
    else:
        output.write_bytes(text.encode("utf-8"))
    return DONE


def _import(file: Path) -> int:
    content = file.read_bytes()
    try:
        judge(content, str(file))
    except FormatFaults as faults:
        print(faults, file=sys.stderr)
        return WRONG
    start_django()
    from levend.accounts.actor import Actor
    from levend.core.errors import LevendError
    from levend.formats.services import import_format

    try:
        version = import_format(actor=Actor.system(), text=content.decode("utf-8-sig"), name=str(file))
    except LevendError as error:
        print(error, file=sys.stderr)
        return WRONG
    print(f"{version.format.key} {version.number}")
    return DONE


def _check(files: list[Path]) -> int:
    outcome = DONE
    for file in files:
        try:
            judge(file.read_bytes(), str(file))
        except FormatFaults as faults:
            print(faults)
            outcome = WRONG
    return outcome


def _no_such_format(key: str) -> int:
    from django.utils.translation import gettext as _

    known = ", ".join(shipped_keys())
    print(
        _("Er is geen format “%(key)s”. Er zijn: %(known)s.") % {"key": key, "known": known}, file=sys.stderr
    )
    return MISUSED
