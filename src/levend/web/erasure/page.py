"""Everything on the page of erasing."""

from dataclasses import dataclass

from django.utils.text import capfirst

from levend.accounts.actor import Actor
from levend.audit.queries.texts import Found
from levend.publication.queries.erasures import ErasurePage, erasures_at, found_at

MOST_SHOWN = 30


@dataclass(frozen=True)
class Places:
    """Where a passage stands: the first places with their surroundings, and how many more there are."""

    count: int
    shown: tuple[Found, ...]

    @property
    def more(self) -> int:
        return self.count - len(self.shown)


@dataclass(frozen=True)
class Erasing:
    """`places` are those of what waits for confirmation, or of what was searched for."""

    about: ErasurePage
    places: Places | None

    @property
    def letters_to_go(self) -> tuple[str, ...]:
        """Names of the letters that would be taken away with what waits."""
        waiting = self.about.waiting
        wanted = set(waiting.papers) if waiting else set()
        return tuple(letter.name for letter in self.about.letters if letter.id in wanted)


def erasing_page(actor: Actor, code: str) -> Erasing:
    """Raises `NotFound` and `NotAllowed`."""
    about = erasures_at(actor, code)
    places = places_of(actor, code, about.waiting.passage) if about.waiting else None
    return Erasing(about, places)


def places_of(actor: Actor, code: str, passage: str) -> Places:
    """Raises `Invalid` for what is no passage."""
    found = found_at(actor, code, passage)
    return Places(len(found), tuple(_titled(one) for one in found[:MOST_SHOWN]))


def _titled(found: Found) -> Found:
    return Found(capfirst(found.label), found.before, found.passage, found.after)
