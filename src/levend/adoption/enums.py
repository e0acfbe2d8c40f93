"""States, steps and forms of the legal chain. The values are stored: never rename one."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a case stands. Every state belongs to one party: see `TURNS`."""

    DRAFT = "draft", _("concept")
    AWAITING_ADVICE = "awaiting_advice", _("wacht op advies")
    ADVICE_GIVEN = "advice_given", _("advies gegeven")
    REOPENED = "reopened", _("heropend")
    AWAITING_CONFIRMATION = "awaiting_confirmation", _("wacht op bevestiging van het advies")
    RETURNED_BY_BOARD = "returned_by_board", _("teruggegeven door het bestuur")
    ADOPTED = "adopted", _("vastgesteld")
    CORRECTING = "correcting", _("schrijffout in herstel")
    AWAITING_CORRECTION = "awaiting_correction", _("wacht op bevestiging van de correctie")
    SUBMITTED = "submitted", _("ingediend")
    RETURNED_BY_CONSORTIUM = "returned_by_consortium", _("correctie gevraagd door het samenwerkingsverband")
    RECEIVED = "received", _("ontvangen")


class Party(models.TextChoices):
    """Whose turn it can be."""

    SCHOOL = "school", _("de school")
    COUNCIL = "council", _("de medezeggenschapsraad")
    BOARD = "board", _("het bestuur")
    CONSORTIUM = "consortium", _("het samenwerkingsverband")
    NOBODY = "nobody", _("niemand")


class Step(models.TextChoices):
    """What can be done with a case. The label is what the record says was done."""

    OPEN = "open", _("Profiel begonnen")
    ASK_ADVICE = "ask_advice", _("Advies gevraagd, tekst vastgezet")
    GIVE_ADVICE = "give_advice", _("Advies van de medezeggenschapsraad")
    REGISTER_ADVICE = "register_advice", _("Advies van de medezeggenschapsraad, op papier")
    PASS_TERM = "pass_term", _("Termijn verstreken zonder antwoord")
    REOPEN = "reopen", _("Heropend om iets te veranderen")
    ASK_CONFIRMATION = "ask_confirmation", _("Bevestiging van het advies gevraagd")
    CONFIRM_ADVICE = "confirm_advice", _("Advies bevestigd")
    OFFER_UNCHANGED = "offer_unchanged", _("Ongewijzigd weer voorgelegd")
    REACT = "react", _("Antwoord van het bestuur op het advies")
    ADOPT = "adopt", _("Vastgesteld door het bestuur")
    REGISTER_ADOPTION = "register_adoption", _("Vastgesteld door het bestuur, op papier")
    RETURN_TO_SCHOOL = "return_to_school", _("Teruggegeven aan de school")
    CORRECT = "correct", _("Correctie van een schrijffout begonnen")
    OFFER_CORRECTION = "offer_correction", _("Correctie voorgelegd aan het bestuur")
    CONFIRM_CORRECTION = "confirm_correction", _("Correctie bevestigd door het bestuur")
    RETURN_CORRECTION = "return_correction", _("Correctie teruggegeven")
    SUBMIT = "submit", _("Verklaard en ingediend")
    RECEIVE = "receive", _("Ontvangen door het samenwerkingsverband")
    ASK_CORRECTION = "ask_correction", _("Correctie gevraagd door het samenwerkingsverband")
    OBJECT_TO_ADVICE = "object_to_advice", _("Bezwaar van de raad tegen de registratie op papier")
    OBJECT_TO_ADOPTION = "object_to_adoption", _("Bezwaar van het bestuur tegen de registratie op papier")


class AdviceKind(models.TextChoices):
    """The four forms of an advice (Wms 11 and 17). Advice is not consent."""

    POSITIVE = "positive", _("positief")
    CONDITIONAL = "conditional", _("positief, met voorwaarden")
    NEGATIVE = "negative", _("negatief")
    NOT_GIVEN = "not_given", _("niet gegeven binnen de termijn")


class Manner(models.TextChoices):
    """How an advice came to hold for a text."""

    GIVEN = "given", _("over deze tekst gegeven")
    CONFIRMED = "confirmed", _("bevestigd voor deze tekst")
    TERM_PASSED = "term_passed", _("termijn voor bevestiging verstreken")


class Reaction(models.TextChoices):
    """What the board does with a condition of the council."""

    NONE = "", _("nog niet beantwoord")
    FOLLOWED = "followed", _("nemen wij over")
    DECLINED = "declined", _("nemen wij niet over")


class PaperKind(models.TextChoices):
    """What a registered letter or minutes proves."""

    ADVICE = "advice", _("brief van de medezeggenschapsraad")
    ADOPTION = "adoption", _("notulen of besluit van het bestuur")


class Guard(StrEnum):
    """Conditions of a step besides state and role."""

    COMPLETE = "complete"
    NO_PERSONAL_DATA = "no_personal_data"
    NO_ADVICE_YET = "no_advice_yet"
    HAS_ADVICE = "has_advice"
    TERM_PASSED = "term_passed"
    ADVISED_TEXT = "advised_text"
    TEXT_UNCHANGED = "text_unchanged"
    ADVICE_ANSWERED = "advice_answered"
    POSITIVE_WHERE_REQUIRED = "positive_where_required"
    PAPER_ADVICE = "paper_advice"
    PAPER_ADOPTION = "paper_adoption"
    HAS_CONDITIONS = "has_conditions"
