"""The certifying seal: a signature that shows any later change, and says whether it vouches for a concept."""

from levend.documents.sealing.key import SealUnusable
from levend.documents.sealing.keyring import known_certificates, seal_key
from levend.documents.sealing.seal import seal_pdf

__all__ = ["SealUnusable", "known_certificates", "seal_key", "seal_pdf"]
