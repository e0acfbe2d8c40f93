"""Who may set out, extend, close and reopen."""

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.core.decision import Decision
from levend.rounds.enums import RoundState
from levend.rounds.models import CollectionRound


def can_keep(actor: Actor, *, consortium_id: int | None, group_id: int | None) -> Decision:
    """A round is kept by the coordinators of the consortium or the group that it belongs to."""
    if actor.is_system or consortium_id in kept_consortia(actor) or group_id in kept_groups(actor):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de coördinator van wie deze ronde is, kan dit doen."))


def can_keep_any(actor: Actor) -> Decision:
    """Whoever coordinates somewhere."""
    if kept_consortia(actor) or kept_groups(actor):
        return Decision.yes()
    return Decision.forbidden(_("Alleen coördinatoren zetten rondes uit."))


def can_extend(actor: Actor, collection_round: CollectionRound, consortium_id: int) -> Decision:
    """Who keeps the round, and for its own schools the coordinator of a consortium that takes part."""
    if not _keeps(actor, collection_round) and consortium_id not in kept_consortia(actor):
        return Decision.forbidden(_("Alleen de coördinator kan uitstel geven."))
    if collection_round.state == RoundState.CLOSED:
        return Decision.not_now(_("De ronde is gesloten. Heropen haar om uitstel te geven."))
    return Decision.yes()


def can_remind(actor: Actor, collection_round: CollectionRound) -> Decision:
    """Who keeps the round, and the coordinators of the consortia that take part, each for their own schools."""
    keeps = can_keep(actor, consortium_id=collection_round.consortium_id, group_id=collection_round.group_id)
    if not keeps and not collection_round.parts.filter(consortium__in=kept_consortia(actor)).exists():
        return Decision.forbidden(_("Alleen de coördinator herinnert scholen."))
    if collection_round.state != RoundState.OPEN:
        return Decision.not_now(_("Herinneringen gaan uit zolang de ronde open is."))
    return Decision.yes()


def can_open(actor: Actor, collection_round: CollectionRound) -> Decision:
    """A draft is opened; what was closed is reopened, with a reason."""
    return _when(actor, collection_round, RoundState.DRAFT, _("Deze ronde is al geopend."))


def can_close(actor: Actor, collection_round: CollectionRound) -> Decision:
    """Schools whose profile still runs go on with it: closing stops nothing below the round."""
    return _when(actor, collection_round, RoundState.OPEN, _("Alleen een open ronde kan sluiten."))


def can_add_schools(actor: Actor, collection_round: CollectionRound) -> Decision:
    return _when(
        actor, collection_round, RoundState.OPEN, _("Scholen toevoegen kan alleen in een open ronde.")
    )


def can_reopen(actor: Actor, collection_round: CollectionRound) -> Decision:
    return _when(
        actor, collection_round, RoundState.CLOSED, _("Alleen een gesloten ronde kan heropend worden.")
    )


def can_change(actor: Actor, collection_round: CollectionRound) -> Decision:
    """Which parts may still change is the service's to say."""
    if collection_round.state == RoundState.CLOSED:
        return _when(actor, collection_round, RoundState.OPEN, _("De ronde is gesloten en ligt vast."))
    return _keeps(actor, collection_round)


def kept_consortia(actor: Actor) -> frozenset[int]:
    return actor.places(PlaceKind.CONSORTIUM, Permission.KEEP_ROUNDS)


def kept_groups(actor: Actor) -> frozenset[int]:
    return actor.places(PlaceKind.GROUP, Permission.KEEP_ROUNDS)


def _keeps(actor: Actor, collection_round: CollectionRound) -> Decision:
    return can_keep(actor, consortium_id=collection_round.consortium_id, group_id=collection_round.group_id)


def _when(actor: Actor, collection_round: CollectionRound, state: RoundState, otherwise: str) -> Decision:
    """Who keeps the round, in this state only."""
    keeps = _keeps(actor, collection_round)
    if not keeps:
        return keeps
    return Decision.yes() if collection_round.state == state else Decision.not_now(otherwise)
