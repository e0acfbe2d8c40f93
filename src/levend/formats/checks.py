"""What must hold for stored formats."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.core.canonical import sha256_of
from levend.formats.models import DraftRevision, FormatDraft, FormatVersion


@invariant("format-versions")
def versions_have_their_hash() -> Iterator[Fault]:
    """A published version is the text that was published: profiles point at it."""
    for version in FormatVersion.objects.order_by("id").iterator(chunk_size=20):
        if sha256_of(version.body.encode()) != version.sha256:
            yield Fault(f"format_version:{version.pk}", _("de tekst van dit format hoort niet bij zijn hash"))


@invariant("format-drafts")
def drafts_have_their_text() -> Iterator[Fault]:
    """A draft says what its newest revision holds."""
    newest = DraftRevision.objects.filter(draft_id=OuterRef("pk"), number=OuterRef("revision"))
    for draft in FormatDraft.objects.filter(~Exists(newest)).order_by("id"):
        yield Fault(f"format_draft:{draft.pk}", _("de tekst van dit concept van een format ontbreekt"))
