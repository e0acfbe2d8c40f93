"""A letter on its way."""

from django.db import models
from django.db.models import Q

from levend.notifications.enums import MailState


class OutboxMessage(models.Model):
    """One letter to one address. `key` says what it is about: the same thing is never sent twice.

    `claimed_until` keeps a second worker away while one is sending. `possibly_double` marks a letter that was sent
    again because nobody knows whether the first time succeeded. `about` is a code such as "location:12AB00", by which
    people find it. A letter that went along in another stands there as `gathered_in`.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=200, unique=True)
    to = models.CharField(max_length=320)
    language = models.CharField(max_length=5, default="nl")
    template = models.CharField(max_length=60)
    context = models.JSONField(default=dict)
    message_id = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.QUEUED)
    attempts = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    possibly_double = models.BooleanField(default=False)
    about = models.CharField(max_length=60, blank=True)
    gathered_in = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="gathered"
    )

    class Meta:
        ordering = ("id",)
        indexes = [
            models.Index(fields=["state", "id"], name="outbox_by_state"),
            models.Index(fields=["about"], name="outbox_by_about"),
            models.Index(fields=["to"], name="outbox_by_address"),
        ]
        constraints = [
            models.CheckConstraint(
                name="outbox_sent_has_a_moment",
                condition=Q(state=MailState.SENT, sent_at__isnull=False)
                | (~Q(state=MailState.SENT) & Q(sent_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="outbox_failed_has_a_reason",
                condition=~Q(state=MailState.FAILED) | ~Q(error=""),
            ),
            models.CheckConstraint(
                name="outbox_gathered_has_its_letter",
                condition=Q(state=MailState.GATHERED, gathered_in__isnull=False)
                | (~Q(state=MailState.GATHERED) & Q(gathered_in__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.key}"
