from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.models import Consortium, ConsortiumGroup
from levend.rounds.enums import RoundMove, RoundState


class CollectionRound(models.Model):
    """Opnameronde: what a consortium, or a group of them, asks of its schools and by when.

    `deadline` is the last day, in Amsterdam. `opens_on` is the day planned, and once it is open the day that it was.
    `regime` was chosen for the whole round; empty, each case that it opens has its consortium's regime of the day `regime_on`.
    That day is set when the round opens, so that a deadline that moves later changes no law.
    """

    name = models.CharField(_("naam"), max_length=120)
    consortium = models.ForeignKey(
        Consortium, on_delete=models.PROTECT, null=True, blank=True, related_name="own_rounds"
    )
    group = models.ForeignKey(
        ConsortiumGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="own_rounds"
    )
    school_year = models.CharField(_("schooljaar"), max_length=9)
    regime = models.CharField(max_length=40, blank=True)
    regime_on = models.DateField(null=True, blank=True)
    reference_date = models.DateField(_("teldatum"))
    opens_on = models.DateField(_("open vanaf"))
    deadline = models.DateField(_("uiterste inleverdatum"))
    requires_positive_advice = models.BooleanField(_("positief advies vereist"), default=False)
    state = models.CharField(max_length=10, choices=RoundState, default=RoundState.DRAFT)

    introduction = models.TextField(blank=True)
    how_made = models.TextField(blank=True)
    school_guide = models.TextField(blank=True)
    yearly_evaluation = models.TextField(blank=True)
    year_plan = models.TextField(blank=True)
    council = models.TextField(blank=True)
    ask_about_content = models.TextField(blank=True)
    ask_about_technique = models.TextField(blank=True)

    drafted_at = models.DateTimeField()
    drafted_by_ref = models.CharField(max_length=60)
    drafted_by_name = models.CharField(max_length=120)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by_ref = models.CharField(max_length=60, blank=True)
    opened_by_name = models.CharField(max_length=120, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by_ref = models.CharField(max_length=60, blank=True)
    closed_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-opens_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(consortium=None, group__isnull=False) | Q(consortium__isnull=False, group=None),
                name="round_belongs_to_one",
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(school_year="") & ~Q(drafted_by_ref=""), name="round_is_named"
            ),
            models.CheckConstraint(
                condition=Q(opens_on__lte=F("deadline"), reference_date__lte=F("deadline")),
                name="round_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=RoundState.DRAFT,
                    opened_at=None,
                    opened_by_ref="",
                    closed_at=None,
                    closed_by_ref="",
                )
                | (
                    Q(state=RoundState.OPEN, opened_at__isnull=False, closed_at=None, closed_by_ref="")
                    & ~Q(opened_by_ref="")
                )
                | (
                    Q(state=RoundState.CLOSED, opened_at__isnull=False, closed_at__isnull=False)
                    & ~Q(opened_by_ref="")
                    & ~Q(closed_by_ref="")
                ),
                name="round_state_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(state=RoundState.DRAFT) | Q(regime_on__isnull=False), name="open_round_has_a_law"
            ),
            models.UniqueConstraint(fields=["consortium", "name"], name="round_name_once_per_consortium"),
            models.UniqueConstraint(fields=["group", "name"], name="round_name_once_per_group"),
        ]
        indexes = [models.Index(fields=["state", "deadline"])]

    def __str__(self) -> str:
        return self.name


class RoundStep(models.Model):
    """A round was opened, closed or reopened: by whom, when and why. Kept as it was written."""

    round = models.ForeignKey(CollectionRound, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    move = models.CharField(max_length=10, choices=RoundMove)
    at = models.DateTimeField()
    actor_ref = models.CharField(max_length=60)
    actor_name = models.CharField(max_length=120)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["round_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="round_steps_are_numbered"),
            models.CheckConstraint(
                condition=~Q(move=RoundMove.REOPENED) | ~Q(reason=""), name="reopening_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.number} {self.move}"
