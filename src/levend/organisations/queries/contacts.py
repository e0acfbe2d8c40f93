"""Whom parents can call at a location. Everybody may read this, so there is no actor."""

from dataclasses import dataclass
from datetime import date

from levend.organisations.models import Location, PublicContact

MOST_CONTACTS = 8
"""A parent looks for one number, not for a directory."""


@dataclass(frozen=True)
class ContactPerson:
    """`function` is always there, and `phone` or `email`; `reachable` says when, in words."""

    id: int
    function: str
    name: str
    phone: str
    email: str
    reachable: str


@dataclass(frozen=True)
class PublicContacts:
    """In the school's own order. `changed_on` is the day of the last change to the list, none before the first."""

    people: tuple[ContactPerson, ...]
    changed_on: date | None


def public_contacts(location_id: int) -> PublicContacts:
    """The list as it is now. Raises `Location.DoesNotExist`."""
    changed_on = Location.objects.values_list("contacts_changed_on", flat=True).get(pk=location_id)
    rows = PublicContact.objects.filter(location_id=location_id).order_by("position", "id")
    people = tuple(
        ContactPerson(row.pk, row.function, row.name, row.phone, row.email, row.reachable) for row in rows
    )
    return PublicContacts(people, changed_on)
