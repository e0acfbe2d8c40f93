from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "levend.demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the checks that run before a start refuse a marked database in production."""
        from levend.demo import guard  # noqa: F401  (registers itself)
