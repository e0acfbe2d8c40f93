"""Postcode areas: their points, and which consortium each belongs to."""

from collections import defaultdict

from levend.accounts.actor import Actor
from levend.accounts.services.registers.prepared import Prepared, refused_lines
from levend.audit.services import record_many
from levend.organisations.engine.registers.areas import Areas, read_areas
from levend.organisations.engine.registers.plan import FieldChange, ImportPlan, PlannedRow
from levend.organisations.engine.registers.scope import ImportScope
from levend.organisations.models import Consortium, ConsortiumArea, PostcodePoint


def prepare_areas(actor: Actor, data: bytes, scope: ImportScope) -> Prepared:
    """Points, or the areas of consortia: which of the two the file has, it says itself."""
    file = read_areas(data)
    return _points(actor, file) if file.points or not file.areas else _areas(actor, file, scope)


def _points(actor: Actor, file: Areas) -> Prepared:
    """A point that is not in the file stays: files with points are of a region too."""
    ours = {point.pc4: point for point in PostcodePoint.objects.all()}
    new: list[PostcodePoint] = []
    moved: list[PostcodePoint] = []
    planned: list[PlannedRow] = []
    for row in file.points:
        point, after = ours.get(row.pc4), row.degrees
        if point is None:
            new.append(PostcodePoint(pc4=row.pc4, latitude=after.latitude, longitude=after.longitude))
        elif (point.latitude, point.longitude) != (after.latitude, after.longitude):
            change = FieldChange(
                "coordinates",
                f"{point.latitude:.5f} {point.longitude:.5f}",
                f"{after.latitude:.5f} {after.longitude:.5f}",
            )
            planned.append(PlannedRow(row.pc4, "", (change,)))
            point.latitude, point.longitude = after.latitude, after.longitude
            moved.append(point)
    plan = ImportPlan(
        new=tuple(PlannedRow(point.pc4, "") for point in new),
        changed=tuple(planned),
        refused=tuple(refused_lines(file.refused)),
        unchanged=len(file.points) - len(new) - len(moved),
    )

    def write() -> None:
        PostcodePoint.objects.bulk_create(new, batch_size=500)
        PostcodePoint.objects.bulk_update(moved, ["latitude", "longitude"], batch_size=200)

    return Prepared(plan, write)


def _areas(actor: Actor, file: Areas, scope: ImportScope) -> Prepared:
    """The file says all areas of every consortium in it: an area of ours that it has not, is taken away.

    A consortium that is not here is unmatched; who makes one, imports again.
    """
    consortia = {each.code: each for each in Consortium.objects.all()}
    ours: dict[str, set[str]] = defaultdict(set)
    for code, pc4 in ConsortiumArea.objects.values_list("consortium__code", "pc4"):
        ours[code].add(pc4)
    theirs: dict[str, set[str]] = defaultdict(set)
    unmatched: list[PlannedRow] = []
    not_yours = 0
    for row in file.areas:
        if row.consortium not in consortia:
            unmatched.append(PlannedRow(row.pc4, row.consortium))
        elif scope.consortium_id not in {None, consortia[row.consortium].pk}:
            not_yours += 1
        else:
            theirs[row.consortium].add(row.pc4)
    new = [(code, pc4) for code in sorted(theirs) for pc4 in sorted(theirs[code] - ours[code])]
    gone = [(code, pc4) for code in sorted(theirs) for pc4 in sorted(ours[code] - theirs[code])]
    plan = ImportPlan(
        new=tuple(PlannedRow(pc4, consortia[code].name) for code, pc4 in new),
        closed=tuple(PlannedRow(pc4, consortia[code].name) for code, pc4 in gone),
        unmatched=tuple(unmatched),
        refused=tuple(refused_lines(file.refused)),
        unchanged=sum(len(theirs[code] & ours[code]) for code in theirs),
        not_yours=not_yours,
    )

    def write() -> None:
        for code in {code for code, _pc4 in gone}:
            left = [pc4 for own, pc4 in gone if own == code]
            ConsortiumArea.objects.filter(consortium=consortia[code], pc4__in=left).delete()
        ConsortiumArea.objects.bulk_create(
            (ConsortiumArea(consortium=consortia[code], pc4=pc4) for code, pc4 in new), batch_size=500
        )
        counts: dict[str, dict[str, int]] = defaultdict(lambda: {"new": 0, "gone": 0})
        for word, rows in (("new", new), ("gone", gone)):
            for code, _pc4 in rows:
                counts[code][word] += 1
        record_many(
            actor=actor,
            happened=[
                ("consortium_areas_changed", f"consortium:{consortia[code].pk}", {**counts[code]})
                for code in sorted(counts)
            ],
        )

    return Prepared(plan, write)
