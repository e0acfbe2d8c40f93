"""One byte string per value, so that equal content has an equal hash."""

import hashlib
from collections.abc import Mapping, Sequence

import rfc8785


def canonical_json(value: "Mapping[str, object] | Sequence[object]") -> bytes:
    """The JSON Canonicalization Scheme (RFC 8785) of `value`, UTF-8.

    Raises `ValueError` for what JSON cannot hold exactly: NaN, infinities, integers beyond 2^53.
    """
    return rfc8785.dumps(value)  # type: ignore[arg-type]  # its recursive alias knows dict and list only


def sha256_of(value: "bytes | Mapping[str, object] | Sequence[object]") -> str:
    """SHA-256 of bytes, or of the canonical JSON of a value: 64 hexadecimal digits."""
    data = value if isinstance(value, bytes) else canonical_json(value)
    return hashlib.sha256(data).hexdigest()
