"""Models of the record."""

from .audit_event import AuditEvent
from .audit_link import AuditLink

__all__ = ["AuditEvent", "AuditLink"]
