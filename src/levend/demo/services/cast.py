"""Who acts at a school: the real people of the region, as actors."""

from collections.abc import Mapping
from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Membership, User
from levend.accounts.queries import actor_for
from levend.organisations.models import ConsortiumMembership, CouncilSeat, Location


@dataclass(frozen=True)
class Cast:
    """One actor for each part that somebody plays in the chain."""

    director: Actor
    editor: Actor
    chair: Actor
    board: Actor
    secretary: Actor
    coordinators: Mapping[int, Actor]
    """By consortium."""


class Casting:
    """Finds the cast of a location. Everyone's memberships are read once; nothing changes them meanwhile."""

    def __init__(self) -> None:
        self._users: dict[tuple[str, int], User] = {}
        rows = Membership.objects.filter(ended_at=None).select_related("user").order_by("-id")
        for row in rows:
            self._users[row.role, row.place_id] = row.user  # the first in each role
        self._actors: dict[int, Actor] = {}

    def of(self, location: Location) -> Cast:
        """The people of a location's school, council, board and consortia."""
        council = CouncilSeat.objects.get(location=location, valid_until=None).council_id
        board = location.school.board_id
        consortia = ConsortiumMembership.objects.filter(location=location, valid_until=None)
        return Cast(
            director=self._actor(Role.DIRECTOR, location.pk),
            editor=self._actor(Role.EDITOR, location.pk),
            chair=self._actor(Role.COUNCIL_CHAIR, council),
            board=self._actor(Role.BOARD_MEMBER, board),
            secretary=self._actor(Role.BOARD_SECRETARY, board),
            coordinators={
                consortium: self._actor(Role.COORDINATOR, consortium)
                for consortium in consortia.values_list("consortium_id", flat=True)
            },
        )

    def _actor(self, role: Role, place: int) -> Actor:
        user = self._users[role, place]
        if user.pk not in self._actors:
            self._actors[user.pk] = actor_for(user)
        return self._actors[user.pk]
