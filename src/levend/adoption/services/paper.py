"""Letters and minutes: checked, stored by content, registered."""

from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from levend.adoption.enums import PaperKind
from levend.adoption.models import PaperRecord
from levend.adoption.services.moving import Move
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.core.storage import put_whole
from levend.regimes.engine.terms import objection_until
from levend.regimes.queries import regime

SIZE_MAX = 10 * 1024 * 1024
_SIGNATURES = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


def register_paper(
    move: Move, kind: PaperKind, upload: "UploadedFile[bytes]", happened_on: date
) -> PaperRecord:
    """Keep the file and note who registered it, and until when the other party can object.

    PDF, JPEG or PNG of at most 10 MB, judged by its first bytes. Raises `Invalid` for anything else.
    """
    data = _read(upload)
    media_type = _media_type(data)
    sha256 = sha256_of(data)
    put_whole(paper_path(sha256), data)
    return PaperRecord.objects.create(
        case=move.case,
        kind=kind,
        sha256=sha256,
        media_type=media_type,
        size=len(data),
        file_name=clean(upload.name or "", max_length=None).replace("/", " ")[-150:] or "document",
        happened_on=happened_on,
        registered_at=clock.now(),
        registered_by_ref=move.actor.ref,
        registered_by_name=move.actor.name,
        object_until=objection_until(regime(move.case.regime), clock.today()),
    )


def paper_path(sha256: str) -> str:
    """Where a file with this hash lies in the storage."""
    return f"paper/{sha256[:2]}/{sha256}"


def _read(upload: "UploadedFile[bytes]") -> bytes:
    if (upload.size or 0) > SIZE_MAX:
        message = _("Dit bestand is te groot (%(size)d MB). Kies een bestand van hoogstens 10 MB.") % {
            "size": round((upload.size or 0) / 1024 / 1024)
        }
        raise Invalid(message, {"file": message})
    buffer = BytesIO()
    for chunk in upload.chunks():
        buffer.write(chunk)
    if not buffer.tell():
        message = _("Dit bestand is leeg. Kies de brief of de notulen als PDF of foto.")
        raise Invalid(message, {"file": message})
    return buffer.getvalue()


def _media_type(data: bytes) -> str:
    for signature, media_type in _SIGNATURES.items():
        if data.startswith(signature):
            return media_type
    message = _(
        "Dit is geen PDF, JPEG of PNG. Sla de brief of de notulen op als PDF, of maak er een foto van."
    )
    raise Invalid(message, {"file": message})
