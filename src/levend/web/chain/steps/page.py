"""The shape of a row in the table of steps' pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.adoption.enums import Step
from levend.adoption.queries.overview import CaseOverview
from levend.core import clock
from levend.regimes.engine.terms import advice_due, confirmation_due, objection_until
from levend.regimes.queries import regime
from levend.web.chain.forms.words import StepForm

SEEN_BY_ALL = _(
    "Wie de stappen van dit profiel mag zien, leest dit mee: de school, de raad, het bestuur en het "
    "samenwerkingsverband. Op de openbare bladzijde staat het niet."
)


@dataclass(frozen=True)
class StepPage:
    """How one step is shown and taken.

    `verb` stands on its buttons, `hint` beside the button in the timeline. `happens` says what the step does, `seen`
    who reads what is typed, `done` what was done. All but `verb` may name the terms of `terms_of`.
    """

    step: Step
    slug: str
    verb: Promise
    icon: str
    hint: Promise
    happens: tuple[Promise, ...]
    done: Promise
    service: Callable[..., object]
    form: type[StepForm]
    seen: Promise = SEEN_BY_ALL
    has_check: bool = False
    """Whether there is a page that lists what the text still needs before this step."""
    is_main: bool = False
    """Whether it is what a case in its state waits for; the others are there for when something else must."""


def terms_of(about: CaseOverview) -> dict[str, object]:
    """The terms of the case's regime, counted from today, for the texts of the table."""
    law, today = regime(about.case.regime), clock.today()
    return {
        "advice_due": date_format(advice_due(law, today), "j F Y"),
        "confirm_due": date_format(confirmation_due(law, today), "j F Y"),
        "objection_until": date_format(objection_until(law, today), "j F Y"),
        "wait_days": law.deviation.wait_days,
        "wait_until": date_format(today + timedelta(days=law.deviation.wait_days), "j F Y"),
    }
