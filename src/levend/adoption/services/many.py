"""Several profiles on one page with one date, each its own record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from levend.accounts.actor import Actor
from levend.adoption.enums import AdviceKind
from levend.adoption.models import AdoptionCase
from levend.adoption.services.adopting import adopt
from levend.adoption.services.advising import give_advice
from levend.adoption.services.submitting import receive
from levend.core.errors import LevendError


@dataclass(frozen=True)
class Refusal:
    """A case of the many that did not go, with the reason."""

    case_id: int
    reason: str


def adopt_many(
    *, actor: Actor, case_ids: Iterable[int], meeting_date: date
) -> tuple[list[AdoptionCase], list[Refusal]]:
    """Adopt each of these; what needs an explanation is refused and stays for its own page."""
    return _each(case_ids, lambda case_id: adopt(actor=actor, case_id=case_id, meeting_date=meeting_date))


def advise_many(
    *, actor: Actor, case_ids: Iterable[int], kind: AdviceKind, words: str
) -> tuple[list[AdoptionCase], list[Refusal]]:
    """Give the same advice on each of these: a GMR that serves several locations."""
    return _each(case_ids, lambda case_id: give_advice(actor=actor, case_id=case_id, kind=kind, words=words))


def receive_many(*, actor: Actor, case_ids: Iterable[int]) -> tuple[list[AdoptionCase], list[Refusal]]:
    """Record receipt of each of these."""
    return _each(case_ids, lambda case_id: receive(actor=actor, case_id=case_id))


def _each(
    case_ids: Iterable[int], step: Callable[[int], AdoptionCase]
) -> tuple[list[AdoptionCase], list[Refusal]]:
    """Each step in its own transaction: one that is refused stops no other."""
    done: list[AdoptionCase] = []
    refused: list[Refusal] = []
    for case_id in dict.fromkeys(case_ids):
        try:
            done.append(step(case_id))
        except LevendError as error:
            refused.append(Refusal(case_id, str(error)))
    return done, refused
