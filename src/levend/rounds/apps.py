from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "levend.rounds"
    label = "rounds"
    verbose_name = "rounds"
    default_auto_field = "django.db.models.BigAutoField"
