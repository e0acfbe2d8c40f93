"""Files that nobody needs: left by a worker that died, or made for an address that has another one now."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from levend.core import clock
from levend.publication.models import (
    Artefact,
    ChangesDocument,
    ConceptDocument,
    OfficialDocument,
    PublicFile,
    PublishedVersion,
)
from levend.publication.queries.strays import stray_files


def tidy_files(*, older_than: timedelta) -> int:
    """Delete stray documents and letters of at least this age; return how many."""
    count = 0
    for path in stray_files(older_than=older_than):
        default_storage.delete(path)
        count += 1
    return count


def tidy_artefacts(*, older_than: timedelta) -> int:
    """Delete made files of at least this age that no row names any more, with their rows; return how many.

    The file goes inside the transaction: who keeps the same content at the same instant either comes first, and it
    stays, or waits for the lock, fails and makes it again.
    """
    count = 0
    for pk in list(_unnamed().filter(made_at__lte=clock.now() - older_than).values_list("pk", flat=True)):
        with transaction.atomic():
            artefact = _unnamed().select_for_update(of=("self",)).filter(pk=pk).first()
            if artefact is not None:
                path = artefact.path
                artefact.delete()
                default_storage.delete(path)
                count += 1
    return count


def _unnamed() -> QuerySet[Artefact]:
    return Artefact.objects.filter(
        ~Exists(PublicFile.objects.filter(artefact=OuterRef("pk"))),
        ~Exists(PublishedVersion.objects.filter(full_pdf=OuterRef("pk"))),
        ~Exists(ConceptDocument.objects.filter(pdf=OuterRef("pk"))),
        ~Exists(ChangesDocument.objects.filter(pdf=OuterRef("pk"))),
        ~Exists(OfficialDocument.objects.filter(pdf=OuterRef("pk"))),
    ).order_by("pk")
