"""The file of boards: names for the numbers that schools brought."""

from collections.abc import Mapping

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.registers.prepared import Prepared, refused_lines
from levend.audit.services import record_many
from levend.audit.values import JsonValue
from levend.organisations.engine.registers.boards import BoardRow, read_boards
from levend.organisations.engine.registers.plan import FieldChange, ImportPlan, PlannedRow
from levend.organisations.engine.registers.reading import read_register
from levend.organisations.engine.registers.scope import ImportScope
from levend.organisations.models import Board, ConsortiumMembership


def prepare_boards(actor: Actor, data: bytes, scope: ImportScope) -> Prepared:
    """The register owns the name of a board. A board that is not in the file stays: its schools say when it ends.

    Boards that are not here yet come only for the whole installation. A coordinator gives a name to boards of the own
    consortium that have only their number yet; another name is the operator's, as on the page of a board.
    """
    file = read_boards(read_register(data))
    ours = {board.code: board for board in Board.objects.all()}
    is_operator = bool(rules.can_manage(actor))
    near = None if scope.consortium_id is None else _boards_in(scope.consortium_id)
    new: list[BoardRow] = []
    named: list[Board] = []
    changed: list[PlannedRow] = []
    unmatched: list[PlannedRow] = []
    unchanged = not_yours = 0
    for row in file.rows:
        board = ours.get(row.code)
        if board is None and is_operator and near is None:
            new.append(row)
        elif board is None:
            unmatched.append(PlannedRow(row.code, row.name))
        elif near is not None and row.code not in near:
            not_yours += 1
        elif board.name == row.name:
            unchanged += 1
        elif not is_operator and board.name != board.code:
            not_yours += 1
        else:
            changed.append(PlannedRow(row.code, row.name, (FieldChange("name", board.name, row.name),)))
            board.name = row.name
            named.append(board)
    plan = ImportPlan(
        new=tuple(PlannedRow(row.code, row.name) for row in new),
        changed=tuple(changed),
        unmatched=tuple(unmatched),
        refused=tuple(refused_lines(file.refused)),
        unchanged=unchanged,
        not_yours=not_yours,
    )

    def write() -> None:
        made = Board.objects.bulk_create((Board(code=row.code, name=row.name) for row in new), batch_size=500)
        Board.objects.bulk_update(named, ["name"], batch_size=200)
        happened: list[tuple[str, str, Mapping[str, JsonValue]]] = [
            ("board_added", f"board:{board.pk}", {"fields": ["code", "name"]}) for board in made
        ]
        happened += [("board_changed", f"board:{board.pk}", {"fields": ["name"]}) for board in named]
        record_many(actor=actor, happened=happened)

    return Prepared(plan, write)


def _boards_in(consortium_id: int) -> frozenset[str]:
    rows = ConsortiumMembership.objects.filter(consortium_id=consortium_id, valid_until=None).order_by()
    return frozenset(rows.values_list("location__school__board__code", flat=True))
