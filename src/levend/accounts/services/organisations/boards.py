from django.db import transaction

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.organisations.storing import store
from levend.core.errors import NotFound
from levend.organisations.models import Board


@transaction.atomic
def save_board(*, actor: Actor, name: str, code: str = "", board_id: int | None = None) -> Board:
    """Add a board by the number that the register gave it, or change its name. The number stays."""
    if board_id is None:
        rules.can_add_board(actor).require()
        return store(actor=actor, row=Board(), values={"code": code, "name": name})
    rules.can_manage(actor).require()
    board = Board.objects.select_for_update().filter(pk=board_id).first()
    if board is None:
        raise NotFound(str(board_id))
    return store(actor=actor, row=board, values={"name": name})
