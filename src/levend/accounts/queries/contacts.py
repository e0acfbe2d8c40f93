"""The list of contacts of a location, for who keeps it."""

from dataclasses import dataclass

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.queries.scope import location_for
from levend.core import clock
from levend.core.errors import NotFound
from levend.organisations.models import Location
from levend.organisations.queries.contacts import (
    MOST_CONTACTS,
    ContactPerson,
    PublicContacts,
    public_contacts,
)
from levend.organisations.queries.reach import reach_of


@dataclass(frozen=True)
class ContactList:
    location: Location
    contacts: PublicContacts
    most: int = MOST_CONTACTS

    @property
    def is_full(self) -> bool:
        return len(self.contacts.people) >= self.most


def contact_list(actor: Actor, location_code: str) -> ContactList:
    """Raises `NotFound` for a stranger, `NotAllowed` for who may see the school but does not keep its list."""
    location = location_for(actor, location_code)
    rules.can_keep_contacts(actor, reach_of(location.pk, clock.today())).require()
    return ContactList(location, public_contacts(location.pk))


def contact_on_list(page: ContactList, contact_id: int) -> ContactPerson:
    """Raises `NotFound` for who is not on it."""
    for person in page.contacts.people:
        if person.id == contact_id:
            return person
    raise NotFound(str(contact_id))
