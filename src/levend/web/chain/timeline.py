"""What was done, what can be done now and what comes, as the page lays it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from levend.accounts.actor import Actor
from levend.adoption.enums import AdviceKind, Guard, Party, Reaction, State, Step
from levend.adoption.queries.branches import makes_sense
from levend.adoption.queries.overview import AdviceView, CaseOverview, ConditionView, Line
from levend.adoption.rules import can_take
from levend.adoption.transitions import ROWS
from levend.core.decision import Decision, Verdict
from levend.web.chain.forms.advice import ReactionForm
from levend.web.chain.steps import BY_STEP, StepPage

_ICONS = {Step.OPEN: "pencil"}
_SETBACKS = {
    Step.REOPEN,
    Step.RETURN_TO_SCHOOL,
    Step.RETURN_CORRECTION,
    Step.ASK_CORRECTION,
    Step.OBJECT_TO_ADVICE,
    Step.OBJECT_TO_ADOPTION,
    Step.CORRECT,
}
_PUT_BEFORE = {Step.ASK_ADVICE, Step.ASK_CONFIRMATION, Step.OFFER_UNCHANGED, Step.OFFER_CORRECTION}
_ADVICE_SIGNS = {
    AdviceKind.POSITIVE: ("ok", "check"),
    AdviceKind.CONDITIONAL: ("grow", "circle-alert"),
    AdviceKind.NEGATIVE: ("plum", "message-square"),
    AdviceKind.NOT_GIVEN: ("", "hourglass"),
}
_REACTION_SIGNS = {
    Reaction.FOLLOWED: ("ok", "check", _("Overgenomen")),
    Reaction.DECLINED: ("", "x", _("Niet overgenomen")),
}

NOW: dict[State, tuple[Promise, str]] = {
    State.DRAFT: (_("Schrijven en advies vragen"), "pencil"),
    State.AWAITING_ADVICE: (_("Advies van de medezeggenschapsraad"), "message-square"),
    State.ADVICE_GIVEN: (_("Vaststellen door het bestuur"), "stamp"),
    State.REOPENED: (_("Wijzigen en weer voorleggen"), "pencil"),
    State.AWAITING_CONFIRMATION: (_("Bevestigen door de medezeggenschapsraad"), "message-square"),
    State.RETURNED_BY_BOARD: (_("Aanpassen en weer voorleggen"), "pencil"),
    State.ADOPTED: (_("Verklaren en indienen"), "send"),
    State.CORRECTING: (_("Schrijffout herstellen"), "pencil"),
    State.AWAITING_CORRECTION: (_("Correctie bevestigen door het bestuur"), "stamp"),
    State.SUBMITTED: (_("Ontvangen door het samenwerkingsverband"), "inbox"),
    State.RETURNED_BY_CONSORTIUM: (_("Corrigeren en weer indienen"), "pencil"),
}
_AHEAD: dict[Party, tuple[Step, Promise, Promise]] = {
    Party.COUNCIL: (
        Step.GIVE_ADVICE,
        _("Advies van de medezeggenschapsraad"),
        _("De raad leest de tekst zoals die wordt vastgesteld, en geeft advies."),
    ),
    Party.BOARD: (
        Step.ADOPT,
        _("Vaststellen door het bestuur"),
        _("Het bestuur leest het advies, antwoordt op voorwaarden en stelt vast."),
    ),
    Party.SCHOOL: (
        Step.SUBMIT,
        _("Verklaren en indienen"),
        _("De directeur verklaart dat advies is gevraagd en dat het bestuur vaststelde."),
    ),
    Party.CONSORTIUM: (
        Step.RECEIVE,
        _("Ontvangen door het samenwerkingsverband"),
        _("Het samenwerkingsverband kijkt of alles er is. Het keurt de inhoud niet goed of af."),
    ),
}


@dataclass(frozen=True)
class Condition:
    """A condition of the council with what the board does with it. `form` is there for who may answer it now."""

    view: ConditionView
    tag: str
    icon: str
    words: str
    form: ReactionForm | None
    may_change: bool


@dataclass(frozen=True)
class AdviceCard:
    view: AdviceView
    label: str
    tag: str
    icon: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Entry:
    """A step that was taken, or the board's answers of one go.

    `before` is the hash of the text put before somebody last, when it was another one; `says` are the words that went
    with it, `stands` whether it is the advice that the case rests on.
    """

    line: Line
    says: tuple[str, ...]
    stands: bool
    kind: str
    icon: str
    short: str
    is_same: bool
    before: str
    advice: AdviceCard | None


@dataclass(frozen=True)
class Action:
    """A step that this actor's role takes here, open or closed."""

    page: StepPage
    decision: Decision
    id: str
    button: str
    """The button's kind: empty for what the case waits for, else 2."""
    condition: int = 0
    """The condition that must be answered first, when this actor can do that on the same page."""

    @property
    def anchor(self) -> str:
        return f"#voorwaarde-{self.condition}"


@dataclass(frozen=True)
class Ahead:
    number: int
    title: str
    text: str
    action: Action | None


def short(sha256: str) -> str:
    """How people tell two texts apart: *c72e 91d4*."""
    return f"{sha256[:4]} {sha256[4:8]}"


def entries(actor: Actor, about: CaseOverview) -> Iterator[Entry]:
    """Everything that was done, oldest first. The advice that stands can be answered in its place."""
    standing = max((line.number for line in about.lines if line.advice), default=0)
    may_answer = can_take(actor, about.case, Step.REACT, about.facts).allowed
    last = ""
    for together in _gathered(about.lines):
        line = together[0]
        page = BY_STEP.get(line.step)
        card = _card(line.advice, about, may_answer and line.number == standing) if line.advice else None
        yield Entry(
            line=line,
            says=tuple(one.words for one in together if one.words),
            stands=line.number == standing,
            kind="void" if line.step in _SETBACKS else "done",
            icon=_ICONS.get(line.step) or (page.icon if page else "check"),
            short=short(line.sha256) if line.sha256 else "",
            is_same=line.sha256 == last and line.sha256 != "",
            before=last if line.step in _PUT_BEFORE and last not in {"", line.sha256} else "",
            advice=card,
        )
        if line.sha256 and line.readable:
            last = line.sha256


def _gathered(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Each step by itself, but answers of one person that follow each other on one day together."""
    for _key, group in groupby(lines, key=_together):
        yield list(group)


def _together(line: Line) -> tuple[object, ...]:
    return (line.step, line.who, line.happened_on) if line.step is Step.REACT else (line.number,)


def actions(actor: Actor, about: CaseOverview) -> tuple[Action, ...]:
    """What this actor can do now, the step that the case waits for first; closed ones say why.

    An answer to a condition stands with its condition.
    """
    waiting = _unanswered(about) if can_take(actor, about.case, Step.REACT, about.facts) else 0
    found = [
        _action(BY_STEP[possible.step], possible.decision, waiting)
        for possible in about.possible
        if possible.step is not Step.REACT
        and (possible.decision or makes_sense(about.case, possible.step, about.facts))
    ]
    return tuple(sorted(found, key=lambda action: not action.page.is_main))


def ahead(actor: Actor, about: CaseOverview) -> Iterator[Ahead]:
    """Who comes after now. Whose step it is finds the closed button there already, with its reason."""
    for number, party in enumerate(about.ahead, start=len(about.lines) + 2):
        step, title, text = _AHEAD[party]
        decision = can_take(actor, about.case, step, about.facts)
        theirs = decision.kind is not Verdict.FORBIDDEN
        yield Ahead(number, str(title), str(text), _action(BY_STEP[step], decision) if theirs else None)


def _action(page: StepPage, decision: Decision, unanswered: int = 0) -> Action:
    waits = not decision and Guard.ADVICE_ANSWERED in ROWS[page.step].needs
    return Action(
        page=page,
        decision=decision,
        id=f"stap-{page.slug}",
        button="" if page.is_main else "2",
        condition=unanswered if waits else 0,
    )


def _unanswered(about: CaseOverview) -> int:
    """The number of the first condition of the standing advice without an answer, 0 when there is none."""
    given = [line.advice for line in about.lines if line.advice]
    conditions = given[-1].conditions if given and about.facts.open_conditions else ()
    return next((view.number for view in conditions if view.reaction is Reaction.NONE), 0)


def _card(advice: AdviceView, about: CaseOverview, may_answer: bool) -> AdviceCard:
    tag, icon = _ADVICE_SIGNS[advice.kind]
    conditions = tuple(_condition(view, about, may_answer) for view in advice.conditions)
    return AdviceCard(advice, _label(advice), tag, icon, conditions)


def _label(advice: AdviceView) -> str:
    """*Positief, met 2 voorwaarden*."""
    if advice.kind is AdviceKind.CONDITIONAL:
        return ngettext(
            "Positief, met %(count)d voorwaarde",
            "Positief, met %(count)d voorwaarden",
            len(advice.conditions),
        ) % {"count": len(advice.conditions)}
    return capfirst(str(advice.kind.label))


def _condition(view: ConditionView, about: CaseOverview, may_answer: bool) -> Condition:
    answered = view.reaction is not Reaction.NONE
    tag, icon, words = _REACTION_SIGNS.get(view.reaction, ("", "", ""))
    form = None
    if may_answer and not answered:
        form = ReactionForm(about=about, auto_id=f"v{view.number}_%s")
    return Condition(view, tag, icon, str(words), form, may_answer and answered)
