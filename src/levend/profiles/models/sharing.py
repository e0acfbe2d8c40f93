from django.db import models
from django.db.models import Q

from levend.accounts.models import User
from levend.profiles.models.profile import SupportProfile

_END_IS_WHOLE = Q(ended_at=None, ended_by=None, ended_by_name="") | (
    Q(ended_at__isnull=False) & ~Q(ended_by_name="")
)


class ChapterOwner(models.Model):
    """Somebody of the school to whom a chapter was given. It gives no right and takes none."""

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="chapter_owners")
    chapter_key = models.CharField(max_length=60)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ready_by = models.DateField(null=True, blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_by_name = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["profile_id", "chapter_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "chapter_key", "user"],
                condition=Q(ended_at=None),
                name="chapter_given_once_to_each",
            ),
            models.CheckConstraint(condition=_END_IS_WHOLE, name="chapter_owner_end_is_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.chapter_key} {self.user_id}"


class ConceptShare(models.Model):
    """A stretch of time in which the consortium may read the concept; the school can end it at any moment."""

    profile = models.ForeignKey(SupportProfile, on_delete=models.PROTECT, related_name="concept_shares")
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    shared_by_name = models.CharField(max_length=120)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["profile_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile"], condition=Q(ended_at=None), name="concept_shared_once_at_a_time"
            ),
            models.CheckConstraint(condition=_END_IS_WHOLE, name="concept_share_end_is_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.shared_at:%Y-%m-%d}"
