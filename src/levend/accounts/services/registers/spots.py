"""Coordinates of locations."""

from levend.accounts.actor import Actor
from levend.accounts.services.registers.prepared import Prepared, mine, refused_lines
from levend.audit.services import record_many
from levend.jobs.events import emit
from levend.organisations.engine.registers.coordinates import Degrees, SpotRow, read_spots
from levend.organisations.engine.registers.plan import FieldChange, ImportPlan, PlannedRow
from levend.organisations.engine.registers.scope import ImportScope
from levend.organisations.models import Location

METRE = 0.00001
"""About a metre, in degrees: closer together is the same spot, written with other digits."""


def prepare_spots(actor: Actor, data: bytes, scope: ImportScope) -> Prepared:
    """The register owns the coordinates of a location; one without a spot in the file keeps what it has.

    A row that fits no location of ours is counted as unmatched: most spots of the register are of other schools.
    """
    file = read_spots(data)
    who = mine(actor, scope)
    changed: list[tuple[Location, Degrees]] = []
    planned: list[PlannedRow] = []
    used: set[int] = set()
    not_yours: set[int] = set()
    unchanged = 0
    for location in Location.objects.order_by("code"):
        spot = file.find(code=location.code, street=location.street, postcode=location.postcode)
        if spot is None:
            continue
        used.add(spot.line)
        if scope.consortium_id is not None and location.pk not in who.members:
            not_yours.add(spot.line)
        elif _is_there(location, spot.degrees):
            unchanged += 1
        else:
            changed.append((location, spot.degrees))
            planned.append(_planned(location, spot))
    unmatched = [row for row in file.rows if row.line not in used]
    plan = ImportPlan(
        changed=tuple(planned),
        unmatched=tuple(PlannedRow(row.code or row.postcode, row.number) for row in unmatched),
        refused=tuple(refused_lines(file.refused)),
        unchanged=unchanged,
        not_yours=len(not_yours),
    )

    def write() -> None:
        for location, degrees in changed:
            location.latitude, location.longitude = degrees.latitude, degrees.longitude
        locations = [location for location, _degrees in changed]
        Location.objects.bulk_update(locations, ["latitude", "longitude"], batch_size=200)
        record_many(
            actor=actor,
            happened=[
                ("location_changed", f"location:{location.pk}", {"fields": ["latitude", "longitude"]})
                for location in locations
            ],
        )
        for location in locations:
            emit("location_changed", location_id=location.pk)

    return Prepared(plan, write)


def _is_there(location: Location, degrees: Degrees) -> bool:
    return (
        location.latitude is not None
        and location.longitude is not None
        and abs(location.latitude - degrees.latitude) < METRE
        and abs(location.longitude - degrees.longitude) < METRE
    )


def _planned(location: Location, spot: SpotRow) -> PlannedRow:
    before = "" if location.latitude is None else f"{location.latitude:.5f} {location.longitude:.5f}"
    after = f"{spot.degrees.latitude:.5f} {spot.degrees.longitude:.5f}"
    return PlannedRow(location.code, location.name, (FieldChange("coordinates", before, after),))
