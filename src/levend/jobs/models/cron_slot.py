"""A moment for which recurring work was started."""

from django.db import models


class CronSlot(models.Model):
    """One row per recurring job and moment: whoever writes it starts the work, on any number of machines."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=200)
    slot = models.DateTimeField()

    class Meta:
        ordering = ("name", "slot")
        constraints = [
            models.UniqueConstraint(fields=["name", "slot"], name="jobs_cron_slot_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.slot:%Y-%m-%d %H:%M}"
