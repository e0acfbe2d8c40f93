"""Keys and certificates as an operator brings them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from levend.documents.sealing.key import PrivateKey

PEM = serialization.Encoding.PEM
PKCS8 = serialization.PrivateFormat.PKCS8


def ecdsa() -> PrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def rsa_2048() -> PrivateKey:
    return rsa.generate_private_key(65537, 2048)


def certificate(key: PrivateKey, *, days: int = 365) -> bytes:
    """A certificate for a key, valid until `days` from now."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Zegel van het verbond")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=800))
        .not_valid_after(now + timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(PEM)


def private(key: PrivateKey, password: bytes = b"") -> bytes:
    hidden = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    return key.private_bytes(PEM, PKCS8, hidden)


def one_file(path: Path, *, days: int = 365) -> str:
    """A new key with its certificate in one file; its name, as `LEVEND_SEAL` has it."""
    key = ecdsa()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(private(key) + certificate(key, days=days))
    return str(path)
