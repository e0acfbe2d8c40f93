"""Profiles: make a document out of an answers file, and read the answers of a document back."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from levend.cli.django import start_django
from levend.formats.shipped import shipped_definition, shipped_keys

if TYPE_CHECKING:
    from levend.documents.values import Document

HELP = "profiles: render a document out of an answers file, read answers out of a document"

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
    read = commands.add_parser("read", help="answers out of a document or a filled form")
    read.add_argument("file", metavar="FILE.pdf", type=Path)
    read.add_argument("--json", action="store_true", help="as data, which it always is")


def run(args: argparse.Namespace) -> int:
    """Exit code 1 for answers that cannot be taken or found, 2 for a file, format or ending that is not there."""
    try:
        return _read(args.file) if args.profile_command == "read" else _render_to(args)
    except OSError as error:
        return _refuse(f"{error.filename}: {error.strerror}", MISUSED)


def _render_to(args: argparse.Namespace) -> int:
    if args.output.suffix.lower() not in ENDINGS:
        return _refuse(f"{args.output}: alleen {', '.join(ENDINGS)} kan.", MISUSED)
    if args.format not in shipped_keys():
        return _refuse(f"Er is geen format “{args.format}”. Er zijn: {', '.join(shipped_keys())}.", MISUSED)
    start_django(migrate=False)
    return _render(args.answers, args.format, args.output)


def _render(source: Path, key: str, output: Path) -> int:
    from levend.core import clock
    from levend.documents.enums import SealKind
    from levend.documents.sealing import seal_pdf
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
            Contact(each.function, each.name, each.phone, each.email, each.reachable)
            for each in file.location.contacts
        ),
    )
    document = full_profile(definition, location=file.register, answers=answers, edition=edition)
    _tell_replaced(document)
    pdf = seal_pdf(typeset_pdf(document), kind=SealKind.CONCEPT, name=document.publisher)
    output.write_bytes(pdf)
    return DONE


def _read(file: Path) -> int:
    pdf = file.read_bytes()
    start_django(migrate=False)
    from levend.documents.reading.read import read_pdf
    from levend.documents.sealing import known_certificates
    from levend.publication.engine.read_back import TEXT, Source, read_back
    from levend.publication.engine.verify import Integrity

    facts = read_pdf(pdf, attachments=[TEXT])
    found = read_back(facts, known=known_certificates())
    print(json.dumps(asdict(found), ensure_ascii=False, indent=2))
    if facts.trouble:
        return _refuse(f"{file}: het bestand is niet te lezen ({facts.trouble}).", WRONG)
    if found.source is not Source.NONE:
        return DONE
    if found.integrity is Integrity.ALTERED:
        return _refuse(f"{file}: het bestand is gewijzigd na het verzegelen; de gegevens tellen niet.", WRONG)
    return _refuse(f"{file}: er zitten geen antwoorden in dit bestand die wij kunnen lezen.", WRONG)


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
