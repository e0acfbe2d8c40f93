"""Which council advises on the profile of a location."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.models import Membership
from levend.accounts.roles import BOARD_ROLES, COUNCIL_ROLES
from levend.accounts.services.organisations.storing import day_of, refused, store
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.organisations.enums import CouncilKind
from levend.organisations.models import Board, CouncilSeat, Location, ParticipationCouncil, School
from levend.organisations.queries.reach import reach_of


@transaction.atomic
def seat_council(
    *,
    actor: Actor,
    location_id: int,
    valid_from: date,
    council_id: int | None = None,
    kind: CouncilKind = CouncilKind.MR,
    name: str = "",
) -> CouncilSeat:
    """Let a council advise on a location from a day on: one that exists, or a new one by its name.

    The council before it advises until the day before. Raises `Invalid` for a day before the present council began,
    for a council of another board, and where one of its members decides for the board.
    """
    location = (
        Location.objects.select_for_update(of=("self",))
        .select_related("school")
        .filter(pk=location_id)
        .first()
    )
    if location is None:
        raise NotFound(str(location_id))
    rules.can_change_location(actor, reach_of(location_id, clock.today()).consortium_ids).require()
    day_of(valid_from)
    seats = CouncilSeat.objects.select_for_update(of=("self",)).filter(location=location)
    last = seats.select_related("council").order_by("-valid_from").first()
    if last is not None and last.valid_until is None and _is_same(last, council_id, kind, name, valid_from):
        return last
    if last is not None and last.valid_from >= valid_from:
        day = last.valid_from.strftime("%d-%m-%Y")
        raise refused(valid_from=_("Er is al een raad vanaf %(day)s. Kies een latere datum.") % {"day": day})
    council = _council(actor, location, council_id, kind, name)
    if last is not None and (last.valid_until is None or last.valid_until >= valid_from):
        last.valid_until = valid_from - timedelta(days=1)
        last.save(update_fields=["valid_until"])
    seat = CouncilSeat.objects.create(council=council, location=location, valid_from=valid_from)
    record(
        actor=actor,
        event="council_seated",
        subject=f"location:{location.pk}",
        data={"council": council.pk, "seat": seat.pk, "valid_from": valid_from.isoformat()},
    )
    return seat


def refuse_both_sides(school: School, board: Board) -> None:
    """Raise `Invalid` when a member of a council of this school decides for the board."""
    councils = CouncilSeat.objects.filter(location__school=school, valid_until=None)
    if _decides_too(councils.values_list("council_id", flat=True), board.pk):
        raise refused(
            board=_("Een lid van de raad van deze school zit in dat bestuur. Niemand kan allebei zijn.")
        )


def _is_same(
    seat: CouncilSeat, council_id: int | None, kind: CouncilKind, name: str, valid_from: date
) -> bool:
    if council_id is not None:
        return seat.council_id == council_id
    return (seat.valid_from, seat.council.kind, seat.council.name) == (valid_from, kind, name.strip())


def _council(
    actor: Actor, location: Location, council_id: int | None, kind: CouncilKind, name: str
) -> ParticipationCouncil:
    if council_id is None:
        return store(actor=actor, row=ParticipationCouncil(), values={"kind": kind, "name": name})
    council = ParticipationCouncil.objects.filter(pk=council_id).first()
    if council is None:
        raise refused(council=_("Kies een van de mogelijkheden in de lijst."))
    others = CouncilSeat.objects.filter(council=council).exclude(location=location)
    if council.kind == CouncilKind.MR and others.exists():
        raise refused(council=_("Dit is de medezeggenschapsraad van een andere school."))
    board_id = location.school.board_id
    decision = rules.can_join_council(
        board_id=board_id,
        council_boards=frozenset(others.values_list("location__school__board_id", flat=True)),
        decides_too=_decides_too([council.pk], board_id),
    )
    if not decision:
        raise Invalid(decision.reason, {"council": decision.reason})
    return council


def _decides_too(council_ids: Iterable[int], board_id: int) -> bool:
    """Whether a member of one of these councils holds a role at the board."""
    members = Membership.objects.filter(
        council_id__in=council_ids, role__in=COUNCIL_ROLES, ended_at=None
    ).values("user_id")
    return Membership.objects.filter(
        user_id__in=members, board_id=board_id, role__in=BOARD_ROLES, ended_at=None
    ).exists()
