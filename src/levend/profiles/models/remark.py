from django.db import models
from django.db.models import Q

from levend.accounts.models import User
from levend.profiles.enums import Side, ThreadState
from levend.profiles.models.co_reader import CoReader
from levend.profiles.models.profile import SupportProfile


class RemarkThread(models.Model):
    """Remarks about one question of a profile, or about a whole chapter when `question_key` is empty.

    The school reads all of them. Co-readers read what is `for_readers` and what they began themselves, the consortium
    what is `for_consortium` while the concept is shared with it. Who set the state and when stands with it; a thread
    begins open, by whoever began it. Remarks are in no snapshot and no document.
    """

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="threads")
    chapter_key = models.CharField(max_length=60)
    question_key = models.CharField(max_length=60, blank=True)
    for_readers = models.BooleanField(default=False)
    for_consortium = models.BooleanField(default=False)
    begun_by_link = models.ForeignKey(
        CoReader, on_delete=models.PROTECT, null=True, blank=True, related_name="threads"
    )
    begun_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=ThreadState, default=ThreadState.OPEN)
    state_at = models.DateTimeField()
    state_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["profile_id", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ThreadState.values), name="thread_state"),
            models.CheckConstraint(condition=~Q(state_by_name=""), name="thread_state_has_a_name"),
        ]
        indexes = [models.Index(fields=["profile", "chapter_key"])]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.chapter_key} {self.question_key}"


class Remark(models.Model):
    """One remark in a thread. Who withdraws one takes the words away; that there was one stays."""

    thread = models.ForeignKey(RemarkThread, on_delete=models.PROTECT, related_name="remarks")
    text = models.TextField(blank=True)
    side = models.CharField(max_length=10, choices=Side)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_link = models.ForeignKey(CoReader, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    corrected_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["thread_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) & ~Q(text="") | Q(withdrawn_at__isnull=False, text=""),
                name="remark_has_words_until_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(side=Side.READER, by=None, by_link__isnull=False)
                | (~Q(side=Side.READER) & Q(side__in=Side.values, by_link=None)),
                name="remark_has_one_author",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread_id} {self.by_name}"


class Mention(models.Model):
    """Somebody who was told of a remark, once."""

    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="mentions")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["remark_id", "id"]
        constraints = [models.UniqueConstraint(fields=["remark", "user"], name="told_once_of_each_remark")]

    def __str__(self) -> str:
        return f"{self.remark_id} {self.user_id}"
