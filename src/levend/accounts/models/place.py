from django.db import models
from django.db.models import Q

from levend.accounts.enums import PlaceKind, Role
from levend.accounts.roles import POLICIES
from levend.organisations.models import Board, Consortium, ConsortiumGroup, Location, ParticipationCouncil

FIELDS: dict[PlaceKind, str] = {
    PlaceKind.LOCATION: "location",
    PlaceKind.COUNCIL: "council",
    PlaceKind.BOARD: "board",
    PlaceKind.CONSORTIUM: "consortium",
    PlaceKind.GROUP: "group",
}


def role_fits_place() -> Q:
    """A role is held at exactly the one kind of place that it belongs to."""
    condition = Q()
    for kind in PlaceKind:
        roles = [role.value for role, policy in POLICIES.items() if policy.place is kind]
        empty = {f"{field}__isnull": other is not kind for other, field in FIELDS.items()}
        condition |= Q(role__in=roles, **empty)
    return condition


class AtPlace(models.Model):
    """A role at one place: a location, council, board, consortium, group, or the installation."""

    role = models.CharField(max_length=20, choices=Role)
    location = models.ForeignKey(Location, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    council = models.ForeignKey(
        ParticipationCouncil, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    board = models.ForeignKey(Board, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    consortium = models.ForeignKey(
        Consortium, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    group = models.ForeignKey(
        ConsortiumGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def place_kind(self) -> PlaceKind:
        return POLICIES[Role(self.role)].place

    @property
    def place_id(self) -> int:
        """Key of the place; 0 for the installation."""
        field = FIELDS.get(self.place_kind)
        return getattr(self, f"{field}_id") if field else 0

    @property
    def place_name(self) -> str:
        field = FIELDS.get(self.place_kind)
        return str(getattr(self, field)) if field else ""
