"""Recording under which regime a consortium works."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean
from levend.organisations.models import Consortium
from levend.regimes import rules
from levend.regimes.engine.definition import Regime
from levend.regimes.engine.loading import regime_of
from levend.regimes.errors import UnknownRegime
from levend.regimes.models import ConsortiumRegime

REASON_MAX = 2_000


@transaction.atomic
def choose_regime(
    *, actor: Actor, consortium_id: int, key: str, valid_from: date, reason: str
) -> ConsortiumRegime:
    """Record that a consortium works under a regime from a day on, and why.

    The choice before it ends on the eve. Cases that run keep the regime that they began under.
    Raises `Invalid` for a regime that cannot hold on that day, and where a later choice stands already.
    """
    consortium = Consortium.objects.select_for_update().filter(pk=consortium_id).first()
    if consortium is None:
        raise NotFound(str(consortium_id))
    rules.can_choose_regime(actor, consortium_id).require()
    _regime_on(key, valid_from)
    reason = clean(reason, max_length=REASON_MAX)
    if not reason:
        message = _("Schrijf waarom. Bijvoorbeeld: afspraak van de besturen in de regio, met de datum.")
        raise Invalid(message, {"reason": message})
    latest = ConsortiumRegime.objects.filter(consortium_id=consortium_id).order_by("-valid_from").first()
    if latest is not None and latest.valid_from == valid_from and latest.regime == key:
        return latest
    if latest is not None:
        _end(latest, valid_from)
    choice = ConsortiumRegime.objects.create(
        consortium=consortium,
        regime=key,
        valid_from=valid_from,
        reason=reason,
        chosen_by=actor.ref,
        chosen_at=clock.now(),
    )
    record(
        actor=actor,
        event="regime_chosen",
        subject=f"consortium:{consortium_id}",
        data={"regime": key, "valid_from": valid_from.isoformat(), "choice": choice.pk},
    )
    return choice


def _end(choice: ConsortiumRegime, successor_from: date) -> None:
    if choice.valid_from >= successor_from:
        message = _("Er is al een keuze vastgelegd vanaf %(day)s. Kies een latere datum.") % {
            "day": choice.valid_from.strftime("%d-%m-%Y")
        }
        raise Invalid(message, {"valid_from": message})
    choice.valid_until = successor_from - timedelta(days=1)
    choice.save(update_fields=["valid_until"])


def _regime_on(key: str, day: date) -> Regime:
    try:
        regime = regime_of(key)
    except UnknownRegime:
        message = _("Kies een van de regimes in de lijst.")
        raise Invalid(message, {"key": message}) from None
    if not regime.may_hold_on(day):
        message = _("Dit regime geldt pas vanaf %(day)s.") % {
            "day": regime.effective_from.strftime("%d-%m-%Y")
        }
        raise Invalid(message, {"valid_from": message})
    return regime
