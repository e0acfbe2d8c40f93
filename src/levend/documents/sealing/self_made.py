"""A seal for trying: made on the spot, worth nothing outside this installation, refused in production."""

import os
import tempfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

MARK = "Zelfgemaakt om te proberen"
LASTS = timedelta(days=3650)
CURVE = ec.SECP256R1()


def is_self_made(certificate: x509.Certificate) -> bool:
    """Whether a certificate was made here; it says so itself."""
    units = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)
    return any(unit.value == MARK for unit in units)


def make_once(path: Path, *, on: datetime) -> None:
    """Put a new key with its chain at `path`, readable by its owner only, unless there is one.

    Of several processes one wins and the others find its key: a link appears whole or not at all.
    """
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".seal-")  # made with mode 0600
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_new(on))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink()


def _new(on: datetime) -> bytes:
    """PEM of a key, its certificate and the one that issued it, whose own key is thrown away."""
    issuer_key, key = ec.generate_private_key(CURVE), ec.generate_private_key(CURVE)
    issuer = _certificate("Levend, uitgever van een proefzegel", issuer_key, None, issuer_key, on)
    certificate = _certificate("Levend, proefzegel", key, issuer, issuer_key, on)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return b"".join(
        (private, *(each.public_bytes(serialization.Encoding.PEM) for each in (certificate, issuer)))
    )


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Certificate | None,
    issuer_key: ec.EllipticCurvePrivateKey,
    on: datetime,
) -> x509.Certificate:
    """Without `issuer` one that may issue others (RFC 5280: basic constraints and key usage say which)."""
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, MARK),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    issues = issuer is None
    usage = x509.KeyUsage(
        digital_signature=not issues,
        content_commitment=not issues,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issues,
        crl_sign=issues,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(on - timedelta(days=1))
        .not_valid_after(on + LASTS)
        .add_extension(x509.BasicConstraints(ca=issues, path_length=0 if issues else None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .sign(issuer_key, hashes.SHA256())
    )
