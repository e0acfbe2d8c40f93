"""Decisions that can be taken on many cases at once: data, a row each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor
from levend.adoption.enums import AdviceKind, Step
from levend.adoption.services import Refusal, adopt_many, advise_many, receive_many
from levend.web.decide.forms import AdoptManyForm, AdviseManyForm, ManyForm

Done = tuple[list[Any], list[Refusal]]
"""Cases that went, and those that did not with their reasons."""
Run = Callable[[Actor, dict[str, Any]], Done]  # cleaned data of the row's own form


@dataclass(frozen=True)
class Batch:
    """`look` names the page of one school on which to look before deciding, with what its link says."""

    key: str
    step: Step
    title: Promise
    intro: Promise
    verb: Promise
    icon: str
    nothing: Promise
    form: type[ManyForm]
    run: Run
    look: tuple[str, Promise] | None = None


ADOPT = Batch(
    key="vaststellen",
    step=Step.ADOPT,
    title=_("Vaststellen"),
    intro=_(
        "Kies de profielen die het bestuur in dezelfde vergadering vaststelde. Elk profiel krijgt een eigen besluit."
    ),
    verb=_("Stel de gekozen profielen vast"),
    icon="stamp",
    nothing=_("Er ligt nu geen profiel bij het bestuur. U krijgt bericht als dat verandert."),
    form=AdoptManyForm,
    run=lambda actor, given: adopt_many(
        actor=actor, case_ids=given["cases"], meeting_date=given["meeting_date"]
    ),
)
ADVISE = Batch(
    key="adviseren",
    step=Step.GIVE_ADVICE,
    title=_("Positief adviseren"),
    intro=_(
        "Kies de profielen waarover de raad hetzelfde positieve advies geeft. Voor een ander advies opent u het profiel "
        "zelf."
    ),
    verb=_("Adviseer positief over de gekozen profielen"),
    icon="message-square",
    nothing=_("Er ligt nu geen profiel bij de raad. U krijgt bericht als dat verandert."),
    form=AdviseManyForm,
    run=lambda actor, given: advise_many(
        actor=actor, case_ids=given["cases"], kind=AdviceKind.POSITIVE, words=given["words"]
    ),
)
RECEIVE = Batch(
    key="ontvangen",
    step=Step.RECEIVE,
    title=_("Ingediende profielen"),
    intro=_("Kies de profielen die compleet zijn binnengekomen. U keurt de inhoud niet goed of af."),
    verb=_("Bevestig de ontvangst van de gekozen profielen"),
    icon="inbox",
    nothing=_("Er is nu geen profiel ingediend dat nog niet is ontvangen."),
    form=ManyForm,
    run=lambda actor, given: receive_many(actor=actor, case_ids=given["cases"]),
    look=("receipt", _("Bekijk wat binnenkwam")),
)
