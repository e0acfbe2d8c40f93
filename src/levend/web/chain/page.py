"""Everything on the page of a case."""

from dataclasses import dataclass

from django.urls import reverse

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.adoption.enums import State
from levend.adoption.queries.overview import CaseOverview
from levend.adoption.queries.starting import Start, start_of
from levend.adoption.transitions import UNLOCKED
from levend.web.chain.reading import Day, Texts, days_of, texts_of
from levend.web.chain.timeline import NOW, Action, Ahead, Entry, actions, ahead, entries
from levend.web.chain.turn import TurnCard, turn_card


@dataclass(frozen=True)
class ChainPage:
    """`now` is the title and icon of what the case waits for, none when it is at its end; `start` who may begin anew."""

    about: CaseOverview
    turn: TurnCard | None
    entries: tuple[Entry, ...]
    now: tuple[str, str] | None
    actions: tuple[Action, ...]
    ahead: tuple[Ahead, ...]
    days: tuple[Day, ...]
    texts: Texts
    write_url: str
    start: Start | None


def chain_page(actor: Actor, about: CaseOverview) -> ChainPage:
    title = NOW.get(about.state)
    ended = about.state is State.RECEIVED
    return ChainPage(
        about=about,
        turn=turn_card(actor, about),
        entries=tuple(entries(actor, about)),
        now=(str(title[0]), title[1]) if title else None,
        actions=actions(actor, about),
        ahead=tuple(ahead(actor, about)),
        days=days_of(about),
        texts=texts_of(actor, about),
        write_url=_write_url(actor, about),
        start=start_of(actor, about.case.location.code) if ended else None,
    )


def _write_url(actor: Actor, about: CaseOverview) -> str:
    """Where the text is written, for who may do so now."""
    may = about.state in UNLOCKED and actor.has(Permission.WRITE, on=about.facts.reach)
    return reverse("profile_overview", args=[about.case.location.code]) if may else ""
