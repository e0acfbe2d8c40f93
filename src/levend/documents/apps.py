from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class DocumentsConfig(AppConfig):
    name = "levend.documents"
    label = "documents"

    def ready(self) -> None:
        """Refuse to start in production without a seal, or with one that was made for trying."""
        if settings.LEVEND_ENV == "production":
            from levend.documents.sealing import SealUnusable, seal_key

            try:
                seal_key()
            except SealUnusable as reason:
                raise ImproperlyConfigured(str(reason)) from reason
