from django.db import models
from django.db.models import Q

from levend.accounts.models.place import AtPlace, role_fits_place
from levend.accounts.models.user import User


class Invitation(AtPlace):
    """A letter that makes who holds it a member. Only the hash of its token is kept."""

    email = models.EmailField(max_length=254)
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

    def __str__(self) -> str:
        return f"{self.email} {self.role}"
