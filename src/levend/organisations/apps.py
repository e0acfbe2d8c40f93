from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "levend.organisations"
    label = "organisations"
