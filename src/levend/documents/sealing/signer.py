"""A signer that holds its key.

pyHanko's own one parses and checks the key anew for every signature, which costs more than the signature itself.
"""

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.signers import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from levend.documents.sealing.key import SealKey

DIGEST = "sha256"
BESIDE_CERTIFICATES = 2048
"""Bytes: signature (RSA-4096 takes 512), signed attributes and structure, with room to spare."""


class KeptKeySigner(Signer):
    """ECDSA or RSA (PKCS #1 v1.5), always with SHA-256."""

    def __init__(self, key: SealKey) -> None:
        above = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        above.register_multiple([_asn1(each) for each in key.chain])
        super().__init__(signing_cert=_asn1(key.certificate), cert_registry=above)
        self._private = key.private
        self.hex_digits = 2 * (
            BESIDE_CERTIFICATES
            + sum(len(each.public_bytes(Encoding.DER)) for each in (key.certificate, *key.chain))
        )

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if digest_algorithm != DIGEST:
            raise ValueError(digest_algorithm)
        if isinstance(self._private, EllipticCurvePrivateKey):
            return self._private.sign(data, ECDSA(hashes.SHA256()))
        return self._private.sign(data, PKCS1v15(), hashes.SHA256())


def _asn1(certificate: x509.Certificate) -> asn1.Certificate:
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
