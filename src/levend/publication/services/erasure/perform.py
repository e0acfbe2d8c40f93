"""Erasing a passage everywhere, in one transaction."""

from collections.abc import Iterable, Mapping

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from levend.accounts.actor import Actor
from levend.adoption.models import AdoptionCase
from levend.adoption.services.erase import erase_passage as erase_from_chain
from levend.audit.engine.passages import Finder
from levend.audit.enums import ErasedKind
from levend.audit.immutable import erasure_door
from levend.audit.models import Erasure
from levend.audit.queries.sources import added_text_places
from levend.audit.queries.texts import TextPlace
from levend.audit.services import erase_events, erase_in, keep_erased_hash, record
from levend.notifications.queries.passages import text_places as letter_places
from levend.organisations.models import Location
from levend.profiles.services.erase import erase_passage as erase_from_profiles
from levend.publication.queries.erasures import profile_ids_of
from levend.publication.services.erasure.documents import mark_documents


def perform(*, actor: Actor, erasure: Erasure, location: Location, finder: Finder) -> None:
    """Put the marker in place of the passage in everything that was kept of this location, and write down which
    hash became which.

    The caller holds the erasure's row. Cases are locked before profiles, in the order that every step of the chain has.
    """
    ids = profile_ids_of(location)
    list(AdoptionCase.objects.select_for_update(of=("self",)).filter(profile_id__in=ids).order_by("id"))
    with erasure_door(reason=f"erasure {erasure.reference}"):
        texts = erase_from_profiles(profile_ids=ids, finder=finder)
        words = erase_from_chain(
            profile_ids=ids, finder=finder, replaced=texts.replaced, paper_ids=erasure.papers
        )
        beside = (*letter_places([f"/{location.code}/"]), *added_text_places(location.pk, ids))
        letters = sum(len(erase_in(place, finder)) for place in beside)
        events = erase_events(actor=actor, subjects=_subjects(location, ids), finder=finder)
        _keep_hashes(erasure, texts.replaced, words.papers)
        mark_documents(erasure=erasure, replaced=texts.replaced, adoption_ids=words.adoption_ids)
        _erase_from_work(finder, texts.replaced)
    places = texts.places + words.places + letters + events
    erasure.places = max(erasure.places, places)
    erasure.save(update_fields=["places"])
    _record(actor, erasure, texts.replaced, places)


def _subjects(location: Location, profile_ids: Iterable[int]) -> list[str]:
    return [f"location:{location.pk}", *(f"profile:{pk}" for pk in profile_ids)]


def _keep_hashes(erasure: Erasure, replaced: Mapping[int, Mapping[str, str]], papers: Iterable[str]) -> None:
    for hashes in replaced.values():
        for old, new in hashes.items():
            keep_erased_hash(erasure=erasure, kind=ErasedKind.CONTENT, old=old, new=new)
    for sha256 in papers:
        keep_erased_hash(erasure=erasure, kind=ErasedKind.PAPER, old=sha256)


def _erase_from_work(finder: Finder, replaced: Mapping[int, Mapping[str, str]]) -> None:
    """Work that waits speaks of texts by their new hash from now on; the tale of a failure may quote a text."""
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED)
    erase_in(TextPlace("", failed, ("traceback",)), finder)
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    for task in list(waiting) if replaced else ():
        ids = task.args_kwargs["kwargs"].get("ids")
        hashes = replaced.get(int(ids.get("profile_id", 0)), {}) if isinstance(ids, dict) else {}
        if isinstance(ids, dict) and ids.get("sha256") in hashes:
            ids["sha256"] = hashes[ids["sha256"]]
            task.save(update_fields=["args_kwargs"])


def _record(actor: Actor, erasure: Erasure, replaced: Mapping[int, Mapping[str, str]], places: int) -> None:
    record(
        actor=actor,
        event="erasure_confirmed",
        subject=erasure.subject,
        data={"erasure": erasure.pk, "asked_by": erasure.asked_by_ref, "places": places},
    )
    for profile_id, hashes in replaced.items():
        record(
            actor=actor,
            event="passage_erased",
            subject=f"profile:{profile_id}",
            data={"erasure": erasure.pk, "texts": [[old, new] for old, new in hashes.items()]},
        )
