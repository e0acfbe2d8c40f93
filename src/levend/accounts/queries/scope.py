"""The only way to reach locations: those on which the actor may do something."""

from django.db.models import Q, QuerySet

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.core import clock
from levend.core.errors import NotFound
from levend.organisations.models import Consortium, Location
from levend.organisations.queries.places import located_in
from levend.organisations.queries.reach import reach_of
from levend.organisations.values import LocationReach


def locations_for(actor: Actor, permission: Permission = Permission.SEE_STATE) -> QuerySet[Location]:
    """Locations on which this actor has `permission` today."""
    return Location.objects.filter(located_for(actor, "", permission))


def located_for(actor: Actor, path: str, permission: Permission = Permission.SEE_STATE) -> Q:
    """The same for rows that point at a location by `path`."""
    if actor.is_system:
        return Q()
    group_ids = actor.places(PlaceKind.GROUP, permission)
    return located_in(
        path,
        location_ids=actor.places(PlaceKind.LOCATION, permission),
        board_ids=actor.places(PlaceKind.BOARD, permission),
        council_ids=actor.places(PlaceKind.COUNCIL, permission),
        consortium_ids=actor.places(PlaceKind.CONSORTIUM, permission)
        | _shared_consortia(group_ids, permission),
        on=clock.today(),
    )


def location_for(actor: Actor, code: str, permission: Permission = Permission.SEE_STATE) -> Location:
    """One location by its code. Raises `NotFound` when it is not there or not this actor's to see."""
    location = locations_for(actor, permission).filter(code=code).select_related("school__board").first()
    if location is None:
        raise NotFound(code)
    return location


def reach_for(actor: Actor, location_id: int) -> LocationReach:
    """The reach of a location that the actor may see the state of. Raises `NotFound` otherwise."""
    reach = reach_of(location_id, clock.today())
    if not (actor.is_system or actor.has(Permission.SEE_STATE, on=reach)):
        raise NotFound(str(location_id))
    return reach


def _shared_consortia(group_ids: frozenset[int], permission: Permission) -> frozenset[int]:
    """Consortia of these groups; for more than the state only those that let the group read the text."""
    if not group_ids:
        return frozenset()
    consortia = Consortium.objects.filter(group_id__in=group_ids)
    if permission is not Permission.SEE_STATE:
        consortia = consortia.filter(group_sees=Consortium.GroupView.CONTENT)
    return frozenset(consortia.values_list("id", flat=True))
