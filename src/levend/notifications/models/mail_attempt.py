"""One attempt at handing a letter to the mail server."""

from django.db import models
from django.db.models import Q

from levend.notifications.enums import AttemptResult
from levend.notifications.models.outbox_message import OutboxMessage


class MailAttempt(models.Model):
    """Written before the mail server is called: an attempt that never got a result died underway.

    `code` and `text` are the mail server's own answer, of three digits and some words (RFC 5321, 4.2); without a code
    the text says what went wrong on the way.
    """

    id = models.BigAutoField(primary_key=True)
    message = models.ForeignKey(OutboxMessage, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField()
    result = models.CharField(max_length=10, choices=AttemptResult.choices, default=AttemptResult.BEGUN)
    code = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["message"], condition=Q(result=AttemptResult.BEGUN), name="one_attempt_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message} {self.result} {self.code or ''}"
