"""Making and changing organisations: who may, and that a repeat changes nothing."""

from datetime import date

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, Role
from levend.accounts.queries.scope import locations_for
from levend.accounts.services.organisations import (
    ContactFields,
    add_location,
    change_location,
    hand_over_school,
    place_in_consortium,
    save_board,
    save_colours,
    save_consortium,
    save_contact,
    save_group,
    save_group_view,
    save_logo,
    seat_council,
)
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.core.errors import Invalid, NotAllowed, NotFound
from levend.organisations.models import Board, Consortium, ConsortiumMembership, Location, School
from levend.organisations.queries.places import consortia_of, council_of
from levend.web.organisations.forms.choices import OWN_COLOURS
from tests.accounts.register import DAY, FIELDS, LOGO, add
from tests.factories.organisations import make_board, make_consortium, make_group
from tests.factories.region import Region

# From nothing to a first coordinator's consortium


def test_an_operator_makes_all_that_an_empty_installation_needs(region: Region, operator: Actor) -> None:
    group = save_group(actor=operator, code="noord", name="Samen in het noorden")
    consortium = save_consortium(actor=operator, code="po2201", name="SWV Noord", group_id=group.pk)
    board = save_board(actor=operator, code="40123", name="Stichting Es")
    location = add_location(
        actor=operator,
        code="56gh00",
        fields=FIELDS,
        board_code=board.code,
        consortium_id=consortium.pk,
        valid_from=DAY,
    )
    seat = seat_council(actor=operator, location_id=location.pk, name="MR De Es", valid_from=DAY)

    assert (consortium.code, consortium.group) == ("PO2201", group)
    assert (location.code, location.school.code, location.school.board) == ("56GH00", "56GH", board)
    assert list(consortia_of(location.pk, DAY)) == [consortium]
    assert council_of(location.pk, DAY) == seat.council
    events = list(AuditEvent.objects.filter(actor_ref=operator.ref).values_list("event", flat=True))
    assert events == [
        "consortium_group_added",
        "consortium_added",
        "board_added",
        "school_added",
        "location_added",
        "location_joined_consortium",
        "participation_council_added",
        "council_seated",
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.OPERATOR])
def test_only_the_operator_makes_groups_and_consortia(region: Region, role: Role) -> None:
    actor = region.linde.actor(role)
    for act in (
        lambda: save_group(actor=actor, code="noord", name="Noord"),
        lambda: save_consortium(actor=actor, code="PO2201", name="Noord", group_id=None),
        lambda: save_consortium(
            actor=actor, consortium_id=region.linde.consortium.pk, name="Anders", group_id=None
        ),
        lambda: save_board(actor=actor, board_id=region.linde.board.pk, name="Anders"),
        lambda: hand_over_school(actor=actor, school_id=region.linde.location.school_id, board_code="41002"),
        lambda: place_in_consortium(
            actor=actor,
            location_id=region.beuk.location.pk,
            consortium_id=region.linde.consortium.pk,
            valid_from=DAY,
        ),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert not Consortium.objects.filter(code="PO2201").exists()


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.OPERATOR, Role.COORDINATOR}])
def test_other_roles_change_nothing_of_the_own_consortium_and_school(region: Region, role: Role) -> None:
    actor = region.linde.actor(role)
    consortium_id, location_id = region.linde.consortium.pk, region.linde.location.pk
    for act in (
        lambda: save_contact(actor=actor, consortium_id=consortium_id, contact=ContactFields(phone="1")),
        lambda: save_colours(actor=actor, consortium_id=consortium_id, theme=OWN_COLOURS),
        lambda: save_logo(actor=actor, consortium_id=consortium_id, svg=LOGO),
        lambda: save_group_view(actor=actor, consortium_id=consortium_id, sees="content"),
        lambda: change_location(actor=actor, location_id=location_id, fields=FIELDS),
        lambda: seat_council(actor=actor, location_id=location_id, name="MR", valid_from=clock.today()),
        lambda: save_board(actor=actor, code="40123", name="Stichting Es"),
        lambda: add(actor, region),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert not AuditEvent.objects.filter(actor_ref=actor.ref).exists()


def test_a_coordinator_changes_the_own_consortium_and_no_other(region: Region, coordinator: Actor) -> None:
    own, other = region.linde.consortium.pk, region.beuk.consortium.pk

    save_contact(
        actor=coordinator, consortium_id=own, contact=ContactFields(website="https://rivier.example")
    )
    save_colours(actor=coordinator, consortium_id=own, theme=OWN_COLOURS)
    save_logo(actor=coordinator, consortium_id=own, svg=LOGO)
    save_group_view(actor=coordinator, consortium_id=own, sees="content")

    saved = Consortium.objects.get(pk=own)
    assert (saved.website, saved.theme, saved.group_sees) == (
        "https://rivier.example",
        OWN_COLOURS,
        "content",
    )
    assert saved.logo.startswith("<svg ")
    with pytest.raises(NotAllowed):
        save_colours(actor=coordinator, consortium_id=other, theme=OWN_COLOURS)
    with pytest.raises(NotAllowed):
        change_location(actor=coordinator, location_id=region.beuk.location.pk, fields=FIELDS)
    with pytest.raises(NotFound):
        save_contact(actor=coordinator, consortium_id=0, contact=ContactFields())


# What would let a coordinator look into another region


def test_a_coordinator_adds_locations_of_near_and_new_boards_only(region: Region, coordinator: Actor) -> None:
    make_board("40124", "Stichting Nieuw")

    assert add(coordinator, region, "56GH00").school.board == region.linde.board
    assert add(coordinator, region, "56KL00", board_code="40124").school.board.code == "40124"
    with pytest.raises(NotAllowed, match="geen scholen in uw samenwerkingsverband"):
        add(coordinator, region, "56MN00", board_code="41002")
    with pytest.raises(NotAllowed):
        add(coordinator, region, "56MN00", consortium_id=region.beuk.consortium.pk)
    with pytest.raises(NotAllowed):
        add(coordinator, region, "56MN00", consortium_id=None)
    assert not School.objects.filter(code="56MN").exists()


def test_a_coordinator_takes_over_no_location_that_exists(region: Region, coordinator: Actor) -> None:
    free = Location.objects.get(pk=region.beuk.location.pk)
    ConsortiumMembership.objects.filter(location=free).update(valid_until=date(2020, 7, 31))

    with pytest.raises((NotAllowed, Invalid)):
        add(coordinator, region, "34EF00", board_code="41001")

    assert free not in locations_for(coordinator)


def test_a_new_group_begins_with_seeing_the_state_only(region: Region, operator: Actor) -> None:
    Consortium.objects.filter(pk=region.linde.consortium.pk).update(group_sees="content")
    other = make_group(name="Elders samen")

    save_consortium(
        actor=operator, consortium_id=region.linde.consortium.pk, name="Rivierland", group_id=other.pk
    )

    assert Consortium.objects.get(pk=region.linde.consortium.pk).group_sees == "state"


def test_a_school_that_changes_board_is_read_by_the_new_board_alone(region: Region, operator: Actor) -> None:
    hand_over_school(actor=operator, school_id=region.linde.location.school_id, board_code="41002")

    old, new = region.wilg.actor(Role.BOARD_MEMBER), region.beuk.actor(Role.BOARD_MEMBER)
    assert region.linde.location not in locations_for(old, Permission.READ_DRAFT)
    assert region.linde.location in locations_for(new, Permission.READ_DRAFT)


# Again


def test_a_second_click_changes_nothing(region: Region, operator: Actor) -> None:
    consortium = make_consortium("PO2201", "Noord")
    board = save_board(actor=operator, code="40123", name="Stichting Es")

    def everything() -> list[object]:
        location = add(operator, region, board_code="40123")
        return [
            save_group(actor=operator, code="noord", name="Noord"),
            save_consortium(actor=operator, code="PO2202", name="Nieuw", group_id=None),
            save_board(actor=operator, code="40123", name="Stichting Es"),
            save_contact(actor=operator, consortium_id=consortium.pk, contact=ContactFields(phone="030 1")),
            save_colours(actor=operator, consortium_id=consortium.pk, theme=OWN_COLOURS),
            save_logo(actor=operator, consortium_id=consortium.pk, svg=LOGO),
            location,
            change_location(actor=operator, location_id=location.pk, fields=FIELDS),
            place_in_consortium(
                actor=operator, location_id=location.pk, consortium_id=consortium.pk, valid_from=DAY
            ),
            seat_council(actor=operator, location_id=location.pk, name="MR De Es", valid_from=DAY),
            hand_over_school(actor=operator, school_id=location.school_id, board_code=board.code),
        ]

    first, events = everything(), AuditEvent.objects.count()

    assert everything() == first
    assert AuditEvent.objects.count() == events
    assert Board.objects.filter(code="40123").count() == 1


def test_the_log_holds_no_names_or_addresses(region: Region, coordinator: Actor) -> None:
    save_contact(
        actor=coordinator,
        consortium_id=region.linde.consortium.pk,
        contact=ContactFields(email="geheim@rivier.example"),
    )

    event = AuditEvent.objects.get(event="consortium_changed")
    assert event.subject == f"consortium:{region.linde.consortium.pk}"
    assert event.data["fields"] == ["email"]
    assert "geheim" not in str(event.data)
