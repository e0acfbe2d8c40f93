"""Which rounds and which of their schools an actor may see."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.accounts.queries.scope import located_for
from levend.core import clock
from levend.core.errors import NotFound
from levend.organisations.models import Consortium
from levend.organisations.queries.places import located_in
from levend.rounds.enums import RoundState
from levend.rounds.models import CollectionRound, RoundConsortium, RoundEntry
from levend.rounds.rules import kept_consortia, kept_groups


def rounds_for(actor: Actor) -> QuerySet[CollectionRound]:
    """Rounds of this actor, newest first.

    Who keeps rounds somewhere sees all of that place. Once a round is open, the consortia and groups that take part see
    it too, and so does everybody who may see the state of one of its schools.
    """
    rows = CollectionRound.objects.select_related("consortium", "group").order_by("-opens_on", "-id")
    if actor.is_system:
        return rows
    kept = Q(consortium_id__in=kept_consortia(actor)) | Q(group_id__in=kept_groups(actor))
    concerned = Q(Exists(_parts(actor))) | Q(Exists(_entries(actor)))
    return rows.filter(kept | (~Q(state=RoundState.DRAFT) & concerned))


def round_for(actor: Actor, round_id: int) -> CollectionRound:
    """One round. Raises `NotFound` when it is not there or not this actor's to see."""
    found = rounds_for(actor).filter(pk=round_id).first()
    if found is None:
        raise NotFound(str(round_id))
    return found


def entries_for(actor: Actor, round_id: int) -> QuerySet[RoundEntry]:
    """Schools of a round that this actor may see the state of; raises `NotFound` for the round itself."""
    return entries_in(actor, round_for(actor, round_id))


def entries_in(actor: Actor, found: CollectionRound) -> QuerySet[RoundEntry]:
    """Schools of a round that `round_for` gave to this actor, as far as the actor may see their state."""
    return RoundEntry.objects.filter(located_for(actor, "location", Permission.SEE_STATE), round=found)


def follows(actor: Actor) -> Q:
    """Entries whose days are this actor's own: a consortium's are those that take part through it.

    A school on the border belongs to two consortia and keeps the days of one.
    """
    see = Permission.SEE_STATE
    consortia = actor.places(PlaceKind.CONSORTIUM, see)
    if not consortia or actor.places(PlaceKind.GROUP, see):
        return located_for(actor, "location", see)
    return Q(part__consortium_id__in=consortia) | located_in(
        "location",
        location_ids=actor.places(PlaceKind.LOCATION, see),
        board_ids=actor.places(PlaceKind.BOARD, see),
        council_ids=actor.places(PlaceKind.COUNCIL, see),
        on=clock.today(),
    )


def _parts(actor: Actor) -> QuerySet[RoundConsortium]:
    consortia = actor.places(PlaceKind.CONSORTIUM, Permission.SEE_STATE)
    groups = actor.places(PlaceKind.GROUP, Permission.SEE_STATE)
    seen = Consortium.objects.filter(Q(pk__in=consortia) | Q(group_id__in=groups))
    return RoundConsortium.objects.filter(round=OuterRef("pk"), consortium__in=seen)


def _entries(actor: Actor) -> QuerySet[RoundEntry]:
    seen = located_for(actor, "location", Permission.SEE_STATE)
    return RoundEntry.objects.filter(seen, round=OuterRef("pk"))
