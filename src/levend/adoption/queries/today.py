"""What a person has to do today, what waits, and what changed: the start page of every role."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, Role
from levend.accounts.queries.scope import locations_for
from levend.adoption.enums import Party, State, Step
from levend.adoption.models import AdoptionCase, CaseStep
from levend.adoption.queries.cases import cases_for
from levend.adoption.transitions import TURN_PERMISSIONS, TURNS, UNLOCKED
from levend.core import clock
from levend.organisations.queries.reach import reaches_of
from levend.organisations.values import LocationReach

MOST = 50


@dataclass(frozen=True)
class Task:
    """A thing to do or to wait for, by writing or by a step of the chain."""

    title: str
    text: str
    is_writing: bool
    location_code: str
    due_on: date | None
    days_left: int | None


@dataclass(frozen=True)
class Change:
    """Something that was done, in a sentence."""

    who: str
    role: str
    what: str
    location: str
    location_code: str
    at: datetime


@dataclass(frozen=True)
class Today:
    now: Task | None
    rest: tuple[Task, ...]
    waiting: tuple[Task, ...]
    changed: tuple[Change, ...]
    without_case: tuple[tuple[str, str], ...]
    """Code and name of locations where this actor may begin a profile and none was ever begun."""


def today_for(actor: Actor) -> Today:
    """The start page of an actor, over all its roles; the same number of queries for one case as for fifty.

    What is due first stands first, then what waits longest.
    """
    cases = list(cases_for(actor).exclude(state=State.RECEIVED)[:MOST])
    reaches = reaches_of((case.location_id for case in cases), clock.today())
    mine: list[AdoptionCase] = []
    others: list[AdoptionCase] = []
    for case in cases:
        (mine if _is_on(actor, case, reaches[case.location_id]) else others).append(case)
    mine.sort(key=lambda case: (case.due_on or date.max, case.state_since))
    tasks = [_task(case) for case in mine]
    return Today(
        now=tasks[0] if tasks else None,
        rest=tuple(tasks[1:]),
        waiting=tuple(_waiting(case) for case in others),
        changed=_changed(actor, cases),
        without_case=_without_case(actor),
    )


def _is_on(actor: Actor, case: AdoptionCase, reach: LocationReach) -> bool:
    """Whose turn it is; an editor is on turn as long as the text is open."""
    permission = TURN_PERMISSIONS.get(TURNS[State(case.state)])
    if permission is not None and actor.has(permission, on=reach):
        return True
    return case.state in UNLOCKED and actor.has(Permission.WRITE, on=reach)


_WORDS: dict[State, tuple[Promise, Promise]] = {
    State.DRAFT: (
        gettext_lazy("Maak het concept af"),
        gettext_lazy("Daarna vraagt de directeur advies aan de medezeggenschapsraad."),
    ),
    State.AWAITING_ADVICE: (
        gettext_lazy("Geef advies over het profiel"),
        gettext_lazy("De tekst staat vast. U leest precies wat wordt vastgesteld."),
    ),
    State.ADVICE_GIVEN: (
        gettext_lazy("Stel het profiel vast"),
        gettext_lazy("De raad heeft advies gegeven. Lees het en besluit."),
    ),
    State.REOPENED: (
        gettext_lazy("Werk de wijziging uit"),
        gettext_lazy("De tekst is heropend. Leg haar daarna weer voor aan de raad."),
    ),
    State.AWAITING_CONFIRMATION: (
        gettext_lazy("Bevestig uw advies"),
        gettext_lazy("De tekst is veranderd na uw advies. U ziet wat er anders is."),
    ),
    State.RETURNED_BY_BOARD: (
        gettext_lazy("Verwerk de opmerking van het bestuur"),
        gettext_lazy("Het bestuur gaf het profiel terug met een reden."),
    ),
    State.ADOPTED: (
        gettext_lazy("Verklaar en dien in"),
        gettext_lazy("Het bestuur heeft het profiel vastgesteld."),
    ),
    State.CORRECTING: (
        gettext_lazy("Herstel de schrijffout"),
        gettext_lazy("Het bestuur bevestigt de correctie daarna."),
    ),
    State.AWAITING_CORRECTION: (
        gettext_lazy("Bevestig de correctie"),
        gettext_lazy("De school herstelde een schrijffout in de vastgestelde tekst."),
    ),
    State.SUBMITTED: (
        gettext_lazy("Ontvang het profiel"),
        gettext_lazy("Kijk of alles er is. U keurt de inhoud niet goed of af."),
    ),
    State.RETURNED_BY_CONSORTIUM: (
        gettext_lazy("Verwerk de vraag van het samenwerkingsverband"),
        gettext_lazy("Er is een correctie gevraagd."),
    ),
    State.RECEIVED: (
        gettext_lazy("Bekijk het profiel"),
        gettext_lazy("Het profiel is ontvangen."),
    ),
}
"""What to do in a state, and what it is about."""


def _task(case: AdoptionCase) -> Task:
    title, text = _WORDS[State(case.state)]
    return Task(
        title=f"{title}: {case.location.name}",
        text=str(text),
        is_writing=case.state in UNLOCKED,
        location_code=case.location.code,
        due_on=case.due_on,
        days_left=(case.due_on - clock.today()).days if case.due_on else None,
    )


def _waiting(case: AdoptionCase) -> Task:
    party = TURNS[State(case.state)]
    return Task(
        title=case.location.name,
        text=_("Aan zet: %(party)s (%(state)s)")
        % {"party": str(Party(party).label), "state": str(State(case.state).label)},
        is_writing=False,
        location_code=case.location.code,
        due_on=case.due_on,
        days_left=(case.due_on - clock.today()).days if case.due_on else None,
    )


def _changed(actor: Actor, cases: Iterable[AdoptionCase]) -> tuple[Change, ...]:
    steps = (
        CaseStep.objects.filter(case__in=cases).select_related("case__location").order_by("-at", "-id")[:8]
    )
    return tuple(
        Change(
            who=step.actor_name,
            role=str(Role(step.actor_role).label) if step.actor_role else "",
            what=str(Step(step.step).label),
            location=step.case.location.name,
            location_code=step.case.location.code,
            at=step.at,
        )
        for step in steps
    )


def _without_case(actor: Actor) -> tuple[tuple[str, str], ...]:
    rows = locations_for(actor, Permission.START_PROFILE).filter(cases=None).order_by("name", "code")
    return tuple(rows.values_list("code", "name")[:MOST])
