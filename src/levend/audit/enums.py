"""Kinds of actor in the record, what can be wrong with its chain, and how far an erasure is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActorKind(models.TextChoices):
    USER = "user", _("gebruiker")
    LINK = "link", _("deelnemer met een link")
    SYSTEM = "system", _("Levend zelf")


class ChainFaultKind(models.TextChoices):
    EVENT_MISSING = "event_missing", _("de gebeurtenis is verwijderd")
    EVENT_CHANGED = "event_changed", _("de gebeurtenis is gewijzigd")
    INSERTED = "inserted", _("de gebeurtenis is later ingevoegd dan zij zegt")
    LINK_MISSING = "link_missing", _("er ontbreekt een schakel")
    LINK_BROKEN = "link_broken", _("de schakel sluit niet aan op de vorige")
    LINK_CHANGED = "link_changed", _("de schakel is gewijzigd")
    NOT_AS_NOTED = "not_as_noted", _("de keten is korter of anders dan buiten de database is genoteerd")


class ErasureState(models.TextChoices):
    ASKED = "asked", _("wacht op bevestiging")
    CONFIRMED = "confirmed", _("gewist")
    WITHDRAWN = "withdrawn", _("niet doorgegaan")


class ErasedKind(models.TextChoices):
    """What an erased hash was the hash of."""

    CONTENT = "content", _("vastgezette tekst")
    ARTEFACT = "artefact", _("document")
    PAPER = "paper", _("brief of notulen")
