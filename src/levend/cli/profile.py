"""Profiles: make a document out of an answers file."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from levend.cli.django import start_django
from levend.formats.shipped import shipped_definition, shipped_keys

if TYPE_CHECKING:
    from levend.documents.values import Document

HELP = "profiles: render a document out of an answers file"

DONE, WRONG, MISUSED = 0, 1, 2
KINDS = ("full",)
ENDINGS = (".pdf",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="profile_command", required=True, metavar="WHAT")
    render = commands.add_parser("render", help="a document out of an answers file; it says concept")
    render.add_argument("answers", metavar="ANSWERS.json", type=Path)
    render.add_argument("--format", metavar="KEY", required=True, help=f"one of {', '.join(shipped_keys())}")
    render.add_argument("--kind", choices=KINDS, default="full")
    render.add_argument("-o", "--output", metavar="OUT.pdf", type=Path, required=True)


def run(args: argparse.Namespace) -> int:
    """Exit code 1 for answers that cannot be taken, 2 for a file, format or ending that is not there."""
    if args.output.suffix.lower() not in ENDINGS:
        return _refuse(f"{args.output}: alleen {', '.join(ENDINGS)} kan.", MISUSED)
    if args.format not in shipped_keys():
        return _refuse(f"Er is geen format “{args.format}”. Er zijn: {', '.join(shipped_keys())}.", MISUSED)
    start_django(migrate=False)
    try:
        return _render(args.answers, args.format, args.output)
    except OSError as error:
        return _refuse(f"{error.filename}: {error.strerror}", MISUSED)


def _render(source: Path, key: str, output: Path) -> int:
    from levend.core import clock
    from levend.documents.services import typeset_pdf
    from levend.documents.values import Mark
    from levend.formats.engine.answers_file import AnswersFault, read_answers_file, take_answers
    from levend.organisations.values import SchoolYear
    from levend.publication.render.full import full_profile
    from levend.publication.values import Contact, Edition

    definition = shipped_definition(key)
    try:
        file = read_answers_file(source.read_bytes())
        answers = take_answers(definition, file)
    except AnswersFault as fault:
        return _refuse(f"{source}: {fault.message}", WRONG)
    today = clock.today()
    edition = Edition(
        school_year=str(SchoolYear.containing(today)),
        publisher=file.location.consortium,
        on=today,
        mark=Mark.CONCEPT,
        contacts=tuple(
            Contact(each.function, each.name, each.phone, each.email) for each in file.location.contacts
        ),
    )
    document = full_profile(definition, location=file.register, answers=answers, edition=edition)
    _tell_replaced(document)
    output.write_bytes(typeset_pdf(document))
    return DONE


def _tell_replaced(document: "Document") -> None:
    """Say which characters the document shows as something else."""
    from levend.documents.engine.characters import REPLACEMENT, missing_characters
    from levend.documents.values import texts

    missing = missing_characters(" ".join(texts(document)))
    if missing:
        print(
            f"Deze tekens staan niet in onze lettertypen en worden {REPLACEMENT}: {' '.join(missing)}",
            file=sys.stderr,
        )


def _refuse(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code
