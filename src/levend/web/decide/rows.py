"""A row of the list of schools, in words and signs."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from levend.adoption.enums import Party, State
from levend.adoption.queries.states import NOT_BEGUN, LocationState
from levend.core import clock
from levend.rounds.engine.next_step import Ground, NextStep

SIGNS: dict[State, tuple[str, str]] = {
    State.DRAFT: ("", "pencil"),
    State.AWAITING_ADVICE: ("plum", "message-square"),
    State.ADVICE_GIVEN: ("info", "landmark"),
    State.REOPENED: ("grow", "undo-2"),
    State.AWAITING_CONFIRMATION: ("plum", "message-square"),
    State.RETURNED_BY_BOARD: ("grow", "undo-2"),
    State.ADOPTED: ("ok", "stamp"),
    State.CORRECTING: ("grow", "pencil"),
    State.AWAITING_CORRECTION: ("info", "landmark"),
    State.SUBMITTED: ("brand", "send"),
    State.RETURNED_BY_CONSORTIUM: ("grow", "undo-2"),
    State.RECEIVED: ("ok", "check"),
}
"""Kind of label and icon."""


@dataclass(frozen=True)
class LocationRow:
    """`who` is the body on turn, or *u*; `party` what it is, empty where the name says enough.

    `next` says by when; where nobody is on turn that is the last day of what holds.
    """

    of: LocationState
    label: str
    kind: str
    icon: str
    who: str
    party: str
    next: NextStep

    @property
    def is_late(self) -> bool:
        return self.next.is_late(clock.today())

    @property
    def valid_until(self) -> date | None:
        """The last day of what holds, where the next step is about its successor."""
        return self.next.late_after

    @property
    def is_validity(self) -> bool:
        """Whether the day is that of a profile's end, while nothing is being written."""
        return self.next.ground is Ground.VALIDITY and self.of.state in {None, State.RECEIVED}


def row_of(location: LocationState, step: NextStep) -> LocationRow:
    if location.state is None:
        return LocationRow(
            location, _("Nog niet begonnen"), "quiet", "", location.who, str(location.party.label), step
        )
    kind, icon = SIGNS[location.state]
    label = capfirst(str(location.state.label))
    if location.party is Party.NOBODY:
        return LocationRow(location, label, kind, icon, _("niemand meer"), "", step)
    who = _("U") if location.is_yours else location.who
    return LocationRow(location, label, kind, icon, who or "–", str(location.party.label), step)


def choices(counts: dict[str, int], chosen: str) -> tuple[tuple[str, str], ...]:
    """States to filter by, with their numbers: those where something is, and the one that is chosen."""
    labels = {NOT_BEGUN: _("nog niet begonnen"), **{state.value: str(state.label) for state in State}}
    shown = [
        (key, f"{label} ({counts[key]})") for key, label in labels.items() if counts[key] or key == chosen
    ]
    return (("", _("Alle standen (%(number)d)") % {"number": sum(counts.values())}), *shown)
