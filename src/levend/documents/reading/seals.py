"""What a file's signature says, by itself: nobody is trusted here."""

import hashlib
import io
import re
from binascii import hexlify, unhexlify

from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, read_certification_data

from levend.documents.engine.seal_marks import kind_of

_HEX = re.compile(rb"<(30[0-9A-Fa-f]{64,131072})>")
MOST_SIGNATURES = 16
_SHA256 = {"algorithm": "sha256", "parameters": None}


def certificates_in(pdf: bytes) -> set[str]:
    """Fingerprints of the certificates in everything that looks like a signature, however broken the file is."""
    found: set[str] = set()
    for number, match in enumerate(_HEX.finditer(pdf)):
        if number == MOST_SIGNATURES:
            break
        found |= _certificates(match[1])
    return found


def judge_seal(pdf: bytes) -> dict[str, object]:
    """`seal`, as `SealFacts`; nothing without a signature or when it cannot be understood; `holds` false with two."""
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        signatures = reader.embedded_signatures
        if not signatures:
            return {}
        signature = signatures[0]
        reason = str(signature.sig_object.get("/Reason", ""))
        seal = {
            "kind": kind_of(signature.field_name, reason),
            "certificate": _fingerprint(signature.signer_cert.dump()),
            "above": [_fingerprint(each.dump()) for each in signature.other_embedded_certs],
            "holds": len(signatures) == 1 and _holds(pdf, reader, signature),
        }
    except MemoryError:
        raise
    except Exception:  # an altered file breaks the reader in ways that no list exhausts
        return {}
    return {"seal": seal}


def _holds(pdf: bytes, reader: PdfFileReader, signature: EmbeddedPdfSignature) -> bool:
    certification = read_certification_data(reader)
    return (
        _covers_all(pdf, signature)
        and _is_written_as_ours(signature.signed_data)
        and certification is not None
        and certification.permission is MDPPerm.NO_CHANGES
        and all(
            validate_sig_integrity(
                signature.signer_info,
                cert=signature.signer_cert,
                expected_content_type="data",
                actual_digest=signature.compute_digest(),
            )
        )
    )


def _covers_all(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether every byte is signed but those of the signature itself, and these are as we write them.

    The room for a signature is wider than it: what fills the rest is signed by nobody, so it must be zeros.
    """
    start, length, rest, rest_length = (int(number) for number in signature.byte_range)
    whole = start == 0 and 0 < length < rest and rest + rest_length == len(pdf)
    room = pdf[length:rest]
    written = cms.ContentInfo.load(signature.pkcs7_content).dump()
    return whole and room == b"<" + hexlify(written).upper().ljust(len(room) - 2, b"0") + b">"


def _is_written_as_ours(signed: cms.SignedData) -> bool:
    """Whether the few fields of a signature that no signature covers have the one value that we give them."""
    (signer,) = signed["signer_infos"]
    return (
        [signed["version"].native, signer["version"].native] == ["v1", "v1"]
        and [each.native for each in signed["digest_algorithms"]] == [_SHA256]
        and signer["digest_algorithm"].native == _SHA256
        and signed["encap_content_info"].native == {"content_type": "data", "content": None}
    )


def _certificates(digits: bytes) -> set[str]:
    try:
        content = cms.ContentInfo.load(unhexlify(digits[: len(digits) // 2 * 2]))
        return {_fingerprint(each.chosen.dump()) for each in content["content"]["certificates"]}
    except (ValueError, TypeError, KeyError):
        return set()


def _fingerprint(certificate: bytes) -> str:
    return hashlib.sha256(certificate).hexdigest()
