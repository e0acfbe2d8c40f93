"""De Linde's concept with several hands on it: remarks, a link that was used today, a share with the consortium."""

from levend.accounts.enums import Role
from levend.profiles.enums import ReaderKind
from levend.profiles.models import CoReader, SupportProfile
from levend.profiles.queries.reading_along import concept_by_link
from levend.profiles.services import invite_reader, mark_link_used, place_remark, share_concept
from tests.factories.region import LocationPlaces

REMARK = "rietgors"  # in a remark of the school
READER = "Nachtzwaluw"  # the name of a co-reader


def together(places: LocationPlaces, profile: SupportProfile, chapter: str, question: str) -> str:
    """Everything at once; the token of the link."""
    editor = places.actor(Role.EDITOR)
    place_remark(
        actor=editor,
        profile_id=profile.pk,
        chapter=chapter,
        question=question,
        text=f"Hier zingt de {REMARK}.",
    )
    made = invite_reader(actor=editor, profile_id=profile.pk, name=f"Noor {READER}", kind=ReaderKind.PARENT)
    token = made.url.rstrip("/").rsplit("/", 1)[-1]
    share_concept(actor=places.actor(Role.DIRECTOR), profile_id=profile.pk)
    mark_link_used(actor=concept_by_link(token).actor)
    return token


def reader_id() -> int:
    return CoReader.objects.latest("id").pk
