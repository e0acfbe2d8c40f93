"""A key with its certificate, out of PEM files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

PrivateKey: TypeAlias = EllipticCurvePrivateKey | RSAPrivateKey
_BLOCK = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----.+?-----END \1-----", re.DOTALL)


class SealUnusable(RuntimeError):
    """The seal is missing or cannot be used; the message is for the operator."""


@dataclass(frozen=True, eq=False)
class SealKey:
    """`certificate` belongs to `private`; `chain` are the certificates above it, in no particular order."""

    private: PrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]

    def require_valid(self, on: datetime) -> None:
        """Raise `SealUnusable` outside the certificate's time: such a seal looks forged to every reader."""
        begin, end = self.certificate.not_valid_before_utc, self.certificate.not_valid_after_utc
        if not begin <= on <= end:
            raise SealUnusable(
                f"The certificate of the seal is valid from {begin:%Y-%m-%d} to {end:%Y-%m-%d}."
            )


def read_key(paths: Iterable[Path]) -> SealKey:
    """The one key in these files and its certificate. Raises `SealUnusable`."""
    keys: list[PrivateKey] = []
    certificates: list[x509.Certificate] = []
    for path in paths:
        for label, block in _blocks(path):
            if label.endswith("PRIVATE KEY"):
                keys.append(_private(block, path))
            elif label == "CERTIFICATE":
                certificates.append(_certificate(block, path))
    if len(keys) != 1:
        raise SealUnusable(f"The seal needs one private key in PEM; {len(keys)} were found.")
    mine = [each for each in certificates if each.public_key() == keys[0].public_key()]
    if not mine:
        raise SealUnusable("No certificate of the seal belongs to its private key.")
    return SealKey(keys[0], mine[0], tuple(each for each in certificates if each != mine[0]))


def read_certificates(path: Path) -> tuple[x509.Certificate, ...]:
    """Every certificate in a file, in its order; keys in it are passed over. Raises `SealUnusable`."""
    return tuple(_certificate(block, path) for label, block in _blocks(path) if label == "CERTIFICATE")


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate, hexadecimal."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def _blocks(path: Path) -> list[tuple[str, bytes]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SealUnusable(f"The seal cannot be read: {path}: {error.strerror}") from error
    return [(match[1].decode(), match[0] + b"\n") for match in _BLOCK.finditer(data)]


def _private(block: bytes, path: Path) -> PrivateKey:
    try:
        key = serialization.load_pem_private_key(block, password=None)
    except (ValueError, TypeError) as error:
        raise SealUnusable(f"The private key in {path} cannot be read, or has a password.") from error
    if not isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey):
        raise SealUnusable(f"The private key in {path} is neither ECDSA nor RSA.")
    return key


def _certificate(block: bytes, path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(block)
    except ValueError as error:
        raise SealUnusable(f"A certificate in {path} cannot be read.") from error
