"""An address file: what would be new, changed, moved to another board, closed, and for whom."""

from collections.abc import Iterable

from levend.accounts.actor import Actor
from levend.accounts.services.registers.choosing import choices, chosen_rows, is_in_scope
from levend.accounts.services.registers.moving import moves_of
from levend.accounts.services.registers.prepared import Mine, Prepared, mine, refused_lines
from levend.accounts.services.registers.school_changes import Change, SchoolChanges, write_schools
from levend.accounts.services.registers.standing import Standing, standing
from levend.accounts.services.registers.taking import may_add
from levend.core import clock
from levend.organisations.engine.registers.addresses import Addresses, AddressRow, read_addresses
from levend.organisations.engine.registers.comparing import differences
from levend.organisations.engine.registers.plan import FieldChange, ImportPlan, PlannedRow, RefusedLine
from levend.organisations.engine.registers.reading import read_register
from levend.organisations.engine.registers.scope import ImportScope


def prepare_schools(actor: Actor, data: bytes, scope: ImportScope) -> Prepared:
    """The register owns what `comparing.OWNED` lists, the board of a school, and whether a location is open.

    Pupils, coordinates, e-mail, contacts and councils are never touched. A location of ours that a file of its kind and
    its place has not any more closes today; one that comes back is opened again.
    """
    file = read_addresses(read_register(data))
    here = standing(scope.consortium_id)
    who = mine(actor, scope)
    rows, outside = chosen_rows(file, scope)
    refused = refused_lines(file.refused)
    moves, blocked = moves_of(actor, who, here, rows)
    changes = SchoolChanges(moves=moves, consortium_id=scope.consortium_id)
    unchanged = not_yours = 0
    for row in rows:
        ours = here.locations.get(row.facts.code)
        if row.facts.code[:4] in blocked:
            refused.append(RefusedLine(row.line, blocked[row.facts.code[:4]]))
        elif ours is None:
            decision = may_add(actor, who, here, row.facts.board_code)
            if decision:
                changes.new.append(row.facts)
            else:
                refused.append(RefusedLine(row.line, str(decision.reason)))
        elif not who.may_change(ours.id) and not who.may_join(ours.id):
            not_yours += 1
        elif not who.may_change(ours.id) and not (
            decision := may_add(actor, who, here, ours.facts.board_code)
        ):
            refused.append(RefusedLine(row.line, str(decision.reason)))
        else:
            unchanged += not _note(changes, who, ours, row)
    changes.closed.extend(_closing(file, scope, who, here.locations.values()))
    plan = ImportPlan(
        new=tuple(PlannedRow(facts.code, facts.name) for facts in changes.new),
        changed=tuple(_planned(each) for each in changes.changed),
        moved=tuple(
            PlannedRow(move.school.code, move.school.name, (FieldChange("board", move.before, move.after),))
            for move in changes.moves.values()
        ),
        closed=tuple(PlannedRow(each.facts.code, each.facts.name) for each in changes.closed),
        reopened=tuple(
            PlannedRow(each.facts.code, each.facts.name) for each in changes.changed if each.reopens
        ),
        joined=tuple(PlannedRow(each.facts.code, each.facts.name) for each in changes.joined),
        refused=tuple(sorted(refused, key=lambda each: each.line)),
        choices=choices(file) if scope.consortium_id is not None else (),
        unchanged=unchanged,
        not_yours=not_yours,
        outside=outside,
    )
    return Prepared(plan, lambda: write_schools(actor, changes, here))


def _note(changes: SchoolChanges, who: Mine, ours: Standing, row: AddressRow) -> bool:
    """Put down what happens to a location of ours; whether anything does."""
    fields = differences(ours.facts, row.facts)
    reopens = ours.closed_on is not None and ours.closed_on <= clock.today()
    moves = row.facts.code[:4] in changes.moves
    joins = who.consortium_id is not None and ours.id not in who.members
    if fields or reopens or moves:
        changes.changed.append(Change(ours, row.facts, fields, reopens=reopens))
    if joins:
        changes.joined.append(ours)
    return bool(fields or reopens or moves or joins)


def _planned(change: Change) -> PlannedRow:
    fields = change.fields
    before, after = change.ours.facts.board_code, change.facts.board_code
    if before != after:
        fields += (FieldChange("board", before, after),)
    if change.reopens and change.ours.closed_on:
        fields += (FieldChange("closed_on", change.ours.closed_on.isoformat(), ""),)
    return PlannedRow(change.facts.code, change.facts.name, fields)


def _closing(
    file: Addresses, scope: ImportScope, who: Mine, locations: Iterable[Standing]
) -> Iterable[Standing]:
    """Open locations that a file like this would have if they still were there."""
    today = clock.today()
    in_scope = is_in_scope(file, scope)
    for each in locations:
        if each.facts.code in file.seen or (each.closed_on is not None and each.closed_on <= today):
            continue
        is_ours = each.id in who.members if scope.consortium_id is not None else who.is_operator
        if is_ours and in_scope(each.facts):
            yield each
