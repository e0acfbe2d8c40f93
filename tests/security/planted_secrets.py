"""A school with a secret in every place that is not public, and all that strangers can get of it."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path

import pypdf
from django.conf import settings
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.services import invite
from levend.accounts.services.organisations import (
    ContactPersonFields,
    add_contact,
    change_contact,
    remove_contact,
)
from levend.adoption.enums import Step
from levend.adoption.services import open_case
from levend.cli.main import main
from levend.core import clock
from levend.jobs.testing import run_jobs
from levend.keyfigures.models import KeyFigure
from levend.profiles.enums import ReaderKind
from levend.profiles.queries.reading_along import concept_by_link
from levend.profiles.services import invite_reader, place_remark, save_answer, share_concept
from levend.profiles.values import Conflict
from levend.publication.models import Artefact, PublicFile
from levend.web.areas import is_private
from tests.adoption.story import PDF, Story, letter
from tests.erasure.planted import text_of_pdf
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces
from tests.security.planted_format import FORMAT

OPEN = "Meerkoet"
"""In a public answer: found everywhere, so that a search which finds nothing has really looked."""
REACHED = "Zilverreiger"
"""The present contact, for everybody on the page and in no document."""
SECRETS: dict[str, tuple[str, ...]] = {
    "an internal answer": ("Kwikstaart",),
    "an answer for the consortium": ("Boomvalk",),
    "an answer that a condition hides": ("Notenkraker",),
    "a namely text of an option that was not chosen": ("Putter",),
    "a count under five": ("2.7183", "2,7183"),
    "what would give that count away": ("6.2831", "6,2831"),
    "a single count under five": ("3.1416", "3,1416"),
    "a count under five in a register": ("3.9714", "3,9714"),
    "an earlier text of an answer": ("Tapuit",),
    "who edits": ("Roerdomp",),
    "who directs": ("Kluut",),
    "who sits on the council": ("Wulp", "Grutto"),
    "who sits on the board": ("Tureluur", "Kemphaan"),
    "who coordinates": ("Scholekster",),
    "somebody who was invited": ("nachtegaal@levend.example",),
    "an address of a member": ("director.linde@levend.example", "editor.linde@levend.example"),
    "a letter": ("Boomkruiper", "wielewaal.pdf"),
    "minutes": ("Klapekster", "goudhaan.pdf"),
    "an advice that the council kept inside": ("IJsvogel",),
    "a remark of the school": ("Rietgors",),
    "a co-reader": ("Nachtzwaluw",),
    "what a co-reader said": ("Kwartel",),
    "why the text was reopened": ("Steenuil",),
    "what was asked to correct": ("Kerkuil",),
    "what was said at handing in": ("Ransuil",),
    "a former contact": ("Fuut", "fuut@delinde.example"),
    "a former number of a contact": ("0399 777 001",),
}
TOLD = f"De school telt 220: De {OPEN} bracht er zes; DUO 1 oktober 2026: 214"
"""A figure of the register, and what the school says beside it."""
_UNCHOSEN: dict[str, object] = {
    "kiest": False,
    "middelen": ["laptop"],
    "telling": 220,
    "telling--reason": f"De {OPEN} bracht er zes.",
    "hoogbegaafd": 41,
    "hoogbegaafd--reason": "Wij tellen anders.",
}
"""Written last: what hangs on the first two stays stored and is asked no more; the others were filled in."""


@dataclass(frozen=True)
class Got:
    """Something that a stranger got: where, and every form in which it can be read."""

    where: str
    text: str

    def holds(self, words: str) -> bool:
        return words.casefold() in self.text.casefold()


def plant(places: LocationPlaces) -> None:
    """Publish De Linde's profile, with each secret in its place."""
    _name_people(places)
    version = make_version(FORMAT)
    for kind, value in (("KG-LL", "214"), ("KG-HB", "3.9714")):
        KeyFigure.objects.create(
            location=places.location,
            kind=kind,
            value=Decimal(value),
            reference_date=date(2026, 10, 1),
            source="DUO",
            imported_at=clock.now(),
        )
    case = open_case(actor=places.actor(Role.DIRECTOR), location_id=places.location.pk, version_id=version.pk)
    story = Story(places, case)
    for based_on, answers in enumerate((_answers(), _UNCHOSEN)):
        for key, value in answers.items():
            saved = save_answer(
                actor=places.actor(Role.EDITOR),
                profile_id=case.profile_id,
                key=key,
                value=value,
                based_on=based_on,
            )
            assert not isinstance(saved, Conflict)
    _talk(places, case.profile_id)
    story.write("over", f"Bij ons woont een {OPEN}.")
    story.take(Step.ASK_ADVICE)
    story.take(Step.REOPEN, reason="Er zat een Steenuil in de tekst.")
    story.take(Step.ASK_ADVICE)
    story.take(
        Step.REGISTER_ADVICE,
        words="De raad zag een IJsvogel.",
        letter=letter("wielewaal.pdf", PDF + b"Boomkruiper"),
    )
    story.take(Step.REGISTER_ADOPTION, minutes=letter("goudhaan.pdf", PDF + b"Klapekster"))
    story.take(Step.SUBMIT, words="Met dank aan de Ransuil.")
    story.take(Step.ASK_CORRECTION, reason="Haal de Kerkuil eruit.")
    story.take(Step.SUBMIT)
    story.take(Step.RECEIVE)
    _change_contacts(places)
    run_jobs()


def _talk(places: LocationPlaces, profile_id: int) -> None:
    """What school, consortium and a co-reader say about the concept."""
    editor = places.actor(Role.EDITOR)
    place_remark(
        actor=editor,
        profile_id=profile_id,
        chapter="alles",
        question="over",
        text="Rietgors?",
        for_readers=True,
    )
    made = invite_reader(actor=editor, profile_id=profile_id, name="Noor Nachtzwaluw", kind=ReaderKind.PARENT)
    token = made.url.rstrip("/").rsplit("/", 1)[-1]
    reader = concept_by_link(token).actor
    place_remark(actor=reader, profile_id=profile_id, chapter="alles", text="Ik hoorde een Kwartel.")
    share_concept(actor=places.actor(Role.DIRECTOR), profile_id=profile_id)


def _answers() -> dict[str, object]:
    """The first text of `over` is written over before anybody reads it."""
    required = dict.fromkeys(("extra", "ambities", "kennis", "leren", "scholing"), f"Hier woont de {OPEN}.")
    return {
        **required,
        "over": "Eerst stond hier een Tapuit.",
        "intern": "Onder ons: Kwikstaart.",
        "verband": "Voor het verband: Boomvalk.",
        "kiest": True,
        "verborgen": "Alleen bij ja: Notenkraker.",
        "middelen": ["anders"],
        "middelen-anders": "Putter",
        "dyslexie": 3.1416,
        "hulp": [
            {"groep": "Onderbouw", "aantal": 2.7183},
            {"groep": "Middenbouw", "aantal": 6.2831},
            {"groep": "Bovenbouw", "aantal": 41},
        ],
    }


def _name_people(places: LocationPlaces) -> None:
    names = {
        Role.EDITOR: "Rita Roerdomp",
        Role.DIRECTOR: "Kees Kluut",
        Role.COUNCIL_CHAIR: "Willem Wulp",
        Role.COUNCIL_MEMBER: "Greet Grutto",
        Role.BOARD_MEMBER: "Tineke Tureluur",
        Role.BOARD_SECRETARY: "Karel Kemphaan",
        Role.COORDINATOR: "Saskia Scholekster",
    }
    for role, name in names.items():
        user = places.user(role)
        user.name = name
        user.save()
    invite(
        actor=places.actor(Role.DIRECTOR),
        email="nachtegaal@levend.example",
        role=Role.EDITOR,
        place=places.location,
    )


def _change_contacts(places: LocationPlaces) -> None:
    """Two were on the page for a while: one left, one got another number."""
    actor, location_id = places.actor(Role.DIRECTOR), places.location.pk
    former = add_contact(
        actor=actor,
        location_id=location_id,
        fields=ContactPersonFields("intern begeleider", "Frans Fuut", "0399 777 000", "fuut@delinde.example"),
    )
    present = add_contact(
        actor=actor,
        location_id=location_id,
        fields=ContactPersonFields("directeur", f"Zus {REACHED}", "0399 777 001"),
    )
    run_jobs()
    remove_contact(actor=actor, location_id=location_id, contact_id=former.pk)
    change_contact(
        actor=actor,
        location_id=location_id,
        contact_id=present.pk,
        fields=ContactPersonFields("directeur", f"Zus {REACHED}", "0399 777 002"),
    )


def everything_public(folder: Path) -> Iterator[Got]:
    """Every page that links lead to, every public file and its address by hash, and the site written into `folder`.

    Links are followed from the region in both languages, so a new page comes along by itself.
    """
    client, seen = Client(), set[str]()
    waiting = ["/", "/en/", *PublicFile.objects.values_list("path", flat=True)]
    waiting += [
        f"/document/{sha256}.{ending}"
        for sha256 in Artefact.objects.values_list("sha256", flat=True)
        for ending in ("pdf", "json", "html")
    ]
    while waiting:
        path = waiting.pop()
        if path in seen or is_private(path):
            continue
        seen.add(path)
        response = client.get(path)
        content = b"".join(response) if response.streaming else response.content
        headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
        yield Got(path, f"{path}\n{headers}\n{_readable(content)}")
        if response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html"):
            waiting += [
                unescape(link).split("#")[0]
                for link in re.findall(r'(?:href|src|action)="(/[^"]*)"', content.decode())
                if not link.startswith(settings.STATIC_URL)
            ]
    assert main(["publish", "--to", str(folder)]) == 0
    for file in folder.rglob("*"):
        if file.is_file() and "static" not in file.relative_to(folder).parts:
            yield Got(f"exported {file.relative_to(folder)}", f"{file.name}\n{_readable(file.read_bytes())}")


def _readable(content: bytes) -> str:
    """As it stands, without the disguises of HTML and JSON, and what is inside a PDF."""
    if content.startswith(b"%PDF"):
        attached = pypdf.PdfReader(io.BytesIO(content)).attachments.values()
        return text_of_pdf(content) + "".join(one.decode() for versions in attached for one in versions)
    text = content.decode("utf-8", "ignore")
    try:
        plain = json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        plain = unescape(text)
    return f"{text}\n{plain}"
