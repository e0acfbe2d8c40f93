"""Writing what an address file changes, in bulk."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from levend.accounts.actor import Actor
from levend.accounts.services.registers.moving import Move
from levend.accounts.services.registers.standing import Here, Standing
from levend.audit.services import record_many
from levend.audit.values import JsonValue
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.jobs.events import emit
from levend.organisations.engine.registers.addresses import LocationFacts
from levend.organisations.engine.registers.comparing import OWNED
from levend.organisations.engine.registers.plan import FieldChange
from levend.organisations.models import Board, ConsortiumMembership, Location, School

BATCH = 500
Happened = tuple[str, str, Mapping[str, JsonValue]]


@dataclass(frozen=True)
class Change:
    """A location of ours that gets other values, opens again or goes along with its school."""

    ours: Standing
    facts: LocationFacts
    fields: tuple[FieldChange, ...]
    reopens: bool


@dataclass
class SchoolChanges:
    """All that a file changes, gathered before anything is written."""

    moves: Mapping[str, Move]
    consortium_id: int | None
    new: list[LocationFacts] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    closed: list[Standing] = field(default_factory=list)
    joined: list[Standing] = field(default_factory=list)


def write_schools(actor: Actor, changes: SchoolChanges, here: Here) -> None:
    """Boards, schools, locations, places in the consortium, in that order; what happened to each is recorded."""
    happened: list[Happened] = []
    boards = _boards(changes, happened)
    schools = _schools(changes, here, boards, happened)
    made = Location.objects.bulk_create(
        (_location(facts, schools[facts.code[:4]]) for facts in changes.new), batch_size=BATCH
    )
    happened += [
        (
            "location_added",
            f"location:{row.pk}",
            {"fields": ["code", *OWNED], "before": None, "after": _hash(facts, ("code", *OWNED))},
        )
        for row, facts in zip(made, changes.new, strict=True)
    ]
    _change(changes.changed, happened)
    _close(changes.closed, happened)
    joining = [row.pk for row in made] + [each.id for each in changes.joined]
    _join(joining, changes.consortium_id, happened)
    record_many(actor=actor, happened=happened)
    _tell(changes)


def _boards(changes: SchoolChanges, happened: list[Happened]) -> dict[str, int]:
    """Keys by number. A board that is not here yet gets its number for a name, until the file of boards comes."""
    wanted = {facts.board_code for facts in changes.new} | {move.after for move in changes.moves.values()}
    keys = dict(Board.objects.filter(code__in=wanted).values_list("code", "pk"))
    made = Board.objects.bulk_create(
        (Board(code=code, name=code) for code in sorted(wanted - keys.keys())), batch_size=BATCH
    )
    happened += [("board_added", f"board:{board.pk}", {"fields": ["code", "name"]}) for board in made]
    return keys | {board.code: board.pk for board in made}


def _schools(
    changes: SchoolChanges, here: Here, boards: Mapping[str, int], happened: list[Happened]
) -> dict[str, int]:
    """Keys by BRIN code, after making and moving. A school is called after its main location, `00`."""
    names: dict[str, LocationFacts] = {}
    for facts in sorted(changes.new, key=lambda each: each.code):
        if facts.code[:4] not in here.schools:
            names.setdefault(facts.code[:4], facts)
    made = School.objects.bulk_create(
        (
            School(code=code, name=facts.name, board_id=boards[facts.board_code])
            for code, facts in names.items()
        ),
        batch_size=BATCH,
    )
    happened += [("school_added", f"school:{row.pk}", {"fields": ["code", "name", "board"]}) for row in made]
    moved = [School(pk=move.school.id, board_id=boards[move.after]) for move in changes.moves.values()]
    School.objects.bulk_update(moved, ["board"], batch_size=200)
    happened += [("school_changed", f"school:{row.pk}", {"fields": ["board_id"]}) for row in moved]
    renamed = [row for change in changes.changed if (row := _renamed(change, here)) is not None]
    School.objects.bulk_update(renamed, ["name"], batch_size=200)
    happened += [("school_changed", f"school:{row.pk}", {"fields": ["name"]}) for row in renamed]
    return {code: each.id for code, each in here.schools.items()} | {row.code: row.pk for row in made}


def _renamed(change: Change, here: Here) -> School | None:
    """The school that is called after this location, when that gets another name."""
    school = here.schools[change.facts.code[:4]]
    is_after = change.facts.code.endswith("00") and any(
        each.field == "name" and each.before == school.name for each in change.fields
    )
    return School(pk=school.id, name=change.facts.name) if is_after else None


def _location(facts: LocationFacts, school_id: int) -> Location:
    return Location(code=facts.code, school_id=school_id, **{name: getattr(facts, name) for name in OWNED})


def _change(changed: Iterable[Change], happened: list[Happened]) -> None:
    rows = Location.objects.in_bulk([change.ours.id for change in changed])
    written: dict[tuple[str, ...], list[Location]] = {}
    for change in changed:
        row = rows[change.ours.id]
        names = tuple(each.field for each in change.fields)
        for each in change.fields:
            setattr(row, each.field, each.after)
        if change.reopens:
            row.closed_on = None
            names += ("closed_on",)
            happened.append(("location_reopened", f"location:{row.pk}", {}))
        if change.fields:
            happened.append(
                (
                    "location_changed",
                    f"location:{row.pk}",
                    {
                        "fields": [*names],
                        "before": _hash(change.ours.facts, names),
                        "after": _hash(change.facts, names),
                    },
                )
            )
        if names:
            written.setdefault(names, []).append(row)
    for names, same in written.items():
        Location.objects.bulk_update(same, names, batch_size=100)


def _close(closed: Iterable[Standing], happened: list[Happened]) -> None:
    today = clock.today()
    keys = [each.id for each in closed]
    for start in range(0, len(keys), BATCH):
        Location.objects.filter(pk__in=keys[start : start + BATCH]).update(closed_on=today)
    happened += [("location_closed", f"location:{key}", {"closed_on": today.isoformat()}) for key in keys]


def _join(location_ids: Iterable[int], consortium_id: int | None, happened: list[Happened]) -> None:
    if consortium_id is None:
        return
    today = clock.today()
    keys = list(location_ids)
    ConsortiumMembership.objects.bulk_create(
        (
            ConsortiumMembership(location_id=key, consortium_id=consortium_id, valid_from=today)
            for key in keys
        ),
        batch_size=BATCH,
    )
    happened += [
        (
            "location_joined_consortium",
            f"location:{key}",
            {"consortium": consortium_id, "valid_from": today.isoformat()},
        )
        for key in keys
    ]


def _tell(changes: SchoolChanges) -> None:
    """Upward: what is public of a location may have changed, and it closed or its school moved."""
    for change in changes.changed:
        emit("location_changed", location_id=change.ours.id)
        if change.facts.code[:4] in changes.moves:
            emit("location_moved", location_id=change.ours.id)
    for each in changes.closed:
        emit("location_closed", location_id=each.id)
        emit("location_changed", location_id=each.id)


def _hash(facts: LocationFacts, names: Iterable[str]) -> str:
    values = asdict(facts)
    return sha256_of({name: values.get(name) for name in names})
