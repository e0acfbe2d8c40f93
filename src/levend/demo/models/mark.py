from django.db import models
from django.db.models import Q


class DemoMark(models.Model):
    """Says that everything in this database is made up. At most one row; nothing takes it away."""

    ONLY_KEY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY_KEY)
    filled_at = models.DateTimeField()
    locations = models.PositiveIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_demo_mark")]

    def __str__(self) -> str:
        return f"demo, {self.locations} locations"
