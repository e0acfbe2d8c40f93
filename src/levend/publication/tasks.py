"""What the worker does when the legal chain took a step. Each handler is harmless the second time."""

from datetime import timedelta

from levend.accounts.actor import Actor
from levend.jobs.cron import Daily, at_start, cron
from levend.jobs.events import handle_event
from levend.jobs.tasks import job
from levend.profiles.models import ProfileSnapshot
from levend.profiles.services.throw_away import forget_old
from levend.publication.queries.official import MAKE, without_document
from levend.publication.services import make_changes, make_concept, make_official, publish
from levend.publication.services.erasure import finish_erasure, scrub_database
from levend.publication.services.read_brought import read_brought
from levend.publication.services.tidy_files import tidy_artefacts, tidy_files


def on_advice_asked(*, case_id: int, profile_id: int, sha256: str) -> None:
    """The council reads the text on paper too, and what is different in it."""
    make_concept(actor=Actor.system(), profile_id=profile_id, sha256=sha256)
    make_changes(actor=Actor.system(), profile_id=profile_id, sha256=sha256)


def on_profile_adopted(*, case_id: int, profile_id: int, snapshot_id: int) -> None:
    """Adopted, but a concept until the director hands it in."""
    sha256 = ProfileSnapshot.objects.values_list("sha256", flat=True).get(pk=snapshot_id)
    make_concept(actor=Actor.system(), profile_id=profile_id, sha256=sha256)


def on_profile_submitted(*, case_id: int, profile_id: int) -> None:
    """From now on the school has the document that will be published."""
    make_official(actor=Actor.system(), case_id=case_id)


def on_profile_received(*, case_id: int, profile_id: int, snapshot_id: int) -> None:
    publish(actor=Actor.system(), case_id=case_id)


def on_passage_erased(*, erasure_id: int) -> None:
    """The texts are erased: documents follow."""
    finish_erasure(erasure_id=erasure_id)


def on_erasure_finished(*, erasure_id: int) -> None:
    """Last, what the database's own file still keeps."""
    scrub_database()


def on_brought_forms(*, brought_id: int) -> None:
    """Forms of many schools wait to be read."""
    read_brought(brought_id=brought_id)


@at_start
@cron(Daily(hour=3, minute=15))
@job(retries=1)
def make_missing() -> None:
    """Have the documents made of what was handed in before handing in made them, and of what failed since."""
    for case_id, profile_id in without_document():
        handle_event.enqueue(handler=MAKE, ids={"case_id": case_id, "profile_id": profile_id})


@cron(Daily(hour=3, minute=30))
@job(retries=1)
def tidy() -> None:
    """Take away files that a worker left when it died, pages of before, and what nobody took over in a week."""
    forget_old()
    tidy_artefacts(older_than=timedelta(days=1))
    tidy_files(older_than=timedelta(hours=1))
