"""Documents that held a passage: marked at once, made anew by the worker, and the old ones deleted."""

from collections.abc import Iterable, Mapping

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError, Q

from levend.accounts.actor import Actor
from levend.adoption.models import Adoption
from levend.adoption.queries.in_force import publication_facts
from levend.adoption.services.paper import paper_path
from levend.audit.enums import ErasedKind
from levend.audit.models import ErasedHash, Erasure
from levend.audit.services import keep_erased_hash
from levend.profiles.models import FrozenContent, ProfileSnapshot, SupportProfile
from levend.publication.models import (
    Artefact,
    ChangesDocument,
    ConceptDocument,
    OfficialDocument,
    PublishedVersion,
)
from levend.publication.services.keeping import PDF, keep
from levend.publication.services.make_changes import make_changes
from levend.publication.services.make_concept import make_concept
from levend.publication.services.make_official import official_pdf


def mark_documents(
    *, erasure: Erasure, replaced: Mapping[int, Mapping[str, str]], adoption_ids: Iterable[int]
) -> None:
    """Follow the new hashes of texts, and note which documents may not be any more.

    A concept goes at once. A published document stays readable under its address until the worker has made another,
    a matter of seconds; whoever checks it is told that it was withdrawn. One that was handed in and is not published is
    shown to nobody until then.
    """
    changed = set(adoption_ids)
    for profile_id, hashes in replaced.items():
        for concept in ConceptDocument.objects.filter(profile_id=profile_id, sha256__in=hashes):
            keep_erased_hash(erasure=erasure, kind=ErasedKind.ARTEFACT, old=concept.pdf.sha256)
            concept.delete()
        told = Q(profile_id=profile_id, sha256__in=hashes) | Q(before_sha256__in=hashes)
        for changes in ChangesDocument.objects.filter(told).select_related("pdf"):
            keep_erased_hash(erasure=erasure, kind=ErasedKind.ARTEFACT, old=changes.pdf.sha256)
            changes.delete()
        snapshots = ProfileSnapshot.objects.filter(profile_id=profile_id, sha256__in=hashes.values())
        for version in PublishedVersion.objects.filter(snapshot__in=snapshots):
            version.sha256 = version.snapshot.sha256
            version.save(update_fields=["sha256"])
        changed.update(Adoption.objects.filter(snapshot__in=snapshots).values_list("pk", flat=True))
    for version in PublishedVersion.objects.filter(adoption_id__in=changed).select_related("full_pdf"):
        keep_erased_hash(erasure=erasure, kind=ErasedKind.ARTEFACT, old=version.full_pdf.sha256)
    for official in OfficialDocument.objects.filter(submission__adoption_id__in=changed).select_related(
        "pdf"
    ):
        keep_erased_hash(erasure=erasure, kind=ErasedKind.ARTEFACT, old=official.pdf.sha256)


def remake_documents(erasure: Erasure) -> None:
    """Make every document anew that this erasure marked and that somebody still points at. Harmless the second time."""
    contents = ErasedHash.objects.filter(erasure=erasure, kind=ErasedKind.CONTENT)
    kept = FrozenContent.objects.filter(sha256__in=contents.values("new_sha256"))
    for profile_id, sha256 in kept.order_by("id").values_list("profile_id", "sha256"):
        make_concept(actor=Actor.system(), profile_id=profile_id, sha256=sha256)
        _remake_changes(profile_id, sha256)
    marked = ErasedHash.objects.filter(erasure=erasure, kind=ErasedKind.ARTEFACT).values("old_sha256")
    official = OfficialDocument.objects.filter(pdf__sha256__in=marked)
    versions = PublishedVersion.objects.filter(full_pdf__sha256__in=marked)
    cases = {
        *official.values_list("submission__case_id", flat=True),
        *versions.values_list("adoption__case_id", flat=True),
    }
    for case_id in sorted(cases):
        _remake(erasure, case_id)


def _remake_changes(profile_id: int, sha256: str) -> None:
    """For a text that still lies with somebody; what was adopted long ago is compared by nobody any more."""
    if SupportProfile.objects.filter(pk=profile_id, locked_sha256=sha256).exists():
        make_changes(actor=Actor.system(), profile_id=profile_id, sha256=sha256)


def _remake(erasure: Erasure, case_id: int) -> None:
    """The official document of a case, for the school and for the public alike. That of an earlier submission, which
    another one is about to replace, goes."""
    data = official_pdf(case_id)
    with transaction.atomic():
        kept = OfficialDocument.objects.select_for_update(of=("self",)).filter(submission__case_id=case_id)
        versions = PublishedVersion.objects.select_for_update(of=("self",)).filter(adoption__case_id=case_id)
        old = {row.pdf.sha256 for row in kept.select_related("pdf")}
        old |= {version.full_pdf.sha256 for version in versions.select_related("full_pdf")}
        pdf = keep(data, PDF)
        kept.exclude(submission_id=publication_facts(case_id).submission_id).delete()
        kept.update(pdf=pdf)
        versions.update(full_pdf=pdf)
        marked = ErasedHash.objects.filter(erasure=erasure, kind=ErasedKind.ARTEFACT, old_sha256__in=old)
        marked.filter(old_sha256=pdf.sha256).delete()  # nothing of what was erased stood in it
        marked.update(new_sha256=pdf.sha256)


def delete_files(erasure: Erasure) -> None:
    """Delete what this erasure marked: rows of documents that nobody points at, their files, and letters' files.

    A document that turned out the same when it was made anew stays.
    """
    for marked in ErasedHash.objects.filter(erasure=erasure).exclude(kind=ErasedKind.CONTENT):
        if marked.kind == ErasedKind.PAPER:
            default_storage.delete(paper_path(marked.old_sha256))
        elif _is_let_go(marked.old_sha256):
            default_storage.delete(path_of(marked.old_sha256))


def _is_let_go(sha256: str) -> bool:
    """Take the document's row away, unless some row of any table still points at it."""
    artefact = Artefact.objects.filter(sha256=sha256).first()
    if artefact is not None:
        try:
            artefact.delete()
        except ProtectedError:
            return False
    return True


def path_of(sha256: str) -> str:
    """Where a document with this hash lies in the storage, also when its row is gone."""
    return Artefact(sha256=sha256).path
