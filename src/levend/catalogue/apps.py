"""The words in which offers are counted: support types, expertise, facilities; and what a region decides."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "levend.catalogue"
    label = "catalogue"
    verbose_name = "catalogue"
