"""A name in what is said about a concept, and in what somebody called a co-reader."""

from levend.accounts.enums import Role
from levend.profiles.enums import ReaderKind
from levend.profiles.queries.reading_along import concept_by_link
from levend.profiles.services import invite_reader, place_remark
from tests.factories.region import LocationPlaces


def talk(places: LocationPlaces, profile_id: int, name: str, text: str) -> None:
    """Remarks of the school and of a co-reader, who is called by that name."""
    editor = places.actor(Role.EDITOR)
    made = invite_reader(actor=editor, profile_id=profile_id, name=name, kind=ReaderKind.OTHER)
    reader = concept_by_link(made.url.rstrip("/").rsplit("/", 1)[-1]).actor
    for actor in (editor, reader):
        place_remark(actor=actor, profile_id=profile_id, chapter="alles", question="over", text=text)
