"""States and kinds of change of a format that is being made. The values are stored: never rename one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DraftState(models.TextChoices):
    """What became of a draft."""

    OPEN = "open", _("in bewerking")
    PUBLISHED = "published", _("gepubliceerd")
    DISCARDED = "discarded", _("weggedaan")


class DraftChange(models.TextChoices):
    """What was done to a draft; each stands as a line in its history."""

    BEGUN = "begun", _("Begonnen")
    HEAD_CHANGED = "head_changed", _("Titel en uitleg gewijzigd")
    CHAPTER_ADDED = "chapter_added", _("Hoofdstuk toegevoegd")
    CHAPTER_CHANGED = "chapter_changed", _("Hoofdstuk gewijzigd")
    CHAPTER_MOVED = "chapter_moved", _("Hoofdstuk verplaatst")
    CHAPTER_REMOVED = "chapter_removed", _("Hoofdstuk weggehaald")
    ITEM_ADDED = "item_added", _("Toegevoegd")
    ITEM_CHANGED = "item_changed", _("Gewijzigd")
    ITEM_MOVED = "item_moved", _("Verplaatst")
    ITEM_REMOVED = "item_removed", _("Weggehaald")
    CONDITION_CHANGED = "condition_changed", _("Voorwaarde gewijzigd")
    IMPORTED = "imported", _("Bestand ingelezen")
    UNDONE = "undone", _("Ongedaan gemaakt")
