"""How far a round is, its milestones, and what came of its schools. The values are stored: never rename one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoundState(models.TextChoices):
    """A reopened round is open again; its steps say that it was closed before."""

    DRAFT = "draft", _("in voorbereiding")
    OPEN = "open", _("open")
    CLOSED = "closed", _("gesloten")


class RoundMove(models.TextChoices):
    """What was done with a round as a whole."""

    OPENED = "opened", _("geopend")
    CLOSED = "closed", _("gesloten")
    REOPENED = "reopened", _("heropend")


class MilestoneKind(models.TextChoices):
    """Days by which a school should be so far, in the order of the procedure."""

    CONCEPT = "concept", _("concept klaar, advies gevraagd")
    COUNCIL = "council", _("advies van de medezeggenschapsraad")
    BOARD = "board", _("vastgesteld door het bestuur")
    SUBMISSION = "submission", _("ingediend")


class Outcome(models.TextChoices):
    """What happened for a school when the round opened."""

    WAITING = "waiting", _("wordt geopend")
    OPENED = "opened", _("profiel geopend")
    JOINED = "joined", _("liep al, doet mee")
    NO_FORMAT = "no_format", _("geen passend format")
    FAILED = "failed", _("niet gelukt")


WITH_CASE = (Outcome.OPENED, Outcome.JOINED)


class RoundText(models.TextChoices):
    """The texts of a round, in the order in which a school reads them; the values are fields of the round."""

    INTRODUCTION = "introduction", _("Inleiding")
    HOW_MADE = "how_made", _("Hoe het profiel tot stand komt")
    SCHOOL_GUIDE = "school_guide", _("De plaats in de schoolgids")
    YEARLY_EVALUATION = "yearly_evaluation", _("De jaarlijkse evaluatie")
    YEAR_PLAN = "year_plan", _("De samenhang met jaarplan en jaarverslag")
    COUNCIL = "council", _("De medezeggenschapsraad")
    ASK_ABOUT_CONTENT = "ask_about_content", _("Vragen over de inhoud")
    ASK_ABOUT_TECHNIQUE = "ask_about_technique", _("Vragen over de techniek")


INSTRUCTIONS = (
    RoundText.HOW_MADE,
    RoundText.SCHOOL_GUIDE,
    RoundText.YEARLY_EVALUATION,
    RoundText.YEAR_PLAN,
    RoundText.COUNCIL,
)
"""What schools need to be told, beside what the round is for."""


class QuestionState(models.TextChoices):
    """Where a question to a school stands. Nothing in the chain waits for an answer."""

    OPEN = "open", _("nog geen antwoord")
    ANSWERED = "answered", _("beantwoord")


class HelpKind(models.TextChoices):
    """What a school asks about: each goes its own way (seed 003)."""

    CONTENT = "content", _("over de inhoud")
    TECHNIQUE = "technique", _("over de techniek")


class Became(models.TextChoices):
    """What a school did with a question by the time it handed in."""

    CONFIRMED = "confirmed", _("bevestigd")
    CHANGED = "changed", _("gewijzigd")
    NEW = "new", _("nieuw geschreven")
    DROPPED = "dropped", _("vervallen")
    UNLOOKED = "unlooked", _("overgenomen zonder te bekijken")
    EMPTY = "empty", _("leeg gelaten")
