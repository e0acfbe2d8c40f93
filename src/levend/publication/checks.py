"""What must hold for what is public."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.audit.engine.invariants import Fault, invariant
from levend.audit.enums import ErasedKind, ErasureState
from levend.audit.models import ErasedHash, Erasure
from levend.audit.queries.files import fault_of_file
from levend.core import clock
from levend.jobs.queries.pending import pending_ids, pending_ids_of_event
from levend.profiles.models import FrozenContent
from levend.publication.models import (
    Artefact,
    ChangesDocument,
    ConceptDocument,
    OfficialDocument,
    PublishedVersion,
)
from levend.publication.queries.official import without_document
from levend.publication.queries.public_addresses import is_fresh, missing_addresses, published_at
from levend.publication.queries.strays import stray_files
from levend.publication.services.erasure.ledger import entries

CHUNK = 500
STRAY = timedelta(hours=30)
FINISH = "levend.publication.tasks.on_passage_erased"
PUBLISH = "levend.publication.tasks.on_profile_received"
RENEWING = ("version_published", "version_withdrawn", "location_changed", "site_outdated")
LOOKING = ("consortium_changed", "passage_erased", "documents_remade")
"""Work that does not say of which locations it will renew the public files."""


@invariant("artefacts")
def artefacts_are_whole() -> Iterator[Fault]:
    """Every made file is there, under the hash of its content."""
    for artefact in Artefact.objects.order_by("id").iterator(chunk_size=CHUNK):
        what = fault_of_file(artefact.path, size=artefact.size, sha256=artefact.sha256)
        if what:
            yield Fault(f"artefact:{artefact.pk}", what)


@invariant("stray-files")
def no_file_lies_about() -> Iterator[Fault]:
    """A file without a row may hold what was erased; the worker takes it away every night."""
    for path in stray_files(older_than=STRAY):
        yield Fault(path, _("dit bestand hoort nergens bij"))


@invariant("published")
def public_versions_are_adopted_texts() -> Iterator[Fault]:
    """What is public was adopted, under the same hash, for the same location, and not before it may be read."""
    wrong = PublishedVersion.objects.filter(
        ~Q(sha256=F("snapshot__sha256"))
        | ~Q(adoption__snapshot_id=F("snapshot_id"))
        | ~Q(snapshot__profile__location_id=F("location_id"))
    )
    for pk in wrong.order_by("id").values_list("pk", flat=True).iterator(chunk_size=CHUNK):
        yield Fault(f"published:{pk}", _("wat openbaar is, is niet de tekst die is vastgesteld"))
    early = PublishedVersion.objects.filter(publish_from__lt=F("adoption__publish_not_before"))
    for pk in early.order_by("id").values_list("pk", flat=True).iterator(chunk_size=CHUNK):
        yield Fault(f"published:{pk}", _("openbaar voordat dat mag"))


@invariant("public-files")
def public_addresses_show_what_holds() -> Iterator[Fault]:
    """What is published stands at its addresses, in each language, made from the facts of now; or work that will see
    to it is waiting. Whether the files themselves are whole, `artefacts` tells."""
    coming = {ids.get("location_id") for event in RENEWING for ids in pending_ids_of_event(event)}
    all_are_looked_at = any(True for event in LOOKING for _ids in pending_ids_of_event(event))
    for location in published_at():
        if all_are_looked_at or location.pk in coming:
            continue
        if not is_fresh(location.pk):
            yield Fault(
                f"location:{location.pk}", _("wat openbaar is, is niet gemaakt van de gegevens van nu")
            )
        for address in missing_addresses(location, clock.today()):
            yield Fault(address, _("hier hoort een openbaar bestand te staan"))


@invariant("received")
def received_profiles_are_public() -> Iterator[Fault]:
    """What the consortium received is published, or work that will do so is waiting."""
    published = PublishedVersion.objects.filter(snapshot_id=OuterRef("adoption__snapshot_id"))
    waiting = AdoptionCase.objects.filter(~Exists(published), state=State.RECEIVED).order_by("id")
    cases = list(waiting.values_list("pk", "profile_id"))
    if cases:
        coming = {ids.get("case_id") for ids in pending_ids(PUBLISH)}
        for case_id, profile_id in cases:
            if case_id not in coming:
                yield Fault(f"profile:{profile_id}", _("ontvangen, maar niemand gaat het nog openbaar maken"))


@invariant("official")
def what_was_handed_in_has_its_document() -> Iterator[Fault]:
    """What lies with the consortium has its document, or work that will make it is waiting; and what is public is the
    document that was made when it was handed in."""
    for _case_id, profile_id in without_document():
        yield Fault(f"profile:{profile_id}", _("ingediend, maar niemand maakt de PDF nog"))
    other = PublishedVersion.objects.filter(adoption_id=OuterRef("submission__adoption_id")).exclude(
        full_pdf_id=OuterRef("pdf_id")
    )
    for pk in OfficialDocument.objects.filter(Exists(other)).order_by("id").values_list("pk", flat=True):
        yield Fault(f"official:{pk}", _("wat openbaar is, is een andere PDF dan bij het indienen is gemaakt"))


@invariant("changes")
def changes_have_their_text() -> Iterator[Fault]:
    """A document of differences speaks of a text that is kept."""
    kept = FrozenContent.objects.filter(profile_id=OuterRef("profile_id"), sha256=OuterRef("sha256"))
    for pk in ChangesDocument.objects.filter(~Exists(kept)).order_by("id").values_list("pk", flat=True):
        yield Fault(f"changes:{pk}", _("de tekst van dit stuk is er niet meer"))


@invariant("concepts")
def concepts_have_their_text() -> Iterator[Fault]:
    """A concept is the document of a text that is kept."""
    kept = FrozenContent.objects.filter(profile_id=OuterRef("profile_id"), sha256=OuterRef("sha256"))
    for pk in ConceptDocument.objects.filter(~Exists(kept)).order_by("id").values_list("pk", flat=True):
        yield Fault(f"concept:{pk}", _("de tekst van dit concept is er niet meer"))


@invariant("erasures")
def erasures_hold() -> Iterator[Fault]:
    """What was erased stays erased: documents were made anew, the list outside the database knows it, and everything
    on that list was done in this database too."""
    work = (*pending_ids(FINISH), *pending_ids_of_event("documents_remade"))
    coming = {ids.get("erasure_id") for ids in work}
    noted = {entry.reference for entry in entries()}
    confirmed = set()
    for erasure in Erasure.objects.filter(state=ErasureState.CONFIRMED).order_by("id"):
        confirmed.add(erasure.reference)
        if erasure.done_at is None and erasure.pk not in coming:
            yield Fault(f"erasure:{erasure.pk}", _("gewist, maar niemand maakt de documenten nog opnieuw"))
        if erasure.done_at is not None and erasure.reference not in noted:
            yield Fault(f"erasure:{erasure.pk}", _("gewist, maar niet genoteerd buiten de database"))
    for reference in sorted(noted - confirmed):
        yield Fault(
            f"erasure:{reference}",
            _("gewist geweest, maar niet in deze database: doe het opnieuw met levend erasures --apply"),
        )
    back = FrozenContent.objects.filter(
        Exists(ErasedHash.objects.filter(kind=ErasedKind.CONTENT, old_sha256=OuterRef("sha256")))
    )
    for pk in back.order_by("id").values_list("pk", flat=True):
        yield Fault(f"content:{pk}", _("een tekst waaruit iets is gewist, staat er weer zoals hij was"))
