"""Making and changing organisations: who may, what is refused in which words, and that a repeat changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, Role
from levend.accounts.queries.scope import locations_for
from levend.accounts.services.organisations import (
    ContactFields,
    LocationFields,
    add_location,
    change_location,
    hand_over_school,
    leave_consortium,
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
from levend.organisations.enums import CouncilKind
from levend.organisations.models import Board, Consortium, ConsortiumMembership, Location, School
from levend.organisations.queries.places import consortia_of, council_of
from levend.web.organisations.forms.choices import OWN_COLOURS
from tests.factories.accounts import give_role
from tests.factories.organisations import make_board, make_consortium, make_council, make_group
from tests.factories.region import Region

FIELDS = LocationFields(
    name="De Es",
    school_type="bao",
    street="Brink 1",
    postcode="9451 AA",
    city="Rolde",
    municipality="Aa en Hunze",
)
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'
DAY = date(2026, 8, 1)


@pytest.fixture
def operator(region: Region) -> Actor:
    return region.linde.actor(Role.OPERATOR)


@pytest.fixture
def coordinator(region: Region) -> Actor:
    return region.linde.actor(Role.COORDINATOR)


def refusal(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Invalid) as refused:
        act()
    return {name: str(text) for name, text in refused.value.fields.items()}


def add(actor: Actor, region: Region, code: str = "56GH00", **changed: object) -> Location:
    given: dict[str, object] = {
        "fields": FIELDS,
        "board_code": "41001",
        "consortium_id": region.linde.consortium.pk,
        "valid_from": DAY,
        **changed,
    }
    return add_location(actor=actor, code=code, **given)  # type: ignore[arg-type]  # the test gives what it likes


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


# Words for what is wrong


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PO9901", "Deze code is al in gebruik."),
        ("PO99", "Dit is geen code van een samenwerkingsverband."),
        ("", "Vul dit veld in."),
        ("XX9901", "Dit is geen code van een samenwerkingsverband."),
    ],
)
def test_a_code_that_cannot_be_is_said_at_its_field(operator: Actor, code: str, words: str) -> None:
    found = refusal(lambda: save_consortium(actor=operator, code=code, name="Noord", group_id=None))

    assert list(found) == ["code"]
    assert found["code"].startswith(words)


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"postcode": "94510"}, "postcode", "Dit is geen postcode."),
        ({"email": "geen adres"}, "email", "Dit is geen e-mailadres."),
        ({"website": "javascript:alert(1)"}, "website", "Dit is geen webadres."),
        ({"website": "ftp://es.example"}, "website", "Dit is geen webadres."),
        ({"school_type": "hbo"}, "school_type", "Kies een van de mogelijkheden"),
        ({"name": "  "}, "name", "Vul dit veld in."),
        ({"name": "a" * 201}, "name", "Dit is te lang. Gebruik hoogstens 200 tekens."),
        ({"latitude": 52.1}, "longitude", "Vul allebei in"),
        ({"latitude": 91.0, "longitude": 5.0}, "latitude", "Vul een getal in van -90 tot 90."),
        ({"latitude": float("nan"), "longitude": 5.0}, "latitude", "Vul een getal in"),
        ({"pupils": 12}, "pupils_on", "Vul in op welke dag"),
        ({"pupils_on": DAY}, "pupils", "Vul het aantal leerlingen in"),
        ({"pupils": -1, "pupils_on": DAY}, "pupils", "Vul een aantal in"),
    ],
)
def test_a_fact_that_cannot_be_is_said_at_its_field(
    region: Region, operator: Actor, changed: dict[str, object], field: str, words: str
) -> None:
    found = refusal(lambda: add(operator, region, fields=replace(FIELDS, **changed)))  # type: ignore[arg-type]

    assert list(found) == [field]
    assert found[field].startswith(words)
    assert not School.objects.filter(code="56GH").exists()


@pytest.mark.parametrize(
    ("code", "board", "field"),
    [
        ("56G", "41001", "code"),
        ("56GHI00", "41001", "code"),
        ("12AB01", "41002", "board"),
        ("56GH00", "9", "board"),
    ],
)
def test_a_location_needs_a_code_and_a_board_that_fit(
    region: Region, operator: Actor, code: str, board: str, field: str
) -> None:
    assert field in refusal(lambda: add(operator, region, code, board_code=board))


def test_a_postcode_is_written_as_the_register_does(region: Region, operator: Actor) -> None:
    assert add(operator, region, fields=replace(FIELDS, postcode="9451aa")).postcode == "9451 AA"


def test_a_colour_that_cannot_be_read_is_named_with_its_ratio(coordinator: Actor, region: Region) -> None:
    pale = {**OWN_COLOURS, "700": "#9fbfc5"}

    found = refusal(
        lambda: save_colours(actor=coordinator, consortium_id=region.linde.consortium.pk, theme=pale)
    )

    assert set(found) == {"700"}
    assert (
        "Kleur 700 verschilt te weinig van wit: het contrast is 1,9 en moet 4,5 of meer zijn." in found["700"]
    )


@pytest.mark.parametrize(
    "theme",
    [
        {**OWN_COLOURS, "700": "red"},
        {**OWN_COLOURS, "700": "#fff;}body{display:none}"},
        {key: value for key, value in OWN_COLOURS.items() if key != "700"},
    ],
)
def test_what_is_no_colour_reaches_no_stylesheet(
    coordinator: Actor, region: Region, theme: dict[str, str]
) -> None:
    found = refusal(
        lambda: save_colours(actor=coordinator, consortium_id=region.linde.consortium.pk, theme=theme)
    )

    assert found["700"].startswith("Dit is geen kleur.")
    assert Consortium.objects.get(pk=region.linde.consortium.pk).theme == {}


def test_a_drawing_with_a_script_is_refused_by_name(coordinator: Actor, region: Region) -> None:
    hostile = LOGO.replace(b"<path", b"<script>alert(1)</script><path")

    found = refusal(
        lambda: save_logo(actor=coordinator, consortium_id=region.linde.consortium.pk, svg=hostile)
    )

    assert "“script”" in found["logo"]
    assert Consortium.objects.get(pk=region.linde.consortium.pk).logo == ""


# Over time


def test_a_location_belongs_to_several_consortia_over_time(region: Region, operator: Actor) -> None:
    linde, first, second = region.linde.location, region.linde.consortium, region.beuk.consortium
    membership = ConsortiumMembership.objects.get(location=linde)

    place_in_consortium(actor=operator, location_id=linde.pk, consortium_id=second.pk, valid_from=DAY)
    leave_consortium(actor=operator, membership_id=membership.pk, last_day=date(2026, 9, 30))

    assert set(consortia_of(linde.pk, date(2026, 7, 31))) == {first}
    assert set(consortia_of(linde.pk, date(2026, 9, 1))) == {first, second}
    assert set(consortia_of(linde.pk, date(2026, 10, 1))) == {second}


def test_two_stays_in_one_consortium_do_not_overlap(region: Region, operator: Actor) -> None:
    linde, consortium = region.linde.location, region.linde.consortium
    membership = ConsortiumMembership.objects.get(location=linde)

    def place(day: date) -> ConsortiumMembership:
        return place_in_consortium(
            actor=operator, location_id=linde.pk, consortium_id=consortium.pk, valid_from=day
        )

    assert "valid_from" in refusal(lambda: place(DAY))
    leave_consortium(actor=operator, membership_id=membership.pk, last_day=date(2026, 7, 31))
    assert "valid_from" in refusal(lambda: place(date(2026, 7, 31)))
    again = place(DAY)

    assert place(DAY) == again
    assert "last_day" in refusal(
        lambda: leave_consortium(actor=operator, membership_id=again.pk, last_day=date(2026, 7, 31))
    )
    assert "last_day" in refusal(
        lambda: leave_consortium(actor=operator, membership_id=membership.pk, last_day=DAY)
    )


def test_a_coordinator_lets_an_own_location_go_and_no_other(region: Region, coordinator: Actor) -> None:
    own = ConsortiumMembership.objects.get(location=region.linde.location)
    other = ConsortiumMembership.objects.get(location=region.beuk.location)

    leave_consortium(actor=coordinator, membership_id=own.pk, last_day=date(2026, 7, 31))
    with pytest.raises(NotAllowed):
        leave_consortium(actor=coordinator, membership_id=other.pk, last_day=date(2026, 7, 31))

    assert region.linde.location not in locations_for(coordinator)


def test_a_new_council_ends_the_former_seat_the_day_before(region: Region, coordinator: Actor) -> None:
    linde = region.linde.location

    seat = seat_council(actor=coordinator, location_id=linde.pk, name="MR Nieuw", valid_from=DAY)

    assert council_of(linde.pk, date(2026, 7, 31)) == region.linde.council
    assert council_of(linde.pk, DAY) == seat.council
    assert "valid_from" in refusal(
        lambda: seat_council(actor=coordinator, location_id=linde.pk, name="MR Eerder", valid_from=DAY)
    )


def test_a_common_council_serves_schools_of_one_board(region: Region, operator: Actor) -> None:
    common = make_council(kind=CouncilKind.GMR, name="GMR Waterkant")

    def seat(location: Location) -> object:
        return seat_council(actor=operator, location_id=location.pk, council_id=common.pk, valid_from=DAY)

    seat(region.linde.location)
    seat(region.wilg.location)

    assert "ander bestuur" in refusal(lambda: seat(region.beuk.location))["council"]
    assert council_of(region.wilg.location.pk, DAY) == common


def test_the_council_of_one_school_serves_no_other(region: Region, operator: Actor) -> None:
    found = refusal(
        lambda: seat_council(
            actor=operator,
            location_id=region.wilg.location.pk,
            council_id=region.linde.council.pk,
            valid_from=DAY,
        )
    )

    assert "andere school" in found["council"]


def test_nobody_advises_and_decides_through_a_change_of_the_register(region: Region, operator: Actor) -> None:
    common = make_council(kind=CouncilKind.GMR, name="GMR Waterkant")
    give_role(region.linde.user(Role.BOARD_MEMBER), Role.COUNCIL_MEMBER, common)
    give_role(region.beuk.user(Role.BOARD_MEMBER), Role.COUNCIL_MEMBER, region.linde.council)

    seated = refusal(
        lambda: seat_council(
            actor=operator, location_id=region.linde.location.pk, council_id=common.pk, valid_from=DAY
        )
    )
    moved = refusal(
        lambda: hand_over_school(
            actor=operator, school_id=region.linde.location.school_id, board_code="41002"
        )
    )

    assert "Niemand kan allebei zijn" in seated["council"]
    assert "Niemand kan allebei zijn" in moved["board"]


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
