"""What a coordinator may take into the own consortium by an import."""

from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.registers.prepared import Mine
from levend.accounts.services.registers.standing import Here
from levend.core.decision import Decision


def may_add(actor: Actor, who: Mine, here: Here, board_code: str) -> Decision:
    """A location of this board may come into the consortium.

    A board with schools in other consortia only is the operator's to bring in: whoever has one of its schools may
    invite its people, who read what its other schools write.
    """
    if who.is_operator:
        return Decision.yes()
    is_near = board_code in here.near or board_code not in here.elsewhere
    return rules.can_add_location(actor, who.consortium_id, board_is_near=is_near)


def may_move(actor: Actor, who: Mine, here: Here, school_code: str, board_code: str) -> Decision:
    """A school may go to another board: all its locations are the coordinator's, and so may be that board."""
    if who.is_operator:
        return Decision.yes()
    if not all(who.may_change(each.id) or who.may_join(each.id) for each in here.locations_of(school_code)):
        return Decision.forbidden(
            _(
                "Deze school gaat naar een ander bestuur en heeft vestigingen buiten uw verband. "
                "Vraag de beheerder van de installatie."
            )
        )
    return may_add(actor, who, here, board_code)
