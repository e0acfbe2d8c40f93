"""A name in every place where somebody can write one, and a search through everything that is kept."""

import io
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pikepdf
import pypdf
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Model

from levend.accounts.enums import Role
from levend.adoption import services
from levend.adoption.enums import AdviceKind, Reaction, Step
from levend.adoption.models import AdoptionCase
from levend.adoption.services import open_case
from levend.audit.engine.passages import flat_form
from levend.core import clock
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.profiles.engine.brought_forms import BroughtForm
from levend.profiles.services import (
    HandedIn,
    ask_brought,
    bring_forms,
    bring_sheet,
    save_answer,
    take_brought,
)
from levend.profiles.services.bring_forms import keep_forms
from levend.publication.models import PublishedVersion
from tests.adoption.story import PDF, Story, letter
from tests.erasure.talked import ask_and_answer, talk
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces

NAME = "Öyküm Zwartendijk"
TEXT = f"Voor {NAME} hebben wij een eigen plek."
FORMAT = """\
key: volledig
version: 1
title: Format met een vraag van elke soort
chapters:
  - key: alles
    title: Alles
    items:
      - {key: over, type: long_text, label: Over de school, required: true, tags: ["element:basic-support", "parents:about"]}
      - {key: extra, type: long_text, label: Extra hulp, required: true, tags: ["element:extra-support"]}
      - {key: ambities, type: long_text, label: Ambities, required: true, tags: ["element:ambitions"]}
      - {key: kennis, type: long_text, label: Kennis, required: true, tags: ["element:expertise-present"]}
      - {key: leren, type: long_text, label: Leren, required: true, tags: ["element:expertise-to-develop"]}
      - {key: scholing, type: long_text, label: Scholing, required: true, tags: ["element:training-consequences"]}
      - {key: motto, type: text, label: Motto}
      - {key: intern, type: long_text, label: Voor onszelf, audience: internal}
      - {key: dyslexie, type: boolean, label: Dyslexie, tags: ["support:TAAL-DYS:basic"]}
      - key: cursussen
        type: table
        label: Cursussen
        columns:
          - {key: wie, type: text, label: Wie}
          - {key: klaar, type: number, label: Klaar in}
"""


@dataclass
class Planted:
    """De Linde's published profile, another one on its way, and the case of each."""

    places: LocationPlaces
    first: AdoptionCase
    second: AdoptionCase

    @property
    def code(self) -> str:
        return self.places.location.code

    @property
    def version(self) -> PublishedVersion:
        return PublishedVersion.objects.get(adoption__case=self.first)


def plant(places: LocationPlaces) -> Planted:
    """Two profiles: the first is public, the text of the second lies with the council, with letters from both."""
    version = FormatVersion.objects.filter(format__key="volledig").first() or make_version(FORMAT)
    first = _written(places, version.pk)
    _adopted_against_advice(places, first)
    first.take(Step.SUBMIT, function=f"directeur, na {NAME}", words=f"Met dank aan {NAME}")
    ask_and_answer(places, first.id, TEXT)
    first.take(Step.ASK_CORRECTION, reason=f"Haal {NAME} eruit.")
    first.take(Step.SUBMIT, function=f"directeur, na {NAME}")
    first.take(Step.RECEIVE)
    _shown_to_others(places)
    _brought(places, version.pk)
    second = _written(places, version.pk)
    second.take(Step.ASK_ADVICE)
    second.take(
        Step.REGISTER_ADVICE,
        words=f"De raad sprak over {NAME}.",
        letter=letter(f"brief over {NAME}.pdf", PDF + NAME.encode() + b"\n%%EOF\n"),
    )
    second.take(Step.OBJECT_TO_ADVICE, reason=f"Wij schreven niets over {NAME}.")
    run_jobs()
    return Planted(places, first.reload(), second.reload())


def _written(places: LocationPlaces, version_id: int) -> Story:
    case = open_case(actor=places.actor(Role.DIRECTOR), location_id=places.location.pk, version_id=version_id)
    editor = places.actor(Role.EDITOR)
    answers: dict[str, object] = dict.fromkeys(
        ("over", "extra", "ambities", "kennis", "leren", "scholing", "motto", "intern"), TEXT
    )
    answers["dyslexie"] = True
    answers["cursussen"] = [{"wie": f"de juf van {NAME.upper()}", "klaar": 2027}]
    for key, value in answers.items():
        save_answer(actor=editor, profile_id=case.profile_id, key=key, value=value, based_on=0)
    save_answer(actor=editor, profile_id=case.profile_id, key="motto", value="Samen", based_on=1)
    save_answer(
        actor=editor, profile_id=case.profile_id, key="motto", value=f"Terzijde: {NAME}", based_on=1, page="x"
    )
    talk(places, case.profile_id, NAME, TEXT)
    return Story(places, case)


def _brought(places: LocationPlaces, version_id: int) -> None:
    """Two files of the consortium: one was taken over, and one waits; and a form, which was taken over too."""
    coordinator = places.actor(Role.COORDINATOR)
    for name, is_taken in ((f"antwoorden van {NAME}.csv", True), ("nog niet.csv", False)):
        brought = bring_sheet(
            actor=coordinator,
            consortium_id=places.consortium.pk,
            version_id=version_id,
            file_name=name,
            data=f"Code;Over de school\n{places.location.code};{TEXT}\n".encode(),
        )
        if is_taken:
            ask_brought(actor=coordinator, brought_id=brought.pk)
            take_brought(brought_id=brought.pk)

    folder = bring_forms(
        actor=coordinator,
        consortium_id=places.consortium.pk,
        files=[HandedIn("map.pdf", b"%PDF-")],
    )
    form = BroughtForm(
        1, f"ingevuld met {NAME}.pdf", places.location.code, version_id=version_id, answers={"motto": "Oud"}
    )
    keep_forms(brought_id=folder.pk, forms=[form], is_last=True, notes={})
    ask_brought(actor=coordinator, brought_id=folder.pk)
    take_brought(brought_id=folder.pk)


def _shown_to_others(places: LocationPlaces) -> None:
    """A good example for other schools, with the director's consent."""
    marked = services.mark_example(
        actor=places.actor(Role.EDITOR), location_code=places.location.code, question="over"
    )
    services.consent_to_example(actor=places.actor(Role.DIRECTOR), example_id=marked.pk)


def _adopted_against_advice(places: LocationPlaces, story: Story) -> None:
    story.take(Step.ASK_ADVICE)
    story.take(Step.REOPEN, reason=f"Er staat te veel over {NAME}.")
    story.take(Step.ASK_ADVICE)
    story.take(
        Step.GIVE_ADVICE,
        kind=AdviceKind.CONDITIONAL,
        words=f"De raad leest {NAME} in de tekst.",
        conditions=[f"Noem {NAME} niet."],
        words_public=True,
    )
    services.react(
        actor=places.actor(Role.BOARD_MEMBER),
        case_id=story.id,
        number=1,
        reaction=Reaction.DECLINED,
        explanation=f"{NAME} vindt het goed.",
    )
    story.take(Step.ADOPT, explanation=f"{NAME} mag er staan.", talk_on=clock.today())


def everything_kept() -> Iterator[tuple[str, str]]:
    """Every text and JSON value of every table, and every file, each with where it stands.

    PDFs are opened: their pages, metadata and attachments are compressed.
    """
    for model in apps.get_models(include_auto_created=True):
        yield from _rows_of(model)
    for path in Path(settings.LEVEND_DATA).rglob("*"):
        if path.is_file():
            yield path.relative_to(settings.LEVEND_DATA).parts[0], _read(path.read_bytes())
    if connection.vendor == "sqlite":
        name = Path(str(connection.settings_dict["NAME"]))
        for path in (name, name.with_name(f"{name.name}-wal")):
            if path.exists():
                yield path.name, _read(path.read_bytes())


def left(words: str = NAME) -> list[str]:
    """Where the words still stand."""
    wanted = flat_form(words)
    return [where for where, text in everything_kept() if wanted in flat_form(text)]


@lru_cache(maxsize=64)
def text_of_pdf(data: bytes) -> str:
    """Everything inside a PDF that can hold words: pages as they are read aloud, streams, attachments, metadata."""
    found = [data.decode("latin-1"), data.decode("utf-8", "ignore")]
    found += [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found.append(repr(pdf.docinfo))
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                try:
                    stream = one.read_bytes()
                except (pikepdf.PdfError, zlib.error):
                    continue
                found += [stream.decode("utf-8", "ignore"), stream.decode("utf-16-be", "ignore")]
            else:
                found.append(_strings(one))
    return "\n".join(found)


def _rows_of(model: type[Model]) -> Iterator[tuple[str, str]]:
    for row in model._default_manager.order_by("pk").iterator():
        for field in model._meta.concrete_fields:
            value = getattr(row, field.attname)
            if isinstance(value, str):
                yield f"{model._meta.label}.{field.name}", value
            elif isinstance(value, dict | list):
                yield f"{model._meta.label}.{field.name}", json.dumps(value, ensure_ascii=False)


def _read(data: bytes) -> str:
    if data.startswith(b"%PDF") and b"startxref" in data:
        return text_of_pdf(data)
    text = data.decode("utf-8", "ignore")
    escaped = re.sub(
        r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text
    )  # JSON in a database's file
    return f"{text}\n{escaped}\n" + data.decode("utf-16-le", "ignore")


def _strings(one: object) -> str:
    try:
        return str(one)
    except UnicodeDecodeError:
        return repr(one)
