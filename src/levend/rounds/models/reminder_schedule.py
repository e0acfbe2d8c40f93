from django.db import models
from django.db.models import Q

from levend.rounds.engine.reminding import Schedule
from levend.rounds.models.round import CollectionRound


class ReminderSchedule(models.Model):
    """When the schools of a round are reminded, where its coordinator chose so; without, the usual schedule holds."""

    round = models.OneToOneField(CollectionRound, on_delete=models.PROTECT, related_name="reminder_schedule")
    is_on = models.BooleanField(default=True)
    before = models.JSONField(default=list)
    after = models.PositiveSmallIntegerField(default=1)
    every = models.PositiveSmallIntegerField(default=14)

    class Meta:
        ordering = ["round_id"]
        constraints = [
            models.CheckConstraint(condition=Q(every=0) | Q(after__gt=0), name="repeating_needs_a_first_time")
        ]

    def __str__(self) -> str:
        return f"{self.before} {self.after} {self.every}"

    @property
    def schedule(self) -> Schedule:
        return Schedule(self.is_on, tuple(self.before), self.after, self.every)
