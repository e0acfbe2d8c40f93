"""Under which regime a round opens cases."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from levend.organisations.values import SchoolYear
from levend.regimes.engine.definition import Regime
from levend.regimes.queries import regime, regimes_for
from levend.rounds.engine.dates import takes_effect_on
from levend.rounds.models import CollectionRound


@dataclass(frozen=True)
class RoundLaw:
    """One regime of a round, with the consortia whose schools it is for; `on` is the day of which it is the law."""

    regime: Regime
    is_chosen: bool
    on: date
    consortia: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its name in the language of the page."""
        return self.regime.title.in_language(get_language() or "nl")


def law_day(found: CollectionRound) -> date:
    """The day of which the consortia's own regimes hold: kept since the round opened."""
    return found.regime_on or takes_effect_on(found.deadline, SchoolYear.parse(found.school_year))


def law_of(found: CollectionRound, consortium_ids: Iterable[int]) -> dict[int, Regime]:
    """By consortium: what was chosen for the round, or else its own regime (one query at most)."""
    if found.regime:
        return dict.fromkeys(consortium_ids, regime(found.regime))
    return regimes_for(consortium_ids, law_day(found))


def laws_of(found: CollectionRound, consortia: Iterable[tuple[int, str]]) -> tuple[RoundLaw, ...]:
    """What is told of it: one regime, or several with their consortia, given by key and name (one query at most)."""
    names = dict(consortia)
    by_consortium = law_of(found, names)
    found_laws = {law.key: law for law in by_consortium.values()}
    return tuple(
        RoundLaw(
            law,
            bool(found.regime),
            law_day(found),
            tuple(names[pk] for pk, own in by_consortium.items() if own.key == key),
        )
        for key, law in sorted(found_laws.items(), key=lambda item: item[1].effective_from)
    )
