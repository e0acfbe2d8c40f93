"""Kinds of school and council."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolType(models.TextChoices):
    """Kinds of school in the WPO, WEC and WVO 2020."""

    BAO = "bao", _("basisschool")
    SBO = "sbo", _("school voor speciaal basisonderwijs")
    SO = "so", _("school voor speciaal onderwijs")
    VSO = "vso", _("school voor voortgezet speciaal onderwijs")
    VO = "vo", _("school voor voortgezet onderwijs")
    PRO = "pro", _("school voor praktijkonderwijs")


class CouncilKind(models.TextChoices):
    """A council of one school, or the common one of a board's schools (Wms 3 and 4)."""

    MR = "mr", _("medezeggenschapsraad")
    GMR = "gmr", _("gemeenschappelijke medezeggenschapsraad")
