"""Places in the present text that look like personal data, and which of them somebody confirmed."""

from dataclasses import dataclass

from levend.adoption.models import AdoptionCase, PlaceConfirmation
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Answers
from levend.formats.queries import definition_of
from levend.profiles.engine.personal_data import Place, places_in
from levend.profiles.queries import answers_of


@dataclass(frozen=True)
class CheckedPlace:
    """A place in the text; `confirmed_by` says that it is no personal data, empty while nobody did."""

    place: Place
    confirmed_by: str

    @property
    def is_open(self) -> bool:
        return not self.confirmed_by


def checked_places(
    case: AdoptionCase, definition: FormatDefinition, answers: Answers
) -> tuple[CheckedPlace, ...]:
    """Every place in reading order; one query where there are any. Who may read the draft was asked before."""
    places = places_in(definition, answers)
    if not places:
        return ()
    digests = [place.digest for place in places]
    rows = PlaceConfirmation.objects.filter(case=case, place_sha256__in=digests).order_by("id")
    by = dict(rows.values_list("place_sha256", "actor_name"))
    return tuple(CheckedPlace(place, by.get(place.digest, "")) for place in places)


def open_places(case: AdoptionCase, definition: FormatDefinition, answers: Answers) -> tuple[Place, ...]:
    """The places that nobody confirmed yet."""
    return tuple(each.place for each in checked_places(case, definition, answers) if each.is_open)


def place_now(case: AdoptionCase, digest: str) -> Place | None:
    """The place with this hash in the text as it is now; None when the text says something else there."""
    definition = definition_of(case.profile.format_version_id)
    places = places_in(definition, answers_of(case.profile_id))
    return next((place for place in places if place.digest == digest), None)
