"""Profiles: make a document out of an answers file, and read the answers of a document back."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from levend.cli.django import start_django
from levend.formats.shipped import shipped_definition, shipped_keys

if TYPE_CHECKING:
    from levend.documents.values import Document
    from levend.formats.engine.answers_file import AnswersFile
    from levend.formats.engine.definition import FormatDefinition
    from levend.formats.engine.paper import PaperAnswer
    from levend.formats.engine.paper_mark import PaperMark
    from levend.formats.engine.values import Answers

HELP = "profiles: render a document out of an answers file, read answers out of a document"

DONE, WRONG, MISUSED = 0, 1, 2
FULL, FORM = "full", "form"
KINDS = (FULL, FORM)
ENDINGS = (".pdf",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="profile_command", required=True, metavar="WHAT")
    render = commands.add_parser("render", help="a document out of an answers file; it says concept")
    render.add_argument(
        "answers", metavar="ANSWERS.json", type=Path, nargs="?", help="may be left out for an empty form"
    )
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
    except BrokenPipeError:
        raise
    except OSError as error:
        return _refuse(f"{error.filename}: {error.strerror}", MISUSED)


def _render_to(args: argparse.Namespace) -> int:
    if args.output.suffix.lower() not in ENDINGS:
        return _refuse(f"{args.output}: alleen {', '.join(ENDINGS)} kan.", MISUSED)
    if args.format not in shipped_keys():
        return _refuse(f"Er is geen format “{args.format}”. Er zijn: {', '.join(shipped_keys())}.", MISUSED)
    if args.answers is None and args.kind != FORM:
        return _refuse("Geef een bestand met antwoorden. Alleen een formulier kan zonder.", MISUSED)
    start_django(migrate=False)
    return _render(args.answers, args.format, args.kind, args.output)


def _render(source: Path | None, key: str, kind: str, output: Path) -> int:
    from levend.formats.engine.answers_file import AnswersFault, read_answers_file, take_answers

    definition = shipped_definition(key)
    if source is None:
        output.write_bytes(_form(definition, {}, {}))
        return DONE
    try:
        file = read_answers_file(source.read_bytes())
        answers = take_answers(definition, file)
    except AnswersFault as fault:
        return _refuse(f"{source}: {fault.message}", WRONG)
    made = _form(definition, file.register, answers) if kind == FORM else _full(definition, file, answers)
    output.write_bytes(made)
    return DONE


def _form(definition: "FormatDefinition", location: Mapping[str, object], answers: "Answers") -> bytes:
    """Without a seal: filling it in would break one."""
    from levend.core import clock
    from levend.documents.services import typeset_form
    from levend.publication.render.form import FormEdition, form_document

    edition = FormEdition(on=clock.today())
    return typeset_form(form_document(definition, location=location, answers=answers, edition=edition))


def _full(definition: "FormatDefinition", file: "AnswersFile", answers: "Answers") -> bytes:
    from levend.core import clock
    from levend.documents.enums import SealKind
    from levend.documents.sealing import seal_pdf
    from levend.documents.services import typeset_pdf
    from levend.documents.values import Mark
    from levend.organisations.values import SchoolYear
    from levend.publication.render.full import full_profile
    from levend.publication.values import Contact, Edition

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
    return seal_pdf(typeset_pdf(document), kind=SealKind.CONCEPT, name=document.publisher)


def _read(file: Path) -> int:
    pdf = file.read_bytes()
    start_django(migrate=False)
    from levend.documents.reading.read import read_pdf
    from levend.documents.sealing import known_certificates
    from levend.publication.engine.form_back import Kind, form_back
    from levend.publication.engine.read_back import TEXT, Source, read_back
    from levend.publication.engine.verify import Integrity

    facts = read_pdf(pdf, attachments=[TEXT], words=True)
    back = form_back(facts)
    if back.kind is Kind.FORM and back.mark is not None:
        return _tell_form(file, back.mark, back.fields or {})
    found = read_back(facts, known=known_certificates())
    print(json.dumps(asdict(found), ensure_ascii=False, indent=2))
    if facts.trouble:
        return _refuse(f"{file}: het bestand is niet te lezen ({facts.trouble}).", WRONG)
    if found.source is not Source.NONE:
        return DONE
    if found.integrity is Integrity.ALTERED:
        return _refuse(f"{file}: het bestand is gewijzigd na het verzegelen; de gegevens tellen niet.", WRONG)
    if back.kind is Kind.FLATTENED:
        return _refuse(
            f"{file}: dit is een formulier van Levend, maar de vakken zijn eruit. Het is afgedrukt of plat opgeslagen. "
            "Open het ingevulde formulier en bewaar het als PDF.",
            WRONG,
        )
    return _refuse(f"{file}: er zitten geen antwoorden in dit bestand die wij kunnen lezen.", WRONG)


def _tell_form(file: Path, mark: "PaperMark", fields: Mapping[str, str]) -> int:
    """What a form of a shipped format holds, by question; of another version as far as the questions are the same."""
    from levend.formats.engine.paper import paper_answers
    from levend.publication.engine.read_back import ReadBack, Source
    from levend.publication.engine.verify import Integrity

    found: dict[str, PaperAnswer] = {}
    if mark.format in shipped_keys():
        definition = shipped_definition(mark.format)
        found = paper_answers(definition, fields)
        if definition.version != mark.version:
            print(
                f"{file}: dit formulier is van versie {mark.version}; de vragen zijn nu die van versie {definition.version}.",
                file=sys.stderr,
            )
    told = ReadBack(
        Source.FORM,
        Integrity.UNKNOWN,
        format=mark.format,
        version=mark.version,
        location={"code": mark.location} if mark.location else {},
        answers={key: each.value for key, each in found.items() if each.value is not None},
        faults={key: each.fault for key, each in found.items() if each.fault},
    )
    print(json.dumps(asdict(told), ensure_ascii=False, indent=2))
    if not found:
        return _refuse(
            f"{file}: format “{mark.format}” wordt niet met Levend geleverd. Lees het in bij de school.",
            WRONG,
        )
    for key, fault in told.faults.items():
        print(f"{file}: {key}: {fault}", file=sys.stderr)
    return WRONG if told.faults else DONE


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
