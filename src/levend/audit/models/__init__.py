"""Models of the record."""

from .audit_event import AuditEvent
from .audit_link import AuditLink
from .erasure import ErasedHash, Erasure

__all__ = ["AuditEvent", "AuditLink", "ErasedHash", "Erasure"]
