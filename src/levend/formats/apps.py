from django.apps import AppConfig


class FormatsConfig(AppConfig):
    name = "levend.formats"
    label = "formats"
