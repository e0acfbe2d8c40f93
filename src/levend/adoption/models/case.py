from django.db import models
from django.db.models import Q

from levend.adoption.enums import State, Step
from levend.adoption.transitions import UNLOCKED
from levend.organisations.models import Consortium, Location
from levend.profiles.models import ProfileSnapshot, SupportProfile


class AdoptionCase(models.Model):
    """One profile's way through the chain. `content_sha256` is the locked text, empty while the school writes.

    `unchanged_from` is the version in force that the locked text says the same as, when every answer was confirmed.
    """

    profile = models.OneToOneField(SupportProfile, on_delete=models.PROTECT, related_name="case")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="cases")
    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="cases")
    regime = models.CharField(max_length=40)
    requires_positive_advice = models.BooleanField(default=False)
    state = models.CharField(max_length=30, choices=State, default=State.DRAFT)
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    asked_sha256 = models.CharField(max_length=64, blank=True)
    unchanged_from = models.ForeignKey(
        ProfileSnapshot, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    advice = models.ForeignKey(
        "adoption.Advice", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    adoption = models.ForeignKey(
        "adoption.Adoption", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["location"], condition=~Q(state=State.RECEIVED), name="one_open_case_per_location"
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNLOCKED, content_sha256="")
                | (~Q(state__in=UNLOCKED) & ~Q(content_sha256="")),
                name="text_is_locked_by_state",
            ),
            models.CheckConstraint(
                condition=Q(unchanged_from=None) | ~Q(content_sha256=""),
                name="only_a_locked_text_is_unchanged",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.ADVICE_GIVEN, State.ADOPTED, State.SUBMITTED, State.RECEIVED])
                | Q(advice__isnull=False),
                name="no_decision_without_advice",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.ADOPTED, State.SUBMITTED, State.RECEIVED])
                | Q(adoption__isnull=False),
                name="no_submission_without_adoption",
            ),
        ]
        indexes = [models.Index(fields=["consortium", "state"]), models.Index(fields=["state", "due_on"])]

    def __str__(self) -> str:
        return f"case {self.pk} of location {self.location_id}"


class CaseStep(models.Model):
    """What was done, by whom, when: never changed again (enforced by a trigger)."""

    case = models.ForeignKey(AdoptionCase, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=30, choices=Step)
    source = models.CharField(max_length=30, choices=State, blank=True)
    target = models.CharField(max_length=30, choices=State)
    at = models.DateTimeField()
    happened_on = models.DateField()
    actor_ref = models.CharField(max_length=60)
    actor_name = models.CharField(max_length=120)
    actor_role = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    paper = models.ForeignKey("adoption.PaperRecord", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["case_id", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="steps_are_numbered")]

    def __str__(self) -> str:
        return f"{self.number} {self.step}"
