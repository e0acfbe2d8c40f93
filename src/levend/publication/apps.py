"""Publishing follows the legal chain by its events; the chain knows nothing of it."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "levend.publication"
    label = "publication"
