from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact


class PlaceConfirmation(models.Model):
    """Somebody of the school says of one place, in exactly this text, that it is no personal data.

    The hash stands for question, place and text: another text needs another look. The words are kept nowhere here.
    """

    case = models.ForeignKey("adoption.AdoptionCase", on_delete=models.PROTECT, related_name="confirmations")
    question_key = models.CharField(max_length=60)
    kind = models.CharField(max_length=10)
    place_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    actor_ref = models.CharField(max_length=60)
    actor_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["case_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "place_sha256"], name="place_confirmed_once"),
            models.CheckConstraint(condition=Q(Exact(Length("place_sha256"), 64)), name="place_hash"),
        ]

    def __str__(self) -> str:
        return f"{self.question_key} {self.kind}"
