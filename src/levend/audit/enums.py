"""Kinds of actor that can stand in the record."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActorKind(models.TextChoices):
    USER = "user", _("gebruiker")
    LINK = "link", _("deelnemer met een link")
    SYSTEM = "system", _("Levend zelf")
