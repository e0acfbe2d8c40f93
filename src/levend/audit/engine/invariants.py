"""What must always hold and no database can hold: each app writes its own in its `checks` module.

    @invariant("frozen-contents")
    def contents_have_their_hash() -> Iterator[Fault]: ...

`levend check-data` looks at all of them. A look only reads, keeps memory flat, and tells each fault once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """What is wrong (`what`, a sentence for the operator), and with which thing (`where`, such as "profile:12")."""

    where: str
    what: str


Look = Callable[[], Iterable[Fault]]


@dataclass(frozen=True)
class Invariant:
    """A rule by name, with the function that looks for what breaks it."""

    name: str
    look: Look


_INVARIANTS: dict[str, Invariant] = {}


def invariant(name: str) -> Callable[[Look], Look]:
    """Register a look. Raises ValueError for a name that another look has."""

    def decorate(look: Look) -> Look:
        known = _INVARIANTS.get(name)
        if known is not None and known.look.__module__ != look.__module__:
            raise ValueError(f"There is an invariant {name!r} already.")
        _INVARIANTS[name] = Invariant(name, look)
        return look

    return decorate


def invariants() -> tuple[Invariant, ...]:
    """Every rule that was registered, by name."""
    return tuple(_INVARIANTS[name] for name in sorted(_INVARIANTS))
