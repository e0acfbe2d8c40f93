"""Events, tasks with retries, and work that comes back."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "levend.jobs"
    label = "jobs"
    verbose_name = "jobs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make every app's `tasks` module known: the worker finds its retries and schedules there."""
        from levend.jobs import checks, tidy  # noqa: F401  (register themselves)

        autodiscover_modules("tasks")
