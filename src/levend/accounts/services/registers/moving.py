"""Schools that the register has at another board than we have."""

from collections.abc import Iterable
from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.services.organisations.councils import refuse_both_sides
from levend.accounts.services.registers.prepared import Mine
from levend.accounts.services.registers.standing import Here, StandingSchool
from levend.accounts.services.registers.taking import may_move
from levend.core.errors import Invalid
from levend.organisations.engine.registers.addresses import AddressRow
from levend.organisations.models import Board, School


@dataclass(frozen=True)
class Move:
    """Board numbers, from and to."""

    school: StandingSchool
    before: str
    after: str


def moves_of(
    actor: Actor, who: Mine, here: Here, rows: Iterable[AddressRow]
) -> tuple[dict[str, Move], dict[str, str]]:
    """Moves by the code of the school, and for those that cannot be, why not.

    All locations of a school are one board's, so a school moves whole. Rows of others say nothing here: a school of
    which no location is the actor's to change is left alone.
    """
    moves: dict[str, Move] = {}
    blocked: dict[str, str] = {}
    for row in rows:
        school = here.schools.get(row.facts.code[:4])
        if school is None or school.board_code == row.facts.board_code:
            continue
        if school.code in moves or school.code in blocked:
            continue
        ours = here.locations_of(school.code)
        if ours and not any(who.may_change(each.id) or who.may_join(each.id) for each in ours):
            continue
        decision = may_move(actor, who, here, school.code, row.facts.board_code)
        reason = str(decision.reason) if not decision else _on_both_sides(school, row.facts.board_code)
        if reason:
            blocked[school.code] = reason
        else:
            moves[school.code] = Move(school, school.board_code, row.facts.board_code)
    return moves, blocked


def _on_both_sides(school: StandingSchool, board_code: str) -> str:
    """Why people of this school cannot come under that board, if so."""
    board = Board.objects.filter(code=board_code).first()
    if board is None:
        return ""
    try:
        refuse_both_sides(School.objects.get(pk=school.id), board)
    except Invalid as refused:
        return str(refused)
    return ""
