from django.apps import AppConfig


class KeyFiguresConfig(AppConfig):
    name = "levend.keyfigures"
    label = "keyfigures"
    verbose_name = "key figures"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Numbers of pupils are a kind of file that can be imported."""
        from levend.keyfigures.services import register_pupils

        register_pupils()
