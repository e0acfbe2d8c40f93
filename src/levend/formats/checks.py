"""What must hold for stored formats."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.core.canonical import sha256_of
from levend.formats.models import FormatVersion


@invariant("format-versions")
def versions_have_their_hash() -> Iterator[Fault]:
    """A published version is the text that was published: profiles point at it."""
    for version in FormatVersion.objects.order_by("id").iterator(chunk_size=20):
        if sha256_of(version.body.encode()) != version.sha256:
            yield Fault(f"format_version:{version.pk}", _("de tekst van dit format hoort niet bij zijn hash"))
