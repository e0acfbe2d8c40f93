"""What the worker does after a passage was erased."""

from datetime import timedelta

from django.db import transaction

from levend.audit.enums import ErasureState
from levend.audit.models import Erasure
from levend.core import clock
from levend.jobs.events import emit
from levend.publication.services.erasure.documents import delete_files, remake_documents
from levend.publication.services.erasure.ledger import note
from levend.publication.services.tidy_files import tidy_artefacts, tidy_files

IN_THE_MAKING = timedelta(minutes=10)
"""Longer than any document takes from its file to its row."""


def finish_erasure(*, erasure_id: int) -> None:
    """Note the erasure outside the database and make documents anew; public pages follow, and then `close_erasure`.

    Harmless the second time, and whole when the worker died half way: every part looks at what is left to do.
    """
    erasure = Erasure.objects.get(pk=erasure_id)
    if erasure.state != ErasureState.CONFIRMED or erasure.done_at is not None:
        return
    note(erasure)
    remake_documents(erasure)
    with transaction.atomic():
        emit("documents_remade", erasure_id=erasure_id)


def close_erasure(*, erasure_id: int) -> None:
    """Delete the old documents, pages and data once new ones stand in their place; then say that it is done.

    Harmless the second time. Every file that no address has any more goes, whatever it is: pages of before that were
    still waiting to be tidied may hold the passage too.
    """
    erasure = Erasure.objects.get(pk=erasure_id)
    if erasure.state != ErasureState.CONFIRMED or erasure.done_at is not None:
        return
    delete_files(erasure)
    tidy_artefacts(older_than=timedelta(0))
    tidy_files(older_than=IN_THE_MAKING)
    note(erasure)
    with transaction.atomic():
        erasure = Erasure.objects.select_for_update().get(pk=erasure_id)
        if erasure.done_at is None:
            erasure.done_at = clock.now()
            erasure.save(update_fields=["done_at"])
            emit("erasure_finished", erasure_id=erasure.pk)
