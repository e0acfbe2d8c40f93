"""Something that happened, for apps above to act on."""

from django.db import models


class Event(models.Model):
    """Written in the transaction of what happened; `ids` holds ids and codes only."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=80)
    ids = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.name} {self.ids}"
