"""The damage to what is public; `damage.py` has the rest."""

from collections.abc import Callable
from datetime import date

from django_tasks_db.models import DBTaskResult

from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase
from levend.core import clock
from levend.organisations.models import Location
from levend.publication.models import (
    Artefact,
    ChangesDocument,
    ConceptDocument,
    OfficialDocument,
    PublicFile,
    PublishedVersion,
)


def public_under_another_hash() -> None:
    PublishedVersion.objects.update(sha256="d" * 64)


def public_too_early() -> None:
    PublishedVersion.objects.update(publish_from=date(2020, 1, 1))


def page_that_nobody_made() -> None:
    PublicFile.objects.filter(path__startswith="/en/").delete()


def page_of_other_facts() -> None:
    Location.objects.update(phone="0399 99 99 99")


def never_published() -> None:
    PublishedVersion.objects.all().delete()
    DBTaskResult.objects.all().delete()


def handed_in_without_a_document() -> None:
    OfficialDocument.objects.all().delete()
    AdoptionCase.objects.filter(state=State.RECEIVED).update(state=State.SUBMITTED)
    DBTaskResult.objects.all().delete()


def another_document_than_was_handed_in() -> None:
    OfficialDocument.objects.update(pdf=ConceptDocument.objects.order_by("id")[0].pdf)


def concept_of_no_text() -> None:
    ConceptDocument.objects.filter(pk=ConceptDocument.objects.order_by("id")[0].pk).update(sha256="e" * 64)


def changes_of_no_text() -> None:
    profile = ConceptDocument.objects.order_by("id")[0].profile
    ChangesDocument.objects.create(
        profile=profile,
        before_sha256="a" * 64,
        sha256="e" * 64,
        pdf=Artefact.objects.order_by("id")[0],
        made_at=clock.now(),
    )


PUBLIC: dict[Callable[[], None], tuple[str, str]] = {
    public_under_another_hash: ("published", "niet de tekst die is vastgesteld"),
    public_too_early: ("published", "openbaar voordat dat mag"),
    page_that_nobody_made: ("public-files", "hoort een openbaar bestand te staan"),
    page_of_other_facts: ("public-files", "niet gemaakt van de gegevens van nu"),
    never_published: ("received", "niemand gaat het nog openbaar maken"),
    handed_in_without_a_document: ("official", "niemand maakt de PDF nog"),
    another_document_than_was_handed_in: ("official", "een andere PDF dan bij het indienen"),
    concept_of_no_text: ("concepts", "is er niet meer"),
    changes_of_no_text: ("changes", "is er niet meer"),
}
