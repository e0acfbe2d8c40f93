"""Mail, by way of an outbox."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "levend.notifications"
    label = "notifications"
    verbose_name = "notifications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The worker sends what was queued."""
        from levend.jobs.events import subscribe

        subscribe("mail_queued", "levend.notifications.services.deliver_mail", quick=True)
