from django.db import models
from django.db.models import Q

from levend.organisations.models import Location
from levend.rounds.models.round import CollectionRound

RATINGS = ("clear", "fitting", "former", "effort", "useful")
"""The fields of the five questions, in their order."""


class SurveyAnswer(models.Model):
    """What a school thinks of the format after a round, from 1 to 5, and a few words; once per school and round.

    Shown added up over at least five schools, the words without a name.
    """

    round = models.ForeignKey(CollectionRound, on_delete=models.PROTECT, related_name="survey_answers")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="survey_answers")
    clear = models.PositiveSmallIntegerField()
    fitting = models.PositiveSmallIntegerField()
    former = models.PositiveSmallIntegerField()
    effort = models.PositiveSmallIntegerField()
    useful = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by_ref = models.CharField(max_length=60)
    by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["round_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["round", "location"], name="one_survey_answer_per_school"),
            models.CheckConstraint(
                condition=Q(**{f"{name}__range": (1, 5) for name in RATINGS}), name="survey_rating_in_range"
            ),
            models.CheckConstraint(condition=~Q(by_ref=""), name="survey_answer_has_an_author"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.location_id}"
