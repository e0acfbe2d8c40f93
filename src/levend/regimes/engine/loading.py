"""Reading the shipped regimes."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ruamel.yaml import YAML

from levend.regimes.engine.definition import Regime
from levend.regimes.errors import UnknownRegime

FOLDER = Path(__file__).parents[1] / "data"


def read_regime(path: Path) -> Regime:
    """One regime from its file. Raises pydantic's ValidationError, naming every field that is wrong."""
    return Regime.model_validate(YAML(typ="safe", pure=True).load(path))


@cache
def regimes() -> Mapping[str, Regime]:
    """All shipped regimes by key, oldest first."""
    read = sorted(
        (read_regime(path) for path in FOLDER.glob("*.yaml")), key=lambda regime: regime.effective_from
    )
    return MappingProxyType({regime.key: regime for regime in read})


def regime_by_law(day: date) -> Regime:
    """The regime that the law prescribes on a day; before all regimes the oldest one.

    Where two would hold at once, the younger law does.
    """
    lawful = [regime for regime in regimes().values() if regime.is_law_on(day)]
    return lawful[-1] if lawful else next(iter(regimes().values()))


def regime_of(key: str) -> Regime:
    """The regime with this key. Raises UnknownRegime."""
    try:
        return regimes()[key]
    except KeyError:
        raise UnknownRegime(key) from None
