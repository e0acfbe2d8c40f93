"""Taking personal data out of everything that was kept."""

from django.db import models
from django.db.models import Q

from levend.audit.enums import ErasedKind, ErasureState


class Erasure(models.Model):
    """Wissen wegens persoonsgegevens: one person asked, another confirmed. What is left says who and why, not what.

    The passage stands here only until it is decided on. After that a keyed fingerprint stays (`length`, `salt`,
    `digest`), by which the same passage is found again in a restored older database. `reference` is the same there.
    `papers` are the keys of letters that are taken away as a whole.
    """

    reference = models.CharField(max_length=32, unique=True)
    subject = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=ErasureState.choices, default=ErasureState.ASKED)
    passage = models.TextField(blank=True)
    why = models.TextField()
    papers = models.JSONField(default=list)
    asked_at = models.DateTimeField()
    asked_by_ref = models.CharField(max_length=60)
    asked_by_name = models.CharField(max_length=120)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by_ref = models.CharField(max_length=60, blank=True)
    closed_by_name = models.CharField(max_length=120, blank=True)
    places = models.PositiveIntegerField(default=0)
    length = models.PositiveIntegerField(default=0)
    salt = models.CharField(max_length=32, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    key_id = models.CharField(max_length=8, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.CheckConstraint(
                name="erasure_keeps_its_passage_until_decided",
                condition=(Q(state=ErasureState.ASKED) & ~Q(passage=""))
                | (~Q(state=ErasureState.ASKED) & Q(passage="")),
            ),
            models.CheckConstraint(
                name="erasure_decided_by_somebody",
                condition=Q(
                    state=ErasureState.ASKED, closed_at__isnull=True, closed_by_ref="", done_at__isnull=True
                )
                | (~Q(state=ErasureState.ASKED) & Q(closed_at__isnull=False) & ~Q(closed_by_ref="")),
            ),
            models.CheckConstraint(
                name="erasure_confirmed_by_another",
                condition=~Q(state=ErasureState.CONFIRMED) | ~Q(asked_by_ref=models.F("closed_by_ref")),
            ),
            models.CheckConstraint(
                name="erasure_confirmed_has_a_fingerprint",
                condition=(Q(state=ErasureState.CONFIRMED) & ~Q(digest="") & Q(length__gte=1))
                | (~Q(state=ErasureState.CONFIRMED) & Q(digest="", done_at__isnull=True)),
            ),
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(state=ErasureState.ASKED),
                name="one_open_erasure_per_subject",
            ),
        ]
        indexes = [models.Index(fields=["subject", "id"], name="audit_erasure_subject")]

    def __str__(self) -> str:
        return f"{self.state} {self.reference[:8]}"

    @property
    def is_confirmed(self) -> bool:
        return self.state == ErasureState.CONFIRMED

    @property
    def is_being_finished(self) -> bool:
        """Texts are erased, documents not yet made anew."""
        return self.is_confirmed and self.done_at is None


class ErasedHash(models.Model):
    """A hash that no longer names what it named: by it a document of before is known as withdrawn.

    `new_sha256` is what took its place, empty while that is being made and for what was only taken away.
    """

    erasure = models.ForeignKey(Erasure, on_delete=models.PROTECT, related_name="hashes")
    kind = models.CharField(max_length=10, choices=ErasedKind.choices)
    old_sha256 = models.CharField(max_length=64)
    new_sha256 = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["erasure", "kind", "old_sha256"], name="hash_erased_once"),
        ]
        indexes = [models.Index(fields=["old_sha256"], name="audit_erased_hash")]

    def __str__(self) -> str:
        return f"{self.kind} {self.old_sha256[:8]}"
