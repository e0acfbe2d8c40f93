"""What a revision is, and where an answer stands against last time's text."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RevisionKind(models.TextChoices):
    """A set-aside text met a newer one: it is kept, and was never the answer. Every other kind was, and has a number."""

    SAVED = "saved", _("opgeslagen")
    SET_ASIDE = "set_aside", _("terzijde gelegd")
    CARRIED = "carried", _("van vorige keer")
    CONFIRMED = "confirmed", _("klopt nog")
    CONFIRMED_BY_CHAPTER = "by_chapter", _("klopt nog, met het hele hoofdstuk")
    DROPPED = "dropped", _("vervalt")
    PAPER = "paper", _("uit een ingevuld pdf")
    FIGURE = "figure", _("ingevuld uit open data")


class Standing(models.TextChoices):
    """Where an answer stands. Answers confirmed one by one and by the chapter are counted apart: the burden differs."""

    NEW = "new", _("nieuw")
    CARRIED = "carried", _("nog niet bekeken")
    CONFIRMED = "confirmed", _("klopt nog")
    CONFIRMED_BY_CHAPTER = "by_chapter", _("klopt nog, met het hele hoofdstuk")
    CHANGED = "changed", _("gewijzigd")
    DROPPED = "dropped", _("vervalt")


class Verdict(models.TextChoices):
    """What somebody says of an answer of last time; the last one takes the others back."""

    CONFIRM = "klopt", _("klopt nog")
    DROP = "vervalt", _("vervalt")
    BACK = "terug", _("zet terug")


class ReaderKind(models.TextChoices):
    """For whom a link to read along is."""

    PARENT = "parent", _("ouder")
    PUPIL = "pupil", _("leerling")
    TEAM = "team", _("teamlid")
    OTHER = "other", _("iemand anders")


class Side(models.TextChoices):
    """From which side somebody speaks in remarks: as the school itself, as a co-reader, or for the consortium."""

    SCHOOL = "school", _("school")
    READER = "reader", _("leest mee")
    CONSORTIUM = "consortium", _("samenwerkingsverband")


class ThreadState(models.TextChoices):
    """What became of a remark."""

    OPEN = "open", _("open")
    RESOLVED = "resolved", _("opgelost")
    DROPPED = "dropped", _("vervallen")
