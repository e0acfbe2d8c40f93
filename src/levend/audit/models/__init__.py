"""Models of the record."""

from .audit_event import AuditEvent

__all__ = ["AuditEvent"]
