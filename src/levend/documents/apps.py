from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "levend.documents"
    label = "documents"
