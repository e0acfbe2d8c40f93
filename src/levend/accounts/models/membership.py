from django.db import models
from django.db.models import Q

from levend.accounts.models.place import FIELDS, AtPlace, role_fits_place
from levend.accounts.models.user import User


class Membership(AtPlace):
    """A person's role at a place, until it ends. Ended rows stay: who could do what when is part of the record."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["user_id", "id"]
        constraints = [
            models.CheckConstraint(condition=role_fits_place(), name="membership_role_fits_place"),
            *[
                models.UniqueConstraint(
                    fields=["user", "role", field],
                    condition=Q(("ended_at", None), (f"{field}__isnull", False)),
                    name=f"membership_of_{field}_held_once",
                )
                for field in FIELDS.values()
            ],
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=Q(ended_at=None, role="operator"),
                name="membership_of_installation_held_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.place_id}"
