"""For whom more time is meant, before it is given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.rounds import rules
from levend.rounds.enums import RoundState
from levend.rounds.models import RoundConsortium, RoundEntry
from levend.rounds.queries.deadlines import due_of
from levend.rounds.queries.visible import entries_for, round_for

MOST = 2_000
"""More schools than that are a consortium."""


@dataclass(frozen=True)
class Extension:
    """A consortium, or schools with their last day as it is now; nothing chosen yet: the consortia to choose from."""

    round_id: int
    name: str
    deadline: date
    is_open: bool
    consortium_id: int | None
    consortium: str
    schools: tuple[tuple[str, date], ...]
    location_ids: tuple[int, ...]
    choices: tuple[tuple[str, str], ...]

    @property
    def is_chosen(self) -> bool:
        return self.consortium_id is not None or bool(self.location_ids)


def extension_of(
    actor: Actor, round_id: int, *, consortium_code: str, location_codes: Iterable[str]
) -> Extension:
    """Raises `NotFound` for what the actor may not see, `NotAllowed` or `NotNow` where it can give no more time."""
    found = round_for(actor, round_id)
    parts = list(found.parts.select_related("consortium").order_by("consortium__name", "pk"))
    part = _part(parts, consortium_code)
    entries = _entries(actor, round_id, list(location_codes)[:MOST]) if part is None else ()
    concerned = [part] if part else [entry.part for entry in entries]
    for consortium_id in {one.consortium_id for one in concerned}:
        rules.can_extend(actor, found, consortium_id).require()
    decisions = {one.pk: rules.can_extend(actor, found, one.consortium_id) for one in parts}
    if not concerned and not any(decisions.values()):
        for decision in decisions.values():
            decision.require()
        raise NotFound(str(round_id))
    return Extension(
        round_id=found.pk,
        name=found.name,
        deadline=part.extended_until or found.deadline if part else found.deadline,
        is_open=found.state == RoundState.OPEN,
        consortium_id=part.consortium_id if part else None,
        consortium=part.consortium.name if part else "",
        schools=tuple((entry.location.name, due_of(entry)) for entry in entries),
        location_ids=tuple(entry.location_id for entry in entries),
        choices=tuple((one.consortium.code, one.consortium.name) for one in parts if decisions[one.pk]),
    )


def _part(parts: list[RoundConsortium], code: str) -> RoundConsortium | None:
    if not code:
        return None
    for part in parts:
        if part.consortium.code == code:
            return part
    raise NotFound(code)


def _entries(actor: Actor, round_id: int, codes: list[str]) -> tuple[RoundEntry, ...]:
    wanted = set(codes)
    if not all(code.isascii() and code.isalnum() for code in wanted):
        raise NotFound(str(round_id))  # no code of a school, and no text for a database either
    rows = entries_for(actor, round_id).filter(location__code__in=wanted)
    found = tuple(rows.select_related("round", "part", "location").order_by("location__name", "pk"))
    if {entry.location.code for entry in found} != wanted:
        raise NotFound(", ".join(sorted(wanted)[:5]))
    return found
