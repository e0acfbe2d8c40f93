from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "levend.web"
    label = "web"
    verbose_name = "Levend"
