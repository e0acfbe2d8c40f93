"""Sealing a document."""

import io
from functools import lru_cache

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from levend.core import clock
from levend.documents.engine.seal_marks import FIELD, REASON
from levend.documents.enums import SealKind
from levend.documents.sealing.key import SealKey
from levend.documents.sealing.keyring import keep_certificate, seal_key
from levend.documents.sealing.signer import DIGEST, KeptKeySigner


def seal_pdf(pdf: bytes, *, kind: SealKind, name: str) -> bytes:
    """The document with an invisible certifying seal (PAdES) that allows no change at all; `name` is whose it is.

    What came in stays as it was, byte for byte, up to a line end. The seal carries the moment, so its bytes differ
    every time. Raises `SealUnusable` without a valid key.
    """
    key = seal_key()
    key.require_valid(clock.now())
    keep_certificate(key)
    signer = _signer(key)
    # Without a line end the added objects would stand on the line of the last %%EOF, which PDF/A forbids (6.1.9).
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf if pdf.endswith(b"\n") else pdf + b"\n"))
    sealed = io.BytesIO()
    PdfSigner(
        PdfSignatureMetadata(
            field_name=FIELD[kind],
            md_algorithm=DIGEST,
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
            reason=REASON[kind],
            name=name or None,
        ),
        signer,
        new_field_spec=SigFieldSpec(FIELD[kind], on_page=0, readable_field_name=REASON[kind]),
    ).sign_pdf(writer, bytes_reserved=signer.hex_digits, output=sealed)
    return sealed.getvalue()


@lru_cache(maxsize=8)
def _signer(key: SealKey) -> KeptKeySigner:
    return KeptKeySigner(key)
