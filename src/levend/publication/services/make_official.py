"""The document of a profile that was handed in."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.adoption.models import AdoptionCase
from levend.adoption.queries.in_force import publication_facts
from levend.core import clock
from levend.core.errors import NotAllowed
from levend.publication.models import OfficialDocument
from levend.publication.render.official import official_document
from levend.publication.services.keeping import PDF, keep, sealed_pdf
from levend.publication.services.place_files import FactsChanged


def make_official(*, actor: Actor, case_id: int) -> OfficialDocument:
    """Make the official document of a case as it was handed in last, once per submission; it takes the place of an
    earlier submission's.

    Nothing in it depends on receipt, so what the school downloads is what will be published. Typesetting happens
    before the transaction, which holds SQLite's one write lock. Raises `AdoptionCase.DoesNotExist`, and `FactsChanged`
    when something of it was erased or handed in anew meanwhile.
    """
    if not actor.is_system:
        raise NotAllowed
    submission_id = publication_facts(case_id).submission_id
    made = OfficialDocument.objects.filter(submission_id=submission_id).first()
    if made is not None:
        return made
    document = official_document(case_id)
    data = sealed_pdf(document)
    with transaction.atomic():
        AdoptionCase.objects.select_for_update(of=("self",)).get(pk=case_id)
        if (
            publication_facts(case_id).submission_id != submission_id
            or official_document(case_id) != document
        ):
            raise FactsChanged
        OfficialDocument.objects.filter(submission__case_id=case_id).exclude(
            submission_id=submission_id
        ).delete()
        made, _created = OfficialDocument.objects.get_or_create(
            submission_id=submission_id, defaults={"pdf": keep(data, PDF), "made_at": clock.now()}
        )
    return made


def official_pdf(case_id: int) -> bytes:
    """The official document of a case that was handed in, as its texts are now; sealed. Raises
    `AdoptionCase.DoesNotExist`."""
    return sealed_pdf(official_document(case_id))
