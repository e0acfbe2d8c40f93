"""Where a school puts its own questions, and those that it put."""

from dataclasses import dataclass
from datetime import datetime

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import location_for
from levend.core import clock
from levend.organisations.queries.reach import reach_of
from levend.rounds.enums import HelpKind
from levend.rounds.models import HelpRequest
from levend.rounds.queries.school import open_rounds_of
from levend.rounds.rules.asking import can_ask_for_help

SHOWN = 10


@dataclass(frozen=True)
class Sent:
    kind: HelpKind
    text: str
    addressee: str
    asked_by: str
    asked_at: datetime


@dataclass(frozen=True)
class HelpPage:
    """`about_content` and `about_technique` are what the round says of each, empty outside a round."""

    code: str
    school: str
    about_content: str
    about_technique: str
    sent: tuple[Sent, ...]


def help_page(actor: Actor, location_code: str) -> HelpPage:
    """Raises `NotFound` for a stranger, `NotAllowed` for others around the school."""
    location = location_for(actor, location_code)
    can_ask_for_help(actor, reach_of(location.pk, clock.today())).require()
    entry = open_rounds_of([location.pk]).get(location.pk)
    rows = HelpRequest.objects.filter(location=location).order_by("-id")[:SHOWN]
    return HelpPage(
        code=location.code,
        school=location.name,
        about_content=entry.round.ask_about_content if entry else "",
        about_technique=entry.round.ask_about_technique if entry else "",
        sent=tuple(
            Sent(HelpKind(row.kind), row.text, row.addressee, row.asked_by_name, row.asked_at) for row in rows
        ),
    )
