"""Documents of texts that are not handed in yet."""

from levend.accounts.actor import Actor
from levend.adoption.queries.cases import text_for
from levend.publication.models import ChangesDocument, ConceptDocument


def concept_for(actor: Actor, location_code: str, sha256: str) -> ConceptDocument | None:
    """The document of a frozen text, `None` until the worker made it.

    Raises `NotFound` for who may not read that text.
    """
    case, _definition, _body = text_for(actor, location_code, sha256)
    return (
        ConceptDocument.objects.filter(profile_id=case.profile_id, sha256=sha256)
        .select_related("pdf")
        .first()
    )


def changes_for(actor: Actor, location_code: str, before_sha256: str, sha256: str) -> ChangesDocument | None:
    """The document of what is different between two frozen texts, `None` where none was made.

    It tells public answers of both. Raises `NotFound` for who may not read the newer text.
    """
    case, _definition, _body = text_for(actor, location_code, sha256)
    return (
        ChangesDocument.objects.filter(profile_id=case.profile_id, before_sha256=before_sha256, sha256=sha256)
        .select_related("pdf")
        .first()
    )
