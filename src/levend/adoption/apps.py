from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "levend.adoption"
    label = "adoption"

    def ready(self) -> None:
        """Make the worker's own work known."""
        from levend.adoption import tasks  # noqa: F401
