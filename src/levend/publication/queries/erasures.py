"""What was and what is to be erased from a location's profiles, for who may ask or confirm it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.queries.scope import location_for
from levend.adoption.models import PaperRecord
from levend.adoption.queries.passages import text_places as adoption_places
from levend.audit.engine.passages import MARKER, SHORTEST, Words, flat_form
from levend.audit.models import Erasure
from levend.audit.queries.erasures import erased_hashes, erasures_of, open_erasure
from levend.audit.queries.sources import added_text_places
from levend.audit.queries.texts import Found, TextPlace, found_in
from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.notifications.queries.passages import text_places as letter_places
from levend.organisations.models import Location
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import LocationReach
from levend.profiles.models import SupportProfile
from levend.profiles.queries.passages import found_in_profiles
from levend.publication.rules import erasing as rules

LONGEST = 500


@dataclass(frozen=True)
class Letter:
    """A registered letter that can be taken away as a whole."""

    id: int
    name: str
    happened_on: date


@dataclass(frozen=True)
class ErasurePage:
    """`waiting` is the erasure that waits for a second person, with the decisions about it; `past` the others."""

    location: Location
    ask: Decision
    waiting: Erasure | None
    confirm: Decision
    withdraw: Decision
    past: tuple[Erasure, ...]
    letters: tuple[Letter, ...]


def erasures_at(actor: Actor, code: str) -> ErasurePage:
    """Raises `NotFound` for a location that the actor may not see, `NotAllowed` for who neither asks nor confirms."""
    location, reach = erasable(actor, code)
    waiting = open_erasure(subject_of(location))
    asked_by = waiting.asked_by_ref if waiting else ""
    return ErasurePage(
        location=location,
        ask=rules.can_ask(actor, reach),
        waiting=waiting,
        confirm=rules.can_confirm(actor, reach, asked_by=asked_by),
        withdraw=rules.can_withdraw(actor, reach, asked_by=asked_by),
        past=tuple(one for one in erasures_of(subject_of(location)) if one != waiting),
        letters=letters_of(location),
    )


def found_at(actor: Actor, code: str, passage: str) -> tuple[Found, ...]:
    """Every place where the passage stands at this location. Raises as above, and `Invalid` for what is no passage."""
    location, _reach = erasable(actor, code)
    return places_of(location, passage_from(passage))


def places_of(location: Location, passage: str) -> tuple[Found, ...]:
    finder, ids = Words(passage), profile_ids_of(location)
    found = list(found_in_profiles(ids, finder))
    for place in text_places(location, ids):
        found += found_in(place, finder)
    return tuple(found)


def erasable(actor: Actor, code: str) -> tuple[Location, LocationReach]:
    """The location with its reach, for who may ask or confirm."""
    location = location_for(actor, code)
    reach = reach_of(location.pk, clock.today())
    rules.can_ask(actor, reach).require()
    return location, reach


def passage_from(text: str) -> str:
    """A passage as it is looked for. Raises `Invalid` for one that would hit too much or the marker itself."""
    passage = clean(text, max_length=LONGEST)
    flat = flat_form(passage)
    if len(flat) < SHORTEST or not any(character.isalnum() for character in flat):
        message = _(
            "Schrijf minstens %(least)d tekens. Met minder zouden er stukken uit andere woorden verdwijnen."
        )
        message %= {"least": SHORTEST}
        raise Invalid(message, {"passage": message})
    if flat in flat_form(MARKER):
        message = _(
            "Deze tekst staat in het teken dat overblijft na het wissen. Schrijf er woorden omheen bij."
        )
        raise Invalid(message, {"passage": message})
    return passage


def text_places(location: Location, profile_ids: list[int]) -> tuple[TextPlace, ...]:
    """Where texts stand beside the profiles themselves: the chain, letters that lead to this location's pages, and what
    apps above keep."""
    letters = letter_places([f"/{location.code}/"])
    return (*adoption_places(profile_ids), *letters, *added_text_places(location.pk, profile_ids))


def profile_ids_of(location: Location) -> list[int]:
    """All profiles, also of years ago: an adopted version stays readable."""
    return list(SupportProfile.objects.filter(location=location).order_by("id").values_list("pk", flat=True))


def subject_of(location: Location) -> str:
    """How the record names what is erased from."""
    return f"location:{location.pk}"


def location_of(erasure_id: int) -> int:
    """The id of the location that an erasure is about. Raises `Erasure.DoesNotExist`."""
    return int(Erasure.objects.get(pk=erasure_id).subject.partition(":")[2])


def letters_of(location: Location) -> tuple[Letter, ...]:
    """Registered letters whose file is still there, newest first."""
    papers = PaperRecord.objects.filter(case__location=location).order_by("-id")
    gone = erased_hashes(papers.values_list("sha256", flat=True))
    return tuple(
        Letter(paper.pk, paper.file_name, paper.happened_on) for paper in papers if paper.sha256 not in gone
    )
