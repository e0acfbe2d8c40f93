"""Whom parents can call: kept by the school, changed any day, gone when taken off, and told upward each time."""

import json

import pytest
from django.db import connection

from levend.accounts.enums import Role
from levend.accounts.services.organisations import (
    ContactPersonFields,
    add_contact,
    change_contact,
    change_location,
    move_contact,
    remove_contact,
    save_colours,
    save_contact,
    save_group_view,
    save_logo,
)
from levend.accounts.services.organisations.consortia import ContactFields
from levend.accounts.services.organisations.locations import LocationFields
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import Invalid, LevendError, NotAllowed, NotFound, NotNow
from levend.jobs.models import Event
from levend.organisations.models import PublicContact
from levend.organisations.queries.contacts import MOST_CONTACTS, public_contacts
from levend.web.organisations.forms.choices import OWN_COLOURS
from tests.accounts.register import LOGO
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
SANNE = ContactPersonFields("intern begeleider", "Sanne Wielewaal", "0399 123 456", "", "ma en di tot 16 uur")
DIRECTOR = ContactPersonFields("directeur", "", "", "directie@linde.example", "")


@pytest.fixture
def region() -> Region:
    return make_region()


def _add(region: Region, fields: ContactPersonFields = SANNE, role: Role = Role.EDITOR) -> PublicContact:
    return add_contact(actor=region.linde.actor(role), location_id=region.linde.location.pk, fields=fields)


def _functions(region: Region) -> list[str]:
    return [person.function for person in public_contacts(region.linde.location.pk).people]


def _told(region: Region) -> int:
    return Event.objects.filter(
        name="location_changed", ids={"location_id": region.linde.location.pk}
    ).count()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.DIRECTOR])
def test_the_school_keeps_its_list(region: Region, role: Role) -> None:
    assert public_contacts(region.linde.location.pk).changed_on is None

    _add(region, SANNE, role)
    _add(region, DIRECTOR, role)

    found = public_contacts(region.linde.location.pk)
    assert [(person.function, person.name) for person in found.people] == [
        ("intern begeleider", "Sanne Wielewaal"),
        ("directeur", ""),
    ]
    assert found.changed_on == clock.today()
    assert _told(region) == 2


@pytest.mark.parametrize(
    "role", [Role.COUNCIL_CHAIR, Role.BOARD_MEMBER, Role.BOARD_SECRETARY, Role.COORDINATOR, Role.VIEWER]
)
def test_others_read_along_and_change_nothing(region: Region, role: Role) -> None:
    row = _add(region)
    actor, location_id = region.linde.actor(role), region.linde.location.pk

    for act in (
        lambda: add_contact(actor=actor, location_id=location_id, fields=DIRECTOR),
        lambda: change_contact(actor=actor, location_id=location_id, contact_id=row.pk, fields=DIRECTOR),
        lambda: move_contact(actor=actor, location_id=location_id, contact_id=row.pk, up=True),
        lambda: remove_contact(actor=actor, location_id=location_id, contact_id=row.pk),
    ):
        with pytest.raises(NotAllowed):
            act()

    assert _functions(region) == ["intern begeleider"]


@pytest.mark.parametrize("places", ["wilg", "beuk"])
def test_another_school_finds_nothing(region: Region, places: str) -> None:
    row = _add(region)
    own = getattr(region, places)

    with pytest.raises(NotFound):
        remove_contact(
            actor=own.actor(Role.DIRECTOR), location_id=region.linde.location.pk, contact_id=row.pk
        )
    with pytest.raises(NotFound):
        change_contact(
            actor=own.actor(Role.DIRECTOR),
            location_id=own.location.pk,
            contact_id=row.pk,
            fields=DIRECTOR,
        )

    assert _functions(region) == ["intern begeleider"]


def test_a_second_call_changes_nothing(region: Region) -> None:
    row = _add(region)
    again = _add(region)
    change_contact(
        actor=region.linde.actor(Role.EDITOR),
        location_id=region.linde.location.pk,
        contact_id=row.pk,
        fields=SANNE,
    )

    assert again == row
    assert (PublicContact.objects.count(), _told(region)) == (1, 1)
    remove_contact(
        actor=region.linde.actor(Role.EDITOR), location_id=region.linde.location.pk, contact_id=row.pk
    )
    remove_contact(
        actor=region.linde.actor(Role.EDITOR), location_id=region.linde.location.pk, contact_id=row.pk
    )
    assert _told(region) == 2
    assert AuditEvent.objects.filter(event="contact_removed").count() == 1


def test_who_is_taken_off_is_in_no_table_any_more(region: Region) -> None:
    row = _add(region)
    assert "Wielewaal" in _whole_database()  # it could leak

    remove_contact(
        actor=region.linde.actor(Role.DIRECTOR), location_id=region.linde.location.pk, contact_id=row.pk
    )

    assert "Wielewaal" not in _whole_database()
    assert "0399 123 456" not in _whole_database()
    events = AuditEvent.objects.filter(subject=f"location:{region.linde.location.pk}").order_by("id")
    assert [event.event for event in events] == ["contact_added", "contact_removed"]


def test_the_order_is_the_schools(region: Region) -> None:
    first, second = _add(region), _add(region, DIRECTOR)
    actor, location_id = region.linde.actor(Role.EDITOR), region.linde.location.pk

    move_contact(actor=actor, location_id=location_id, contact_id=second.pk, up=True)
    assert _functions(region) == ["directeur", "intern begeleider"]
    move_contact(actor=actor, location_id=location_id, contact_id=second.pk, up=True)
    assert _functions(region) == ["directeur", "intern begeleider"]
    move_contact(actor=actor, location_id=location_id, contact_id=second.pk, up=False)
    assert _functions(region) == ["intern begeleider", "directeur"]
    remove_contact(actor=actor, location_id=location_id, contact_id=first.pk)
    _add(region)
    assert _functions(region) == ["directeur", "intern begeleider"]


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        (ContactPersonFields("", "Sanne", "0399 12"), "function"),
        (ContactPersonFields("directeur", "Sanne"), "phone"),
        (ContactPersonFields("directeur", "Sanne", "0" * 21), "phone"),
        (ContactPersonFields("directeur", "Sanne", "", "geen adres"), "email"),
        (ContactPersonFields("x" * 20_000, "Sanne", "0399 12"), "function"),
    ],
)
def test_bad_input_is_refused_at_its_field(region: Region, fields: ContactPersonFields, at: str) -> None:
    with pytest.raises(Invalid) as refused:
        _add(region, fields)

    assert at in refused.value.fields
    assert (PublicContact.objects.count(), _told(region)) == (0, 0)


def test_emoji_and_control_characters_do_no_harm(region: Region) -> None:
    row = _add(region, ContactPersonFields("IB\x00'er 🌱", "<b>Sanne</b>\nWielewaal", "0399 12"))

    assert row.function == "IB'er 🌱"
    assert row.name == "<b>Sanne</b> Wielewaal"


def test_the_list_stays_short(region: Region) -> None:
    for number in range(MOST_CONTACTS):
        _add(region, ContactPersonFields(f"leraar {number}", "", f"0399 {number}"))

    with pytest.raises(NotNow, match="vol"):
        _add(region)


def _fields(region: Region, **changes: str) -> LocationFields:
    row = region.linde.location
    row.refresh_from_db()
    names = {"name", "school_type", "street", "postcode", "city", "phone", "email", "website"}
    return LocationFields(**{**{name: getattr(row, name) for name in names}, **changes})


def test_a_change_of_the_schools_own_number_is_told(region: Region) -> None:
    actor = region.linde.actor(Role.COORDINATOR)

    for _time in range(2):
        change_location(
            actor=actor, location_id=region.linde.location.pk, fields=_fields(region, phone="0399 11 22 33")
        )
    assert _told(region) == 1


def test_a_change_of_what_is_public_of_a_consortium_is_told_and_nothing_else(region: Region) -> None:
    actor, consortium_id = region.linde.actor(Role.COORDINATOR), region.linde.consortium.pk

    def told() -> int:
        return Event.objects.filter(name="consortium_changed", ids={"consortium_id": consortium_id}).count()

    save_group_view(actor=actor, consortium_id=consortium_id, sees="content")
    assert told() == 0
    save_contact(actor=actor, consortium_id=consortium_id, contact=ContactFields(support_desk="Steunpunt"))
    assert told() == 1
    save_colours(actor=actor, consortium_id=consortium_id, theme=OWN_COLOURS)
    assert told() == 2
    for _time in range(2):
        save_logo(actor=actor, consortium_id=consortium_id, svg=LOGO)
    assert told() == 3


def _whole_database() -> str:
    """Every value in every table, as text."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (our own tables)
            found += [list(map(str, row)) for row in cursor.fetchall()]
    return json.dumps(found, ensure_ascii=False)


def test_nobody_puts_a_list_at_a_location_that_is_not_there(region: Region) -> None:
    with pytest.raises(LevendError):
        add_contact(actor=region.linde.actor(Role.EDITOR), location_id=999_999, fields=SANNE)
