"""How a row of the table is asked: its address, and what is sent along."""

import json
from collections.abc import Callable, Mapping
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from levend.accounts.enums import PlaceKind, Role
from levend.accounts.queries.stop_link import stop_url
from levend.core import clock
from levend.notifications.models import OutboxMessage
from levend.organisations.values import SchoolYear
from levend.web.organisations.forms.choices import OWN_COLOURS
from tests.adoption.story import letter
from tests.security.asking_formats import FORMAT_ARGUMENTS, FORMAT_PAYLOADS
from tests.security.asking_registers import REGISTER_ARGUMENTS, REGISTER_PAYLOADS
from tests.security.asking_rounds import ROUND_ARGUMENTS, ROUND_PAYLOADS
from tests.security.scenes import ANSWER, Scene, invitation_token
from tests.security.scenes_receipt import question_id
from tests.security.scenes_rounds import round_id
from tests.security.scenes_together import reader_id
from tests.security.table import Row

Arguments = Callable[[Scene, str], list[object]]
Payload = Mapping[str, object]


def _none(scene: Scene, word: str) -> list[object]:
    return []


def _code(scene: Scene, word: str) -> list[object]:
    return [scene.code]


def _consortium(scene: Scene, word: str) -> list[object]:
    return [scene.linde.consortium.code]


_OF_CONSORTIUM = (
    "consortium",
    "consortium_name",
    "consortium_contact",
    "consortium_logo",
    "consortium_regime",
    "consortium_locations",
    "group_view",
    "colours",
    "colours_preview",
    "new_location_in",
    "catalogue",
    "new_own_entry",
)

_PLACES: dict[str, Callable[[Scene], list[object]]] = {
    "school": lambda scene: [PlaceKind.LOCATION, scene.code],
    "raad": lambda scene: [PlaceKind.COUNCIL, str(scene.linde.council.pk)],
    "bestuur": lambda scene: [PlaceKind.BOARD, scene.linde.board.code],
    "samenwerkingsverband": lambda scene: [PlaceKind.CONSORTIUM, scene.linde.consortium.code],
    "groep": lambda scene: [PlaceKind.GROUP, scene.linde.group.code],
    "installatie": lambda scene: [PlaceKind.INSTALLATION, "levend"],
}
ARGUMENTS: dict[str, Arguments] = {
    "school": _code,
    "other_day": _code,
    "school_on": lambda scene, word: [scene.code, clock.today()],
    "profile_pdf": _code,
    "profile_pdf_on": lambda scene, word: [scene.code, clock.today()],
    "profile_json": _code,
    "profile_json_on": lambda scene, word: [scene.code, clock.today()],
    "document": lambda scene, word: [scene.document_sha256, "pdf"],
    "schools_page": lambda scene, word: [1],
    "theme": lambda scene, word: [scene.linde.consortium.code],
    "logo": lambda scene, word: [scene.linde.consortium.code],
    "accept_invitation": lambda scene, word: ["geraden" if word else scene.token],
    "letter": lambda scene, word: [letter_id()],
    "letter_again": lambda scene, word: [letter_id()],
    "stop_letters": lambda scene, word: [
        f"{scene.linde.user(Role.DIRECTOR).pk}:x" if word else stop_token(scene)
    ],
    "enter_as": lambda scene, word: ["director"],
    "account_reset_password_from_key": lambda scene, word: ["1", "geraden"],
    "people_at": lambda scene, word: _PLACES[word](scene),
    "end_membership": lambda scene, word: [scene.membership_id],
    "renew_invitation": lambda scene, word: [scene.invitation_id],
    "withdraw_invitation": lambda scene, word: [scene.invitation_id],
    "group": lambda scene, word: [scene.linde.group.code],
    "board": lambda scene, word: [scene.linde.board.code],
    **dict.fromkeys(_OF_CONSORTIUM, _consortium),
    **dict.fromkeys(
        ("location", "location_facts", "hand_over", "seat_council", "place_in_consortium"), _code
    ),
    "leave_consortium": lambda scene, word: [scene.code, scene.belonging_id],
    "close_own_entry": lambda scene, word: [scene.linde.consortium.code, scene.own_entry_code],
    "profile_overview": _code,
    "profile_draft": _code,
    **dict.fromkeys(("on_paper", "on_paper_form", "on_paper_take"), _code),
    "profile_chapter": lambda scene, word: [scene.code, scene.chapter],
    "profile_answer": lambda scene, word: [scene.code, scene.chapter, scene.question],
    "profile_history": lambda scene, word: [scene.code, scene.chapter, scene.question],
    "judge_answer": lambda scene, word: [scene.code, scene.chapter, scene.question],
    **dict.fromkeys(("chapter_owners", "share_concept", "shared_concept"), _code),
    "shared_chapter": lambda scene, word: [scene.code, scene.chapter],
    "co_readers": _code,
    "end_co_reader": lambda scene, word: [scene.code, reader_id()],
    "read_along": lambda scene, word: [word or scene.link],
    "read_along_chapter": lambda scene, word: [word or scene.link, scene.chapter],
    "remarks": lambda scene, word: [scene.code, scene.chapter],
    "begin": _code,
    **FORMAT_ARGUMENTS,
    **REGISTER_ARGUMENTS,
    **ROUND_ARGUMENTS,
    **dict.fromkeys(("receipt", "school_questions", "ask_help", "school_survey"), _code),
    "round_burden": lambda scene, word: [round_id()],
    "before_advice": _code,
    **dict.fromkeys(("changes_now", "school_figures"), _code),
    "examples": _code,
    "difference_pdf": lambda scene, word: [scene.code, scene.advised_sha256, scene.sha256],
    "chain": _code,
    "step": lambda scene, word: [scene.code, word],
    "condition": lambda scene, word: [scene.code, 1],
    "text": lambda scene, word: [scene.code, scene.sha256],
    "concept_pdf": lambda scene, word: [scene.code, scene.sha256],
    "difference": lambda scene, word: [scene.code, scene.advised_sha256, scene.sha256],
    "paper": lambda scene, word: [scene.code, scene.paper_id],
    "withdraw_profile": _code,
    "contacts": _code,
    **{
        name: lambda scene, word: [scene.code, scene.contact_id]
        for name in ("contact_person", "contact_up", "contact_down", "remove_contact")
    },
    "erasing": _code,
    "confirm_erasure": lambda scene, word: [scene.code, scene.erasure_id],
    "withdraw_erasure": lambda scene, word: [scene.code, scene.erasure_id],
    "log": _code,
}


def letter_id() -> int:
    return OutboxMessage.objects.order_by("id")[0].pk


def stop_token(scene: Scene) -> str:
    return stop_url(scene.linde.user(Role.DIRECTOR).pk).rstrip("/").rpartition("/")[2]


def address(row: Row, scene: Scene) -> str:
    if row.name == "accept_invitation" and not row.word and scene.token == "geraden":
        scene.token = invitation_token(scene)
    with translation.override("en" if row.word == "en" else "nl"):
        return reverse(row.name, args=ARGUMENTS.get(row.name, _none)(scene, row.word))


def _day(days: int = 0) -> str:
    day = clock.today() + timedelta(days=days)
    return f"{day.day}-{day.month}-{day.year}"


def _answer(scene: Scene) -> Payload:
    return {scene.question: "Iets anders dan er stond.", f"{scene.question}.revision": "1"}


def _offered(scene: Scene) -> str:
    """What a form proposes, as its page sends it back."""
    return json.dumps({"offers": [{"key": scene.question, "value": "Van papier.", "revision": 1}]})


_REASON = {"reason": "Er staat iets verkeerd in hoofdstuk 4."}
_INVITED: dict[str, Role] = {
    "school": Role.DIRECTOR,
    "raad": Role.COUNCIL_MEMBER,
    "bestuur": Role.BOARD_MEMBER,
    "samenwerkingsverband": Role.COORDINATOR,
    "groep": Role.GROUP_COORDINATOR,
    "installatie": Role.OPERATOR,
}
_ADDRESS = {
    "name": "De Es",
    "school_type": "bao",
    "street": "Brink 1",
    "postcode": "9451 AA",
    "city": "Rolde",
}
_NEW_LOCATION = {**_ADDRESS, "code": "56GH00", "board": "41001"}
_LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'
ORGANISATIONS: dict[str, Callable[[Scene], Payload]] = {
    "new_group": lambda scene: {"name": "Noord", "code": "noord"},
    "group": lambda scene: {"name": "Anders"},
    "new_board": lambda scene: {"name": "Stichting Es", "code": "40123"},
    "board": lambda scene: {"name": "Anders"},
    "new_consortium": lambda scene: {"name": "Noord", "code": "PO2201", "group": ""},
    "consortium_name": lambda scene: {"name": "Anders", "group": ""},
    "consortium_contact": lambda scene: {"phone": "030 1"},
    "consortium_logo": lambda scene: {"logo": SimpleUploadedFile("logo.svg", _LOGO)},
    "consortium_regime": lambda scene: {"key": "schoolgids", "valid_from": _day(), "reason": "Afspraak."},
    "catalogue": lambda scene: {"basis": ["TAAL-DYS"]},
    "new_own_entry": lambda scene: {
        "nl": "Rustklas",
        "plain": "Klas met veel rust",
        "en": "Calm class",
        "domain": "WERK",
        "suffix": "RUST",
    },
    "close_own_entry": lambda scene: {"successor": ""},
    "group_view": lambda scene: {"group_sees": "content"},
    "colours": lambda scene: OWN_COLOURS,
    "new_location": lambda scene: _NEW_LOCATION,
    "new_location_in": lambda scene: {**_NEW_LOCATION, "valid_from": _day()},
    "location_facts": lambda scene: _ADDRESS,
    "hand_over": lambda scene: {"board": "41002"},
    "seat_council": lambda scene: {"council": "mr", "name": "MR Nieuw", "valid_from": _day()},
    "place_in_consortium": lambda scene: {"consortium": "PO9902", "valid_from": _day()},
    "leave_consortium": lambda scene: {"last_day": _day()},
}
PAYLOADS: dict[str, Callable[[Scene], Payload]] = {
    **ORGANISATIONS,
    **FORMAT_PAYLOADS,
    **REGISTER_PAYLOADS,
    **ROUND_PAYLOADS,
    "account": lambda scene: {"language": "en", "reminders": "weekly"},
    "account_login": lambda scene: {"login": "niemand@levend.example", "password": "geraden"},
    "accept_invitation": lambda scene: {"name": "Nieuw Hier", "password": "vier woorden zijn genoeg"},
    "account_reset_password": lambda scene: {"email": "niemand@levend.example"},
    **{
        f"people_at:{word}": lambda scene, role=role: {"email": "gast@levend.example", "role": role.value}
        for word, role in _INVITED.items()
    },
    "school_survey": lambda scene: dict.fromkeys(("clear", "fitting", "former", "effort", "useful"), "4"),
    "receipt": lambda scene: {"eigen": ["Wie geeft de hulp?"]},
    "school_questions": lambda scene: {"vraag": str(question_id()), "answer": "Ja, dat klopt."},
    "ask_help": lambda scene: {"kind": "content", "text": "Hoe lang mag dit zijn?"},
    "profile_chapter": _answer,
    "profile_answer": _answer,
    "judge_answer": lambda scene: {"oordeel": "klopt", f"{scene.question}.revision": "1"},
    "chapter_owners": lambda scene: {
        "hoofdstuk": scene.chapter,
        "people": [str(scene.linde.user(Role.EDITOR).pk)],
    },
    "share_concept": lambda scene: {"doe": "terug"},
    "shared_chapter": lambda scene: {"doe": "plaats", "text": "Hoe lang duurt dit?"},
    "co_readers": lambda scene: {"name": "Ouderraad", "kind": "parent", "days": "14"},
    "read_along_chapter": lambda scene: {"doe": "plaats", "text": "Hoe lang duurt dit?"},
    "remarks": lambda scene: {"doe": "plaats", "text": "Hoe lang duurt dit?"},
    "on_paper_take": lambda scene: {"voorstel": _offered(scene), "alles": "1"},
    "begin": lambda scene: {
        "version": str(scene.version_id),
        "school_year": str(SchoolYear.containing(clock.today())),
    },
    "step:advies-geven": lambda scene: {"kind": "positive", "words": "Een helder verhaal."},
    "step:advies-registreren": lambda scene: {
        "kind": "positive",
        "given_on": _day(),
        "file": letter(),
    },
    "step:vaststellen": lambda scene: {"meeting_date": _day()},
    "step:vaststelling-registreren": lambda scene: {"meeting_date": _day(), "file": letter()},
    "step:indienen": lambda scene: {
        "declares_advice": "on",
        "declares_adoption": "on",
        "function": "directeur",
    },
    "step:correctie-vragen": lambda scene: {**_REASON, "due_on": _day(9)},
    "condition": lambda scene: {"reaction": "followed", "explanation": "Dat doen wij."},
    **{
        f"step:{slug}": lambda scene: _REASON
        for slug in (
            "heropenen",
            "teruggeven",
            "corrigeren",
            "correctie-teruggeven",
            "bezwaar-advies",
            "bezwaar-vaststelling",
        )
    },
    "contacts": lambda scene: {"function": "directeur", "phone": "0399 12 34 56"},
    "examples": lambda scene: {"doe": "merk:ambitions:0"},
    "contact_person": lambda scene: {"function": "directeur", "phone": "0399 12 34 56"},
    "withdraw_profile": lambda scene: {"on": _day(), "reason": "De tekst klopt niet meer.", "sure": "on"},
    "erasing": lambda scene: {"passage": ANSWER, "why": "Op verzoek.", "ask": "1"},
    "confirm_erasure": lambda scene: {"looked": "on"},
    "decide:vaststellen": lambda scene: {
        "besluit": "vaststellen",
        "cases": [str(scene.case.pk)],
        "meeting_date": _day(),
    },
    "decide:adviseren": lambda scene: {
        "besluit": "adviseren",
        "cases": [str(scene.case.pk)],
        "words": "Een helder verhaal.",
    },
    "receive": lambda scene: {"besluit": "ontvangen", "cases": [str(scene.case.pk)]},
}
"""What somebody sends who may: refused it must change nothing."""


def payload(row: Row, scene: Scene) -> Payload:
    return PAYLOADS.get(row.key, lambda scene: {})(scene)
