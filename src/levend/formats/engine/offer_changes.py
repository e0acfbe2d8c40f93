"""What became of the support that a school offered: what stops, shrinks, changes, grows or starts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .definition import FormatDefinition
from .kinds import OfferState
from .offers import Offered, offers
from .values import Answers


class OfferMove(StrEnum):
    """In the order in which it matters to a pupil who needs it: what goes away comes first."""

    STOPS = "stops"
    SHRINKS = "shrinks"
    LEVEL = "level"
    STATE = "state"
    GROWS = "grows"
    STARTS = "starts"


@dataclass(frozen=True)
class OfferChange:
    """One catalogue code whose offer is another one now; `before` and `after` are its offers, by level."""

    code: str
    move: OfferMove
    before: tuple[Offered, ...]
    after: tuple[Offered, ...]


def offer_changes(
    definition_old: FormatDefinition,
    answers_old: Answers,
    definition_new: FormatDefinition,
    answers_new: Answers,
) -> tuple[OfferChange, ...]:
    """Every code whose public offer changed: what stops first, each group in the order of the texts.

    Shrinking is a level less, fewer pupils at once, or room that was not limited before; growing the other way round.
    Where an offer does both, it counts as shrinking. Who gives the support is no part of how much there is.
    """
    old = _by_code(offers(definition_old, answers_old))
    new = _by_code(offers(definition_new, answers_new))
    changes = [
        OfferChange(code, move, old.get(code, ()), new.get(code, ()))
        for code in dict.fromkeys((*new, *old))
        if (move := _move(old.get(code, ()), new.get(code, ()))) is not None
    ]
    order = list(OfferMove)
    return tuple(sorted(changes, key=lambda change: order.index(change.move)))


def _by_code(found: Iterable[Offered]) -> Mapping[str, tuple[Offered, ...]]:
    by_code: dict[str, tuple[Offered, ...]] = {}
    for offered in found:
        by_code[offered.code] = (*by_code.get(offered.code, ()), offered)
    return by_code


def _move(before: tuple[Offered, ...], after: tuple[Offered, ...]) -> OfferMove | None:
    if not before:
        return OfferMove.STARTS
    if not after:
        return OfferMove.STOPS
    levels_before, levels_after = {each.level for each in before}, {each.level for each in after}
    room_before, room_after = _room(before), _room(after)
    states_before, states_after = _states(before), _states(after)
    if levels_after < levels_before or room_after < room_before:
        return OfferMove.SHRINKS
    if levels_before != levels_after and not levels_after > levels_before:
        return OfferMove.LEVEL
    if levels_before == levels_after and states_before != states_after:
        return OfferMove.STATE
    if levels_after > levels_before or room_after > room_before:
        return OfferMove.GROWS
    return None


def _room(found: tuple[Offered, ...]) -> float:
    """Pupils at once; without a fixed number there is no limit."""
    return min((each.capacity for each in found if each.capacity is not None), default=float("inf"))


def _states(found: tuple[Offered, ...]) -> dict[str, OfferState]:
    return {each.level.value: each.state for each in found}
