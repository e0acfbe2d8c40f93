"""Everything on the page of a case."""

from dataclasses import dataclass

from django.urls import reverse

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.rules import can_keep_contacts
from levend.adoption.enums import State
from levend.adoption.queries.overview import CaseOverview
from levend.adoption.queries.record import may_read_log
from levend.adoption.queries.starting import start_of
from levend.adoption.queries.unchanged import year_of
from levend.adoption.queries.withdrawing import Withdrawn, can_withdraw_some, withdrawn_at
from levend.adoption.transitions import UNLOCKED
from levend.core import clock
from levend.profiles.queries.sharing import ShareLine, share_line
from levend.publication.queries import shown_version, withdrawn_version
from levend.publication.rules.erasing import can_ask
from levend.rounds.queries.outlook import Outlook, outlook_of
from levend.rounds.queries.school import SchoolRound, current_round
from levend.web.chain.actions import NOW, Action, Ahead, actions, ahead
from levend.web.chain.reading import Day, Texts, days_of, texts_of
from levend.web.chain.timeline import Entry, entries
from levend.web.chain.turn import TurnCard, turn_card


@dataclass(frozen=True)
class ChainPage:
    """`now` is the title and icon of what the case waits for, none when it is at its end; `may_begin` a new one, when this one
    is done. Addresses are empty for whom they are not."""

    about: CaseOverview
    turn: TurnCard | None
    entries: tuple[Entry, ...]
    now: tuple[str, str] | None
    actions: tuple[Action, ...]
    ahead: tuple[Ahead, ...]
    days: tuple[Day, ...]
    texts: Texts
    unchanged_year: str
    """The year of the version that the locked text says the same as; empty when something changed."""
    write_url: str
    before_url: str
    examples_url: str
    public_url: str
    may_begin: bool
    withdrawn: Withdrawn | None
    """The withdrawal of the newest adopted version, of this case or of the one before it."""
    withdraw_url: str
    contacts_url: str
    log_url: str
    erasing_url: str
    share: ShareLine | None
    round: SchoolRound | None
    """The open round that the school is in, with its own last day."""
    outlook: Outlook

    @property
    def was_withdrawn(self) -> bool:
        """Whether it is this case's own version that was withdrawn."""
        return self.withdrawn is not None and self.withdrawn.case_id == self.about.case.pk


def chain_page(actor: Actor, about: CaseOverview) -> ChainPage:
    title = NOW.get(about.state)
    done = tuple(entries(actor, about))
    code = about.case.location.code
    ended = about.state is State.RECEIVED
    in_round = current_round(actor, code)
    outlook = outlook_of(actor, code)
    return ChainPage(
        about=about,
        turn=turn_card(actor, about, outlook.step.due_on),
        entries=done,
        now=(str(title[0]), title[1]) if title else None,
        actions=actions(actor, about),
        ahead=tuple(ahead(actor, about, len(done) + 2)),
        days=days_of(about),
        texts=texts_of(actor, about),
        unchanged_year=year_of(about.case.unchanged_from) if about.case.unchanged_from else "",
        write_url=_write_url(actor, about),
        examples_url=reverse("examples", args=[code])
        if actor.has(Permission.READ_DRAFT, on=about.facts.reach)
        else "",
        before_url=reverse("before_advice", args=[code]) if _write_url(actor, about) else "",
        public_url=_public_url(code),
        may_begin=ended and start_of(actor, code).decision.allowed,
        withdrawn=withdrawn_at(actor, code),
        withdraw_url=_withdraw_url(actor, about),
        contacts_url=reverse("contacts", args=[code]) if can_keep_contacts(actor, about.facts.reach) else "",
        log_url=reverse("log", args=[code]) if may_read_log(actor, about.facts.reach) else "",
        erasing_url=reverse("erasing", args=[code]) if can_ask(actor, about.facts.reach) else "",
        share=share_line(actor, about.case.profile),
        round=in_round if in_round and in_round.is_open else None,
        outlook=outlook,
    )


def _public_url(code: str) -> str:
    """The public page, when it has something to say: a text, or that it was withdrawn."""
    today = clock.today()
    there = shown_version(code, today) or withdrawn_version(code, today)
    return reverse("school", args=[code]) if there else ""


def _withdraw_url(actor: Actor, about: CaseOverview) -> str:
    """Where the board withdraws, when there is something to withdraw."""
    may = can_withdraw_some(actor, about.case.location_id, about.facts.reach)
    return reverse("withdraw_profile", args=[about.case.location.code]) if may else ""


def _write_url(actor: Actor, about: CaseOverview) -> str:
    """Where the text is written, for who may do so now."""
    may = about.state in UNLOCKED and actor.has(Permission.WRITE, on=about.facts.reach)
    return reverse("profile_overview", args=[about.case.location.code]) if may else ""
