"""What the worker does when the legal chain took a step. Each handler is harmless the second time."""

from levend.accounts.actor import Actor
from levend.profiles.models import ProfileSnapshot
from levend.publication.services import make_concept, publish
from levend.publication.services.erasure import finish_erasure, scrub_database


def on_advice_asked(*, case_id: int, profile_id: int, sha256: str) -> None:
    """The council reads the text on paper too."""
    make_concept(actor=Actor.system(), profile_id=profile_id, sha256=sha256)


def on_profile_adopted(*, case_id: int, profile_id: int, snapshot_id: int) -> None:
    """Adopted, but a concept until the director hands it in."""
    sha256 = ProfileSnapshot.objects.values_list("sha256", flat=True).get(pk=snapshot_id)
    make_concept(actor=Actor.system(), profile_id=profile_id, sha256=sha256)


def on_profile_received(*, case_id: int, profile_id: int, snapshot_id: int) -> None:
    publish(actor=Actor.system(), case_id=case_id)


def on_passage_erased(*, erasure_id: int) -> None:
    """The texts are erased: documents follow."""
    finish_erasure(erasure_id=erasure_id)


def on_erasure_finished(*, erasure_id: int) -> None:
    """Last, what the database's own file still keeps."""
    scrub_database()
