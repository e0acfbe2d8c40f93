"""The list of people whom parents can call. Editor and director of the location keep it; no adoption is needed."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.services.organisations.storing import one_line, refused, store
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotFound, NotNow
from levend.jobs.events import emit
from levend.organisations.models import Location, PublicContact
from levend.organisations.queries.contacts import MOST_CONTACTS
from levend.organisations.queries.reach import reach_of


@dataclass(frozen=True)
class ContactPersonFields:
    """One person on the list, function first. A phone number or an e-mail address is needed."""

    function: str
    name: str = ""
    phone: str = ""
    email: str = ""
    reachable: str = ""


@transaction.atomic
def add_contact(*, actor: Actor, location_id: int, fields: ContactPersonFields) -> PublicContact:
    """Put somebody at the end of the list. The same person once more is a second click and changes nothing.

    Raises `Invalid`, and `NotNow` when the list is full.
    """
    location = _locked(actor, location_id)
    rows = list(location.contacts.order_by("position", "id"))
    twin = next((row for row in rows if _fields_of(row) == _cleaned(fields)), None)
    if twin is not None:
        return twin
    if len(rows) >= MOST_CONTACTS:
        raise NotNow(
            _("De lijst is vol: er passen %(most)d mensen op. Haal eerst iemand weg.")
            % {"most": MOST_CONTACTS}
        )
    row = PublicContact(location=location, position=rows[-1].position + 1 if rows else 1)
    return _stored(actor, location, row, fields)


@transaction.atomic
def change_contact(
    *, actor: Actor, location_id: int, contact_id: int, fields: ContactPersonFields
) -> PublicContact:
    """Change what is said of somebody on the list. Raises `NotFound` and `Invalid`."""
    location = _locked(actor, location_id)
    return _stored(actor, location, _contact(location, contact_id), fields)


@transaction.atomic
def move_contact(*, actor: Actor, location_id: int, contact_id: int, up: bool) -> None:
    """One place up or down; at the end of the list nothing changes. Raises `NotFound`."""
    location = _locked(actor, location_id)
    rows = list(location.contacts.order_by("position", "id"))
    place = rows.index(_contact(location, contact_id))
    other = place - 1 if up else place + 1
    if not 0 <= other < len(rows):
        return
    rows[place], rows[other] = rows[other], rows[place]
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])
    record(
        actor=actor,
        event="contacts_ordered",
        subject=f"location:{location_id}",
        data={"contacts": [row.pk for row in rows]},
    )
    _changed(location)


@transaction.atomic
def remove_contact(*, actor: Actor, location_id: int, contact_id: int) -> None:
    """Take somebody off the list: name and address are deleted, the log keeps a number only.

    Who is not on the list any more was taken off before.
    """
    location = _locked(actor, location_id)
    deleted, _rows = location.contacts.filter(pk=contact_id).delete()
    if not deleted:
        return
    record(
        actor=actor,
        event="contact_removed",
        subject=f"location:{location_id}",
        data={"contact": contact_id},
    )
    _changed(location)


def _locked(actor: Actor, location_id: int) -> Location:
    """The location, kept for us so that the list has one order. Raises `NotFound` and `NotAllowed`."""
    location = Location.objects.select_for_update().filter(pk=location_id).first()
    if location is None:
        raise NotFound(str(location_id))
    reach = reach_of(location_id, clock.today())
    if not (actor.is_system or actor.has(Permission.SEE_STATE, on=reach)):
        raise NotFound(str(location_id))
    rules.can_keep_contacts(actor, reach).require()
    return location


def _contact(location: Location, contact_id: int) -> PublicContact:
    row = location.contacts.filter(pk=contact_id).first()
    if row is None:
        raise NotFound(str(contact_id))
    return row


def _stored(
    actor: Actor, location: Location, row: PublicContact, fields: ContactPersonFields
) -> PublicContact:
    values = _cleaned(fields)
    if not (values.phone or values.email):
        message = _("Vul een telefoonnummer of een e-mailadres in.")
        raise refused(phone=message, email=message)
    before = _fields_of(row) if row.pk else None
    row = store(actor=actor, row=row, values=asdict(values), subject=f"location:{location.pk}")
    if before != values:
        _changed(location)
    return row


def _changed(location: Location) -> None:
    location.contacts_changed_on = clock.today()
    location.save(update_fields=["contacts_changed_on"])
    emit("location_changed", location_id=location.pk)


def _cleaned(fields: ContactPersonFields) -> ContactPersonFields:
    return ContactPersonFields(**{name: one_line(text) for name, text in asdict(fields).items()})


def _fields_of(row: PublicContact) -> ContactPersonFields:
    return ContactPersonFields(row.function, row.name, row.phone, row.email, row.reachable)
