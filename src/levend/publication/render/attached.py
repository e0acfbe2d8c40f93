"""What a document carries inside for machines: the public text and how it came to hold, as data."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from django.utils.translation import gettext as _

from levend.core.canonical import canonical_json, sha256_of
from levend.documents.enums import SealKind
from levend.documents.values import Attachment, Mark
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import RegisterName
from levend.formats.engine.values import Answers
from levend.publication.engine.projection import public_projection
from levend.publication.engine.read_back import TEXT
from levend.publication.values import Edition

PROCEDURE = "procedure.json"
JSON = "application/json"


def attached(
    definition: FormatDefinition, *, location: Mapping[str, object], answers: Answers, edition: Edition
) -> tuple[Attachment, ...]:
    """The attachments of one printing, of public facts only.

    `sop.json` has the shape of an answers file (where the location's code says the BRIN), with the `status` (`official`, `concept`) and with the `sha256` of its
    own content: the canonical JSON (RFC 8785) of `format`, `version`, `location` and `answers`. `procedure.json` names
    the frozen text by the hash that advice and adoption name.
    """
    status = seal_kind(edition.mark).value
    content = public_projection(definition, location=location, answers=answers)
    facts = {name: fact for name, fact in content.location.items() if name != RegisterName.BRIN}
    if edition.contacts:
        facts["contacts"] = [asdict(contact) for contact in edition.contacts]
    text: dict[str, object] = {
        "format": definition.key,
        "version": definition.version,
        "location": facts,
        "answers": dict(content.answers),
    }
    procedure: dict[str, object] = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(edition.procedure).items()
    }
    return (
        _json(TEXT, _("De antwoorden als gegevens"), {**text, "status": status, "sha256": sha256_of(text)}),
        _json(PROCEDURE, _("De procedure als gegevens"), {**procedure, "status": status}),
    )


def seal_kind(mark: Mark) -> SealKind:
    """What the seal and the data say of a document: the same as its pages."""
    return SealKind.CONCEPT if mark is Mark.CONCEPT else SealKind.OFFICIAL


def _json(name: str, description: str, value: Mapping[str, object]) -> Attachment:
    """Canonical, so that equal content gives an equal document."""
    return Attachment(name, JSON, description, canonical_json(value).decode())
