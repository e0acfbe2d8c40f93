"""The sign of life of a worker."""

from django.db import models


class Heartbeat(models.Model):
    """When a worker was last alive; a worker that stops in order takes its row away."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("worker_id",)

    def __str__(self) -> str:
        return f"{self.worker_id} {self.at:%Y-%m-%d %H:%M:%S}"
