"""What can be done now, and what comes after."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.adoption.enums import Guard, Party, Reaction, State, Step
from levend.adoption.queries.branches import makes_sense
from levend.adoption.queries.overview import CaseOverview
from levend.adoption.rules import can_take
from levend.adoption.transitions import ROWS
from levend.core.decision import Decision, Verdict
from levend.web.chain.steps import BY_STEP, StepPage

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
_CONFIRMS = (
    Step.CONFIRM_CORRECTION,
    _("Correctie bevestigen door het bestuur"),
    _("Het bestuur ziet wat er anders is. De raad krijgt bericht en hoeft niet opnieuw te adviseren."),
)


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


def ahead(actor: Actor, about: CaseOverview, first: int) -> Iterator[Ahead]:
    """Who comes after now. Whose step it is finds the closed button there already, with its reason.

    `first` is the number of the first of them in the timeline.
    """
    for number, (step, title, text) in enumerate(_coming(about), start=first):
        decision = can_take(actor, about.case, step, about.facts)
        theirs = decision.kind is not Verdict.FORBIDDEN
        yield Ahead(number, str(title), str(text), _action(BY_STEP[step], decision) if theirs else None)


def _coming(about: CaseOverview) -> list[tuple[Step, Promise, Promise]]:
    """The steps of who comes after now. A correction goes to the board only: the council is told, and does not advise."""
    if about.state is not State.CORRECTING:
        return [_AHEAD[party] for party in about.ahead]
    return [_CONFIRMS, *(_AHEAD[party] for party in about.ahead if party not in {Party.COUNCIL, Party.BOARD})]


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
