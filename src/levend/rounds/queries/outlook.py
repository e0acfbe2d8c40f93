"""What still comes at one school: the steps with their days, and until when its profile holds."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import location_for
from levend.adoption.enums import State
from levend.core import clock
from levend.rounds.engine.next_step import NextStep, Validity
from levend.rounds.engine.outlook import steps_ahead
from levend.rounds.queries.next_steps import situations_of
from levend.rounds.queries.turns import ASKED


@dataclass(frozen=True)
class Coming:
    """A step that is still to come; `is_now`: it is what the profile waits for."""

    label: str
    day: date
    is_now: bool


@dataclass(frozen=True)
class Outlook:
    """`validity` is of the version that holds last; `asks_renewal`: nothing is being written, so its successor comes next."""

    code: str
    step: NextStep
    coming: tuple[Coming, ...]
    validity: Validity | None
    asks_renewal: bool

    @property
    def has_ended(self) -> bool:
        return self.validity is not None and self.validity.valid_until < clock.today()

    @property
    def may_ask_in_time(self) -> bool:
        """Whether the council can still have its whole term before the profile ends."""
        return self.validity is not None and clock.today() <= self.validity.ask_by

    @property
    def is_warned(self) -> bool:
        """Whether the regime finds the end near while nothing is being written."""
        return self.asks_renewal and self.validity is not None and self.validity.level > 0


def outlook_of(actor: Actor, location_code: str) -> Outlook:
    """Six queries. Raises `NotFound` for a school that this actor does not follow."""
    location = location_for(actor, location_code)
    found = situations_of([location.pk])[location.pk]
    at, today = found.standing, clock.today()
    coming = tuple(
        Coming(
            _label(at.state) if one.kind is None else capfirst(str(one.kind.label)), one.day, one.kind is None
        )
        for one in steps_ahead(at, today)
    )
    if at.state is State.SUBMITTED and found.next.due_on is not None:
        coming = (Coming(_label(at.state), found.next.due_on, is_now=True),)
    return Outlook(location.code, found.next, coming, at.validity, at.state in {None, State.RECEIVED})


def _label(state: State | None) -> str:
    """What is asked now, as the first line of a list."""
    return _("Nu: %(step)s") % {"step": str(ASKED[state])} if state else ""
