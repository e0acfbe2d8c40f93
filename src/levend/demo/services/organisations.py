"""Groups, consortia, boards, councils, schools and locations of the region."""

from collections.abc import Iterable
from datetime import date

from levend.demo.engine.region import Region, SchoolFacts
from levend.demo.services.contacts import make_contacts
from levend.organisations.models import (
    Board,
    Consortium,
    ConsortiumGroup,
    ConsortiumMembership,
    CouncilSeat,
    Location,
    ParticipationCouncil,
    School,
)

START = date(2014, 8, 1)
"""Consortia for suitable education exist since this day (Wet passend onderwijs)."""


def make_organisations(region: Region, *, pupils_on: date) -> None:
    """Make everything of the region in a dozen queries, however many schools it has."""
    group = ConsortiumGroup.objects.create(code=region.group.code, name=region.group.name)
    Consortium.objects.bulk_create(
        Consortium(
            code=facts.code,
            name=facts.name,
            group=group,
            group_sees=facts.sees,
            website=facts.website,
            email=facts.email,
            phone=facts.phone,
            support_desk=facts.support_desk,
            support_desk_phone=facts.support_desk_phone,
            theme=facts.theme,
            logo=facts.logo,
        )
        for facts in region.consortia
    )
    Board.objects.bulk_create(Board(code=facts.code, name=facts.name) for facts in region.boards)
    _make_locations(region.schools, pupils_on)
    make_contacts(region.schools)
    _make_consortium_memberships(region)
    _make_councils(region)


def _make_locations(schools: Iterable[SchoolFacts], pupils_on: date) -> None:
    boards = dict(Board.objects.values_list("code", "pk"))
    by_brin = {facts.code[:4]: facts for facts in reversed(list(schools))}
    School.objects.bulk_create(
        [School(code=brin, name=facts.name, board_id=boards[facts.board]) for brin, facts in by_brin.items()],
        batch_size=500,
    )
    brins = dict(School.objects.values_list("code", "pk"))
    Location.objects.bulk_create(
        [
            Location(
                code=facts.code,
                school_id=brins[facts.code[:4]],
                name=facts.name,
                school_type=facts.type,
                street=facts.street,
                postcode=facts.postcode,
                city=facts.city,
                municipality=facts.municipality,
                latitude=facts.latitude,
                longitude=facts.longitude,
                phone=facts.phone,
                email=f"info@{facts.domain}",
                website=f"https://www.{facts.domain}",
                pupils=facts.pupils,
                pupils_on=pupils_on,
                contacts_changed_on=pupils_on,
            )
            for facts in schools
        ],
        batch_size=500,
    )


def _make_consortium_memberships(region: Region) -> None:
    locations = dict(Location.objects.values_list("code", "pk"))
    consortia = dict(Consortium.objects.values_list("code", "pk"))
    moved = {move.location: move for move in region.moved}
    rows = [
        ConsortiumMembership(
            location_id=locations[facts.code],
            consortium_id=consortia[code],
            valid_from=date(moved[facts.code].until.year, 8, 1) if facts.code in moved else START,
        )
        for facts in region.schools
        for code in facts.consortia
    ]
    rows += [
        ConsortiumMembership(
            location_id=locations[move.location],
            consortium_id=consortia[move.consortium],
            valid_from=move.since,
            valid_until=move.until,
        )
        for move in region.moved
    ]
    ConsortiumMembership.objects.bulk_create(rows, batch_size=500)


def _make_councils(region: Region) -> None:
    """A council per location, but for those that share one."""
    locations = dict(Location.objects.values_list("code", "pk"))
    shared = {code for council in region.councils for code in council.locations}
    groups = [(council.kind, council.name, council.locations) for council in region.councils]
    groups += [
        ("mr", f"MR {facts.short_name}", (facts.code,))
        for facts in region.schools
        if facts.code not in shared
    ]
    councils = ParticipationCouncil.objects.bulk_create(
        [ParticipationCouncil(kind=kind, name=name) for kind, name, _codes in groups], batch_size=500
    )
    CouncilSeat.objects.bulk_create(
        [
            CouncilSeat(council=council, location_id=locations[code], valid_from=START)
            for council, (_kind, _name, codes) in zip(councils, groups, strict=True)
            for code in codes
        ],
        batch_size=500,
    )
