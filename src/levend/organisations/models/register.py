"""What came out of open data: areas, points, and the history of imports."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.models.consortium import Consortium


class ConsortiumArea(models.Model):
    """A postcode area (four digits) for which a consortium is recognised; a child's home decides."""

    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="areas")
    pc4 = models.CharField(_("postcodegebied"), max_length=4)

    class Meta:
        ordering = ["consortium_id", "pc4"]
        constraints = [
            models.UniqueConstraint(fields=["consortium", "pc4"], name="one_area_once_in_a_consortium")
        ]

    def __str__(self) -> str:
        return f"{self.pc4} of {self.consortium_id}"


class PostcodePoint(models.Model):
    """Where a postcode area lies: one point, from which distances are reckoned."""

    pc4 = models.CharField(_("postcodegebied"), max_length=4, unique=True)
    latitude = models.FloatField(_("breedtegraad (WGS 84)"))
    longitude = models.FloatField(_("lengtegraad (WGS 84)"))

    class Meta:
        ordering = ["pc4"]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="postcode_point_lies_on_earth",
            )
        ]

    def __str__(self) -> str:
        return self.pc4


class RegisterImport(models.Model):
    """A file of open data that was checked, and then perhaps applied. What was applied stays for ever.

    `plan` has the lists that were shown, `plan_sha256` says what exactly would be written. `choice` says which rows of
    the file were meant. Who checked and applied stands as the log writes it. A large one is asked for, and applied in the
    background; `trouble` says why that could not be.
    """

    class State(models.TextChoices):
        CHECKED = "checked", _("nagekeken")
        ASKED = "asked", _("wordt doorgevoerd")
        APPLIED = "applied", _("doorgevoerd")

    kind = models.CharField(max_length=20)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    consortium = models.ForeignKey(
        Consortium, on_delete=models.PROTECT, null=True, blank=True, related_name="register_imports"
    )
    choice = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    plan = models.JSONField(default=dict)
    plan_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State, default=State.CHECKED)
    checked_at = models.DateTimeField()
    checked_by = models.CharField(max_length=40)
    applied_at = models.DateTimeField(null=True, blank=True)
    applied_by = models.CharField(max_length=40, blank=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-checked_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="checked", applied_at=None, applied_by="")
                | Q(state="asked", applied_at=None) & ~Q(applied_by="")
                | Q(state="applied", applied_at__isnull=False) & ~Q(applied_by=""),
                name="applied_by_somebody_some_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.file_name}"
