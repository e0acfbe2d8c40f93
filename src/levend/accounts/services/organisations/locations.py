"""Locations, and the school that a location is part of."""

import math
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.nl import postcode as postcodes

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.organisations.belonging import put_in
from levend.accounts.services.organisations.councils import refuse_both_sides
from levend.accounts.services.organisations.storing import refused, store
from levend.core import clock
from levend.core.errors import NotFound
from levend.organisations.models import Board, ConsortiumMembership, Location, School
from levend.organisations.queries.reach import reach_of


@dataclass(frozen=True)
class LocationFields:
    """What the register says of a location. Degrees in WGS 84; pupils were counted on `pupils_on`."""

    name: str
    school_type: str
    street: str
    postcode: str
    city: str
    municipality: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    latitude: float | None = None
    longitude: float | None = None
    pupils: int | None = None
    pupils_on: date | None = None
    closed_on: date | None = None


@transaction.atomic
def add_location(
    *,
    actor: Actor,
    code: str,
    fields: LocationFields,
    board_code: str,
    consortium_id: int | None = None,
    valid_from: date | None = None,
) -> Location:
    """Add a location (12AB00) to a board, with the school that its first four characters name, and to a consortium.

    A coordinator adds to the own consortium only. Raises `Invalid` for a code that is there already with other facts,
    and for a school that stands at another board.
    """
    code = code.strip().upper()
    board = _board(board_code)
    is_near = not board.schools.exists() or _stands_in(board, consortium_id)
    rules.can_add_location(actor, consortium_id, board_is_near=is_near).require()
    values = {"code": code, **_values(fields)}
    existing = Location.objects.filter(code=code).select_related("school").first()
    if existing is not None and existing.school.board_id != board.pk:
        raise refused(code=_("Deze code is al in gebruik."))
    if existing is not None and not _may_touch(actor, existing):
        raise refused(code=_("Deze code is al in gebruik. Vraag de beheerder van de installatie."))
    row = Location(school=_school(actor, code, board, str(fields.name))) if existing is None else Location()
    location = store(actor=actor, row=row, values=values)
    if consortium_id is not None:
        put_in(actor, location, consortium_id, valid_from or clock.today())
    return location


@transaction.atomic
def change_location(*, actor: Actor, location_id: int, fields: LocationFields) -> Location:
    """Change what the register says of a location. Its code and its school stay."""
    location = Location.objects.select_for_update().filter(pk=location_id).first()
    if location is None:
        raise NotFound(str(location_id))
    rules.can_change_location(actor, reach_of(location_id, clock.today()).consortium_ids).require()
    return store(actor=actor, row=location, values=_values(fields))


@transaction.atomic
def hand_over_school(*, actor: Actor, school_id: int, board_code: str) -> School:
    """Move a school with all its locations to another board, whose people then read its drafts."""
    rules.can_manage(actor).require()
    school = School.objects.select_for_update().filter(pk=school_id).first()
    if school is None:
        raise NotFound(str(school_id))
    board = _board(board_code)
    refuse_both_sides(school, board)
    return store(actor=actor, row=school, values={"board_id": board.pk})


def _board(code: str) -> Board:
    board = Board.objects.filter(code=code.strip()).first()
    if board is None:
        raise refused(board=_("Er is hier geen bestuur met dit nummer. Voeg het bestuur eerst toe."))
    return board


def _stands_in(board: Board, consortium_id: int | None) -> bool:
    return (
        consortium_id is not None
        and ConsortiumMembership.objects.filter(
            consortium_id=consortium_id, valid_until=None, location__school__board=board
        ).exists()
    )


def _may_touch(actor: Actor, location: Location) -> bool:
    consortia = reach_of(location.pk, clock.today()).consortium_ids
    return bool(rules.can_change_location(actor, consortia))


def _school(actor: Actor, code: str, board: Board, name: str) -> School:
    """The school of this location, made when it is the first one of its BRIN code."""
    school = School.objects.select_for_update().filter(code=code[:4]).first()
    if school is None:
        if len(code) != 6:
            raise refused(
                code=_(
                    "Dit is geen vestigingscode. Schrijf de BRIN-code en twee cijfers voor de vestiging, zoals 12AB00."
                )
            )
        return store(actor=actor, row=School(), values={"code": code[:4], "name": name, "board_id": board.pk})
    if school.board_id != board.pk:
        raise refused(board=_("School %(code)s staat bij een ander bestuur.") % {"code": school.code})
    return school


def _values(fields: LocationFields) -> dict[str, object]:
    """The facts, whole: coordinates come in pairs, and a number of pupils with its day."""
    values: dict[str, object] = {**asdict(fields), "postcode": _postcode(fields.postcode)}
    if (fields.latitude is None) != (fields.longitude is None):
        missing = "latitude" if fields.latitude is None else "longitude"
        raise refused(**{missing: _("Vul allebei in, of laat allebei leeg.")})
    for name, most in (("latitude", 90), ("longitude", 180)):
        degrees = values[name]
        if isinstance(degrees, float) and not (math.isfinite(degrees) and abs(degrees) <= most):
            raise refused(**{name: _("Vul een getal in van -%(most)d tot %(most)d.") % {"most": most}})
    if (fields.pupils is None) != (fields.pupils_on is None):
        if fields.pupils is None:
            raise refused(pupils=_("Vul het aantal leerlingen in, of laat de teldatum leeg."))
        raise refused(pupils_on=_("Vul in op welke dag de leerlingen zijn geteld, bijvoorbeeld 1 10 2026."))
    if fields.pupils is not None and not 0 <= fields.pupils <= 20_000:
        raise refused(pupils=_("Vul een aantal in van 0 tot 20.000."))
    return values


def _postcode(text: str) -> str:
    """`3511ab` as the register writes it; what is no postcode stays, to be refused with a sentence."""
    try:
        return str(postcodes.validate(text))
    except StdnumError:
        return text
