from django.apps import AppConfig


class KeyFiguresConfig(AppConfig):
    name = "levend.keyfigures"
    label = "keyfigures"
    verbose_name = "key figures"
    default_auto_field = "django.db.models.BigAutoField"
