"""The law as data: terms, mandatory elements, validity, with sources and dates."""

from django.apps import AppConfig


class RegimesConfig(AppConfig):
    name = "levend.regimes"
    label = "regimes"
    verbose_name = "regimes"
    default_auto_field = "django.db.models.BigAutoField"
