"""The key of fingerprints, made from the installation's own secret, which is never kept beside them."""

import hashlib
import hmac

from django.conf import settings


def current_key() -> bytes:
    return _key(settings.SECRET_KEY)


def known_keys() -> dict[str, bytes]:
    """Every key that this installation has, by its id: the present one, and those of former secrets."""
    keys = [_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return {key_id(key): key for key in keys}


def key_id(key: bytes) -> str:
    """Says which key, without telling anything of it: eight digits."""
    return hashlib.sha256(b"levend erasure key id" + key).hexdigest()[:8]


def _key(secret: "str | bytes") -> bytes:
    data = secret.encode() if isinstance(secret, str) else secret
    return hmac.new(data, b"levend erasures", hashlib.sha256).digest()
