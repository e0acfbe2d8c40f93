"""Making and changing organisations. Stands in accounts, because the right to do it is the actor's."""

from levend.accounts.services.organisations.belonging import leave_consortium, place_in_consortium
from levend.accounts.services.organisations.boards import save_board
from levend.accounts.services.organisations.consortia import (
    ContactFields,
    save_consortium,
    save_contact,
    save_group_view,
)
from levend.accounts.services.organisations.contacts import (
    ContactPersonFields,
    add_contact,
    change_contact,
    move_contact,
    remove_contact,
)
from levend.accounts.services.organisations.councils import seat_council
from levend.accounts.services.organisations.groups import save_group
from levend.accounts.services.organisations.locations import (
    LocationFields,
    add_location,
    change_location,
    hand_over_school,
)
from levend.accounts.services.organisations.look import save_colours, save_logo

__all__ = [
    "ContactFields",
    "ContactPersonFields",
    "LocationFields",
    "add_contact",
    "add_location",
    "change_contact",
    "change_location",
    "hand_over_school",
    "leave_consortium",
    "move_contact",
    "place_in_consortium",
    "remove_contact",
    "save_board",
    "save_colours",
    "save_consortium",
    "save_contact",
    "save_group",
    "save_group_view",
    "save_logo",
    "seat_council",
]
