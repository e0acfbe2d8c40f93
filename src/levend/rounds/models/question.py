from django.db import models
from django.db.models import Q

from levend.adoption.models import AdoptionCase
from levend.organisations.models import Location
from levend.rounds.enums import HelpKind, QuestionState
from levend.rounds.models.round import CollectionRound


class QuestionLetter(models.Model):
    """Questions of a consortium to a school about what it handed in, sent as one message."""

    case = models.ForeignKey(AdoptionCase, on_delete=models.PROTECT, related_name="question_letters")
    words = models.TextField(blank=True)
    sent_at = models.DateTimeField()
    sent_by_ref = models.CharField(max_length=60)
    sent_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["case_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sent_by_ref="") & ~Q(sent_by_name=""), name="question_letter_has_a_sender"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.sent_at:%Y-%m-%d}"


class SchoolQuestion(models.Model):
    """One question and what the school answers.

    `rule` and `finding` say which rule of plausibility it came from, both empty for a question of the coordinator's own;
    `question_key` is the question of the format that it is about, empty for the whole. With `asks_correction` the
    school says that it wants to put something right: only the consortium can ask for that formally.
    """

    letter = models.ForeignKey(QuestionLetter, on_delete=models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()
    question_key = models.CharField(max_length=80, blank=True)
    rule = models.CharField(max_length=40, blank=True)
    finding = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    state = models.CharField(max_length=10, choices=QuestionState, default=QuestionState.OPEN)
    answer = models.TextField(blank=True)
    asks_correction = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_ref = models.CharField(max_length=60, blank=True)
    answered_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["letter_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "number"], name="questions_are_numbered"),
            models.CheckConstraint(condition=~Q(text=""), name="question_has_words"),
            models.CheckConstraint(
                condition=Q(rule="", finding="") | (~Q(rule="") & ~Q(finding="")),
                name="question_names_its_rule",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=QuestionState.OPEN,
                    answer="",
                    asks_correction=False,
                    answered_at=None,
                    answered_by_ref="",
                    answered_by_name="",
                )
                | (
                    Q(state=QuestionState.ANSWERED, answered_at__isnull=False)
                    & ~Q(answer="")
                    & ~Q(answered_by_ref="")
                    & ~Q(answered_by_name="")
                ),
                name="answer_to_question_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter_id} {self.number}"


class HelpRequest(models.Model):
    """A question of a school, kept as it was sent. `addressee` says to whom it went, in words without addresses."""

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="help_requests")
    round = models.ForeignKey(
        CollectionRound, on_delete=models.PROTECT, null=True, blank=True, related_name="help_requests"
    )
    kind = models.CharField(max_length=10, choices=HelpKind)
    text = models.TextField()
    addressee = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    asked_by_ref = models.CharField(max_length=60)
    asked_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["location_id", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=HelpKind.values), name="help_kind"),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(addressee="") & ~Q(asked_by_ref=""), name="help_request_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.location_id} {self.kind}"
