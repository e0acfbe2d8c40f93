from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "levend.adoption"
    label = "adoption"
