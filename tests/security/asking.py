"""How a row of the table is asked: its address, and what is sent along."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.urls import reverse

from levend.accounts.enums import PlaceKind, Role
from levend.core import clock
from levend.organisations.values import SchoolYear
from tests.adoption.story import letter
from tests.security.scenes import ANSWER, Scene, invitation_token
from tests.security.table import Row

Arguments = Callable[[Scene, str], list[object]]
Payload = Mapping[str, object]
CHAPTER, QUESTION = "alles", "ambitions"


def _none(scene: Scene, word: str) -> list[object]:
    return []


def _code(scene: Scene, word: str) -> list[object]:
    return [scene.code]


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
    "school_on": lambda scene, word: [scene.code, clock.today()],
    "profile_pdf": _code,
    "profile_pdf_on": lambda scene, word: [scene.code, clock.today()],
    "theme": lambda scene, word: [scene.linde.consortium.code],
    "logo": lambda scene, word: [scene.linde.consortium.code],
    "accept_invitation": lambda scene, word: ["geraden" if word else scene.token],
    "enter_as": lambda scene, word: ["director"],
    "account_reset_password_from_key": lambda scene, word: ["1", "geraden"],
    "people_at": lambda scene, word: _PLACES[word](scene),
    "end_membership": lambda scene, word: [scene.membership_id],
    "renew_invitation": lambda scene, word: [scene.invitation_id],
    "withdraw_invitation": lambda scene, word: [scene.invitation_id],
    "profile_overview": _code,
    "profile_draft": _code,
    "profile_chapter": lambda scene, word: [scene.code, CHAPTER],
    "profile_answer": lambda scene, word: [scene.code, CHAPTER, QUESTION],
    "profile_history": lambda scene, word: [scene.code, CHAPTER, QUESTION],
    "begin": _code,
    "chain": _code,
    "step": lambda scene, word: [scene.code, word],
    "condition": lambda scene, word: [scene.code, 1],
    "text": lambda scene, word: [scene.code, scene.sha256],
    "concept_pdf": lambda scene, word: [scene.code, scene.sha256],
    "difference": lambda scene, word: [scene.code, scene.advised_sha256, scene.sha256],
    "paper": lambda scene, word: [scene.code, scene.paper_id],
    "erasing": _code,
    "confirm_erasure": lambda scene, word: [scene.code, scene.erasure_id],
    "withdraw_erasure": lambda scene, word: [scene.code, scene.erasure_id],
    "log": _code,
}


def address(row: Row, scene: Scene) -> str:
    if row.name == "accept_invitation" and not row.word and scene.token == "geraden":
        scene.token = invitation_token(scene)
    return reverse(row.name, args=ARGUMENTS.get(row.name, _none)(scene, row.word))


def _day(days: int = 0) -> str:
    day = clock.today() + timedelta(days=days)
    return f"{day.day}-{day.month}-{day.year}"


def _answer(scene: Scene) -> Payload:
    return {QUESTION: "Iets anders dan er stond.", f"{QUESTION}.revision": "1"}


_REASON = {"reason": "Er staat iets verkeerd in hoofdstuk 4."}
_INVITED: dict[str, Role] = {
    "school": Role.DIRECTOR,
    "raad": Role.COUNCIL_MEMBER,
    "bestuur": Role.BOARD_MEMBER,
    "samenwerkingsverband": Role.COORDINATOR,
    "groep": Role.GROUP_COORDINATOR,
    "installatie": Role.OPERATOR,
}
PAYLOADS: dict[str, Callable[[Scene], Payload]] = {
    "account_login": lambda scene: {"login": "niemand@levend.example", "password": "geraden"},
    "accept_invitation": lambda scene: {"name": "Nieuw Hier", "password": "vier woorden zijn genoeg"},
    "account_reset_password": lambda scene: {"email": "niemand@levend.example"},
    **{
        f"people_at:{word}": lambda scene, role=role: {"email": "gast@levend.example", "role": role.value}
        for word, role in _INVITED.items()
    },
    "profile_chapter": _answer,
    "profile_answer": _answer,
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
