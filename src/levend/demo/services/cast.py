"""Who acts at a school: the real people of the region, as actors."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Membership
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
    """Finds the cast of a location. Who belongs where is read once; nothing changes it meanwhile."""

    def __init__(self) -> None:
        members = Membership.objects.filter(ended_at=None).select_related("user").order_by("-id")
        self._users = {(row.role, row.place_id): row.user for row in members}  # the first in each role
        seats = CouncilSeat.objects.filter(valid_until=None)
        self._councils = dict(seats.values_list("location_id", "council_id"))
        self._consortia: dict[int, list[int]] = defaultdict(list)
        links = ConsortiumMembership.objects.filter(valid_until=None)
        for location, consortium in links.values_list("location_id", "consortium_id"):
            self._consortia[location].append(consortium)
        self._actors: dict[int, Actor] = {}

    def of(self, location: Location) -> Cast:
        """The people of a location's school, council, board and consortia."""
        council, board = self._councils[location.pk], location.school.board_id
        return Cast(
            director=self._actor(Role.DIRECTOR, location.pk),
            editor=self._actor(Role.EDITOR, location.pk),
            chair=self._actor(Role.COUNCIL_CHAIR, council),
            board=self._actor(Role.BOARD_MEMBER, board),
            secretary=self._actor(Role.BOARD_SECRETARY, board),
            coordinators={
                consortium: self._actor(Role.COORDINATOR, consortium)
                for consortium in self._consortia[location.pk]
            },
        )

    def _actor(self, role: Role, place: int) -> Actor:
        user = self._users[role, place]
        if user.pk not in self._actors:
            self._actors[user.pk] = actor_for(user)
        return self._actors[user.pk]
