"""Which rules hold."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from levend.regimes.engine.definition import Regime
from levend.regimes.engine.loading import regime_by_law, regime_of, regimes
from levend.regimes.models import ConsortiumRegime


def regime(key: str) -> Regime:
    """The regime with this key. Raises UnknownRegime."""
    return regime_of(key)


def all_regimes() -> tuple[Regime, ...]:
    """Every regime, oldest law first."""
    return tuple(regimes().values())


def regime_for(consortium_id: int, on: date) -> Regime:
    """The regime of a consortium on a day: its own choice, or else what the law prescribes on that day."""
    return regimes_for([consortium_id], on)[consortium_id]


def regimes_for(consortium_ids: Iterable[int], on: date) -> dict[int, Regime]:
    """The same for several consortia (one query)."""
    ids = list(consortium_ids)
    choices = (
        ConsortiumRegime.objects.filter(consortium_id__in=ids, valid_from__lte=on)
        .filter(Q(valid_until=None) | Q(valid_until__gte=on))
        .order_by("valid_from", "pk")
        .values_list("consortium_id", "regime")
    )
    chosen = dict(choices)
    by_law = regime_by_law(on)
    return {pk: regime_of(chosen[pk]) if pk in chosen else by_law for pk in ids}
