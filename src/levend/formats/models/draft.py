from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.formats.enums import DraftChange, DraftState
from levend.formats.models.format import Format


class FormatDraft(models.Model):
    """A version of a format that is being made: at most one is open. What it says stands in its revisions."""

    format = models.ForeignKey(Format, on_delete=models.PROTECT, related_name="drafts")
    number = models.PositiveIntegerField(_("versie"))
    state = models.CharField(max_length=12, choices=DraftState, default=DraftState.OPEN)
    revision = models.PositiveIntegerField(default=1)
    begun_by = models.CharField(max_length=80)
    begun_at = models.DateTimeField()
    closed_by = models.CharField(max_length=80, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["format_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["format"], condition=Q(state="open"), name="format_draft_open_once"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None, closed_by="")
                | (~Q(state="open") & Q(closed_at__isnull=False) & ~Q(closed_by="")),
                name="format_draft_closed_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, revision__gte=1), name="format_draft_counts_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.format_id} {self.number} ({self.state})"


class DraftRevision(models.Model):
    """The draft after one change, whole, as JSON. Kept as it was written.

    `about` names what was changed. An undoing shows the text of an earlier revision again: `shows` is its number, and
    the revision's own for every other change.
    """

    draft = models.ForeignKey(FormatDraft, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    shows = models.PositiveIntegerField()
    body = models.TextField()
    change = models.CharField(max_length=20, choices=DraftChange)
    about = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering = ["draft_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="draft_revision_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1, shows__gte=1, shows__lte=models.F("number")),
                name="draft_revision_shows_what_was",
            ),
            models.CheckConstraint(condition=~Q(body="") & ~Q(by=""), name="draft_revision_is_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"
