from django.db import models
from django.db.models import Q

from levend.formats.models import FormatVersion
from levend.organisations.enums import SchoolType
from levend.organisations.models import Consortium
from levend.rounds.enums import MilestoneKind
from levend.rounds.models.round import CollectionRound


class RoundConsortium(models.Model):
    """A consortium that takes part, with its own last day where it was given one."""

    round = models.ForeignKey(CollectionRound, on_delete=models.PROTECT, related_name="parts")
    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="round_parts")
    extended_until = models.DateField(null=True, blank=True)
    extension_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["round_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["round", "consortium"], name="consortium_once_in_a_round"),
            models.CheckConstraint(
                condition=Q(extended_until=None, extension_reason="")
                | (Q(extended_until__isnull=False) & ~Q(extension_reason="")),
                name="round_consortium_extension_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consortium_id} in {self.round_id}"


class RoundFormat(models.Model):
    """The version of a format that one kind of school fills in."""

    round = models.ForeignKey(CollectionRound, on_delete=models.PROTECT, related_name="formats")
    school_type = models.CharField(max_length=3, choices=SchoolType)
    version = models.ForeignKey(FormatVersion, on_delete=models.PROTECT, related_name="round_formats")

    class Meta:
        ordering = ["round_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["round", "school_type"], name="one_format_per_kind_of_school")
        ]

    def __str__(self) -> str:
        return f"{self.school_type} in {self.round_id}"


class Milestone(models.Model):
    """The day by which schools should be so far. An aim: only the deadline binds."""

    round = models.ForeignKey(CollectionRound, on_delete=models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=12, choices=MilestoneKind)
    day = models.DateField()

    class Meta:
        ordering = ["round_id", "day", "id"]
        constraints = [models.UniqueConstraint(fields=["round", "kind"], name="one_day_per_milestone")]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"
