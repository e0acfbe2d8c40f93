"""Bring a case to any state, as the people who would do it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption import services
from levend.adoption.enums import AdviceKind, State, Step
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.profiles.models import Answer
from levend.profiles.services import save_answer
from levend.profiles.values import Conflict
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces

_ELEMENTS = (
    "basic-support",
    "extra-support",
    "ambitions",
    "expertise-present",
    "expertise-to-develop",
    "training-consequences",
)
LEGAL = (
    "key: wettelijk\nversion: 1\ntitle: Kort format\nchapters:\n  - key: alles\n    title: Alles\n    items:\n"
    + "".join(
        f"      - {{key: {element}, type: long_text, label: Over {element}, required: true, tags: ['element:{element}']}}\n"
        for element in _ELEMENTS
    )
)
"""A format of one required question for each element that the law asks for."""

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def letter(name: str = "brief.pdf", data: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="application/pdf")


@dataclass
class Story:
    """One case of one location with its people."""

    places: LocationPlaces
    case: AdoptionCase

    @classmethod
    def begin(cls, places: LocationPlaces, *, requires_positive_advice: bool = False) -> "Story":
        case = services.open_case(
            actor=places.actor(Role.DIRECTOR),
            location_id=places.location.pk,
            version_id=make_version(LEGAL).pk,
            requires_positive_advice=requires_positive_advice,
        )
        return cls(places, case)

    @property
    def id(self) -> int:
        return self.case.pk

    @property
    def state(self) -> State:
        return State(AdoptionCase.objects.get(pk=self.id).state)

    def reload(self) -> AdoptionCase:
        self.case = AdoptionCase.objects.get(pk=self.id)
        return self.case

    def actor(self, role: Role) -> Actor:
        return self.places.actor(role)

    def write(self, key: str, text: str) -> None:
        """Save one answer on top of what is there."""
        row = Answer.objects.filter(profile_id=self.case.profile_id, question_key=key).first()
        saved = save_answer(
            actor=self.actor(Role.EDITOR),
            profile_id=self.case.profile_id,
            key=key,
            value=text,
            based_on=row.revision if row else 0,
        )
        assert not isinstance(saved, Conflict)

    def complete(self, words: str = "Zo doen wij dat.") -> None:
        for element in _ELEMENTS:
            self.write(element, f"{element}: {words}")

    # --- one method per step, by whom it belongs to
    def take(self, step: Step, actor: Actor | None = None, **more: object) -> AdoptionCase:
        """Take a step with ordinary arguments; `more` replaces some of them."""
        role, service, arguments = STEPS[step]
        chosen = {**arguments(), **more}
        return service(actor=actor or self.actor(role), case_id=self.id, **chosen)

    def bring_to(self, state: State) -> "Story":
        """Walk the shortest way to a state."""
        for step in WAYS[state]:
            if step == Step.ASK_ADVICE:
                self.complete()
            if step is Step.ASK_CONFIRMATION:
                self.write("ambitions", "Anders dan eerst.")
            self.take(step)
        assert self.state == state
        return self


def _none() -> dict[str, object]:
    return {}


def _advice() -> dict[str, object]:
    return {"kind": AdviceKind.POSITIVE, "words": "Een helder verhaal."}


def _paper_advice() -> dict[str, object]:
    return {**_advice(), "given_on": clock.today(), "letter": letter()}


def _reason() -> dict[str, object]:
    return {"reason": "Er staat iets verkeerd in hoofdstuk 4."}


def _meeting() -> dict[str, object]:
    return {"meeting_date": clock.today()}


def _declaration() -> dict[str, object]:
    return {"declares_advice": True, "declares_adoption": True, "function": "directeur"}


def _correction() -> dict[str, object]:
    return {**_reason(), "due_on": clock.today() + timedelta(days=14)}


Service = Callable[..., AdoptionCase]
STEPS: dict[Step, tuple[Role, Service, Callable[[], dict[str, object]]]] = {
    Step.ASK_ADVICE: (Role.DIRECTOR, services.ask_advice, _none),
    Step.GIVE_ADVICE: (Role.COUNCIL_CHAIR, services.give_advice, _advice),
    Step.REGISTER_ADVICE: (Role.DIRECTOR, services.register_advice, _paper_advice),
    Step.PASS_TERM: (Role.DIRECTOR, services.pass_term, _none),
    Step.REOPEN: (Role.EDITOR, services.reopen, _reason),
    Step.ASK_CONFIRMATION: (Role.DIRECTOR, services.ask_confirmation, _none),
    Step.CONFIRM_ADVICE: (Role.COUNCIL_CHAIR, services.confirm_advice, _none),
    Step.OFFER_UNCHANGED: (Role.DIRECTOR, services.offer_unchanged, _none),
    Step.ADOPT: (Role.BOARD_MEMBER, services.adopt, _meeting),
    Step.REGISTER_ADOPTION: (
        Role.DIRECTOR,
        services.register_adoption,
        lambda: {**_meeting(), "minutes": letter("notulen.pdf")},
    ),
    Step.RETURN_TO_SCHOOL: (Role.BOARD_MEMBER, services.return_to_school, _reason),
    Step.CORRECT: (Role.DIRECTOR, services.correct, _reason),
    Step.OFFER_CORRECTION: (Role.DIRECTOR, services.offer_correction, _none),
    Step.CONFIRM_CORRECTION: (Role.BOARD_MEMBER, services.confirm_correction, _none),
    Step.RETURN_CORRECTION: (Role.BOARD_MEMBER, services.return_correction, _reason),
    Step.SUBMIT: (Role.DIRECTOR, services.submit, _declaration),
    Step.RECEIVE: (Role.COORDINATOR, services.receive, _none),
    Step.ASK_CORRECTION: (Role.COORDINATOR, services.ask_correction, _correction),
    Step.OBJECT_TO_ADVICE: (Role.COUNCIL_CHAIR, services.object_to_advice, _reason),
    Step.OBJECT_TO_ADOPTION: (Role.BOARD_MEMBER, services.object_to_adoption, _reason),
}
"""Every step but the board's reaction, which needs conditions: who takes it, by which service, with what."""

_TO_ADVICE = (Step.ASK_ADVICE, Step.GIVE_ADVICE)
_TO_ADOPTION = (*_TO_ADVICE, Step.ADOPT)
WAYS: dict[State, tuple[Step, ...]] = {
    State.DRAFT: (),
    State.AWAITING_ADVICE: (Step.ASK_ADVICE,),
    State.ADVICE_GIVEN: _TO_ADVICE,
    State.REOPENED: (*_TO_ADVICE, Step.REOPEN),
    State.AWAITING_CONFIRMATION: (*_TO_ADVICE, Step.REOPEN, Step.ASK_CONFIRMATION),
    State.RETURNED_BY_BOARD: (*_TO_ADVICE, Step.RETURN_TO_SCHOOL),
    State.ADOPTED: _TO_ADOPTION,
    State.CORRECTING: (*_TO_ADOPTION, Step.CORRECT),
    State.AWAITING_CORRECTION: (*_TO_ADOPTION, Step.CORRECT, Step.OFFER_CORRECTION),
    State.SUBMITTED: (*_TO_ADOPTION, Step.SUBMIT),
    State.RETURNED_BY_CONSORTIUM: (*_TO_ADOPTION, Step.SUBMIT, Step.ASK_CORRECTION),
    State.RECEIVED: (*_TO_ADOPTION, Step.SUBMIT, Step.RECEIVE),
}


def days_ahead(days: int) -> date:
    return clock.today() + timedelta(days=days)
