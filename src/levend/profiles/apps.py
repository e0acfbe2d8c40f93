from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "levend.profiles"
    label = "profiles"
