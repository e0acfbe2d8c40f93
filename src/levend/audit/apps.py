"""The append-only record of what people and the system did."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "levend.audit"
    label = "audit"
    verbose_name = "audit"
    default_auto_field = "django.db.models.BigAutoField"
