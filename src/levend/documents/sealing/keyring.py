"""Which key seals, and whose seals are ours.

The key is what `LEVEND_SEAL` names. In demo, without it, one is made in the data folder. Every certificate that ever
sealed is kept beside it, in `seal/certificates/`, so that documents of a retired key are still told from forgeries;
whoever takes one away from there stops trusting its seals.
"""

import os
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from levend.core import clock
from levend.documents.sealing.key import SealKey, SealUnusable, fingerprint, read_certificates, read_key
from levend.documents.sealing.self_made import is_self_made, make_once

PRODUCTION = "production"


def seal_key() -> SealKey:
    """The key that seals now, read once per process. Raises `SealUnusable`."""
    data = Path(settings.LEVEND_DATA)
    if settings.LEVEND_SEAL:
        key = _read(settings.LEVEND_SEAL)
    elif settings.LEVEND_ENV == PRODUCTION:
        raise SealUnusable("LEVEND_SEAL is needed in production: a PEM file with key and certificate.")
    else:
        make_once(_self_made(data), on=clock.now())
        key = _read(str(_self_made(data)))
    if settings.LEVEND_ENV == PRODUCTION and is_self_made(key.certificate):
        raise SealUnusable("LEVEND_SEAL names a seal that was made for trying; production needs a real one.")
    return key


def known_certificates() -> Mapping[str, frozenset[str]]:
    """Our seals, by the fingerprint of their certificate, with the fingerprints of the certificates above it.

    The present one and every former one; in production none that was made for trying. Makes no key.
    """
    data = Path(settings.LEVEND_DATA)
    chains = [read_certificates(path) for path in sorted(_kept(data).glob("*.pem"))]
    if settings.LEVEND_SEAL or settings.LEVEND_ENV == PRODUCTION or _self_made(data).exists():
        key = seal_key()
        chains.append((key.certificate, *key.chain))
    return {
        fingerprint(mine): frozenset(fingerprint(each) for each in above)
        for mine, *above in filter(None, chains)
        if settings.LEVEND_ENV != PRODUCTION or not is_self_made(mine)
    }


def keep_certificate(key: SealKey) -> None:
    """Remember the certificate of a key that seals, for the day that another one takes its place."""
    folder = _kept(Path(settings.LEVEND_DATA))
    path = folder / f"{fingerprint(key.certificate)}.pem"
    if path.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=".certificate-")
    with os.fdopen(handle, "wb") as file:
        file.writelines(each.public_bytes(Encoding.PEM) for each in (key.certificate, *key.chain))
    Path(name).replace(path)


def _self_made(data: Path) -> Path:
    return data / "seal" / "private.pem"


def _kept(data: Path) -> Path:
    return data / "seal" / "certificates"


@lru_cache(maxsize=8)
def _read(paths: str) -> SealKey:
    return read_key(Path(path.strip()) for path in paths.split(","))
