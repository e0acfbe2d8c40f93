from django.db import models
from django.db.models import F, Q

from levend.adoption.models import AdoptionCase
from levend.organisations.models import Location
from levend.rounds.enums import WITH_CASE, Outcome
from levend.rounds.models.parts import RoundConsortium
from levend.rounds.models.round import CollectionRound


class RoundEntry(models.Model):
    """A school in a round, with its case once there is one, and its own last day where it was given one.

    `part` is the consortium through which it takes part; a school that belongs to two of them takes part once.
    `answered` of `asked` questions that need an answer: kept here for lists of thousands of schools, which cannot read
    every answer. The worker counts, see `services.counting`; `asked` is null until it did.
    """

    round = models.ForeignKey(CollectionRound, on_delete=models.PROTECT, related_name="entries")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="round_entries")
    part = models.ForeignKey(RoundConsortium, on_delete=models.PROTECT, related_name="entries")
    case = models.OneToOneField(
        AdoptionCase, on_delete=models.PROTECT, null=True, blank=True, related_name="round_entry"
    )
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    outcome_reason = models.TextField(blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)
    extended_until = models.DateField(null=True, blank=True)
    extension_reason = models.TextField(blank=True)
    added_at = models.DateTimeField()
    answered = models.PositiveIntegerField(null=True, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["round_id", "id"]
        verbose_name_plural = "round entries"
        constraints = [
            models.UniqueConstraint(fields=["round", "location"], name="location_once_in_a_round"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.WAITING, case=None, handled_at=None)
                | Q(outcome__in=WITH_CASE, case__isnull=False, handled_at__isnull=False)
                | Q(outcome__in=[Outcome.NO_FORMAT, Outcome.FAILED], case=None, handled_at__isnull=False),
                name="outcome_says_what_came_of_it",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.FAILED) | ~Q(outcome_reason=""), name="failing_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(extended_until=None, extension_reason="")
                | (Q(extended_until__isnull=False) & ~Q(extension_reason="")),
                name="entry_extension_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(answered=None, asked=None, counted_at=None)
                | Q(case__isnull=False, counted_at__isnull=False, answered__lte=F("asked")),
                name="entry_count_is_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["round", "outcome"]),
            models.Index(fields=["round", "part"]),
            models.Index(fields=["round", "extended_until"]),
        ]

    def __str__(self) -> str:
        return f"{self.location_id} in {self.round_id}"
