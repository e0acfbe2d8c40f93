from django.db import models
from django.utils.translation import gettext_lazy as _


class Format(models.Model):
    """A questionnaire through the years; what it asks stands in its versions."""

    key = models.CharField(_("sleutel"), max_length=60, unique=True)
    title = models.CharField(_("titel"), max_length=500)

    class Meta:
        ordering = ["title", "key"]

    def __str__(self) -> str:
        return self.title
