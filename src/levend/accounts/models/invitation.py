from django.db import models
from django.db.models import Q

from levend.accounts.models.place import AtPlace, role_fits_place
from levend.accounts.models.user import User


class Invitation(AtPlace):
    """A letter that makes who holds it a member. Only the hash of its token is kept.

    One letter can invite to several schools: then every other one says in whose letter it stands, and its own token is
    known to nobody. `name` is what the inviter called this person; who comes says how they are called.
    """

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=120, blank=True)
    in_letter_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="along"
    )
    token_sha256 = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=role_fits_place(), name="invitation_role_fits_place"),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_ends_in_one_way"
            ),
        ]

    @property
    def letter_key(self) -> str:
        """The key of its letter in the outbox."""
        return f"invitation:{self.in_letter_of_id or self.pk}"

    def __str__(self) -> str:
        return f"{self.email} {self.role}"
