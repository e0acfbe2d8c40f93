"""Which consortia take part, and what each kind of school fills in."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core.errors import Invalid
from levend.formats.models import FormatVersion
from levend.formats.queries import is_offered
from levend.organisations.enums import SchoolType
from levend.organisations.models import Consortium
from levend.rounds import rules
from levend.rounds.enums import RoundState
from levend.rounds.models import CollectionRound, RoundConsortium, RoundFormat
from levend.rounds.services.locking import locked_round, note


@transaction.atomic
def choose_consortia(*, actor: Actor, round_id: int, consortium_ids: Iterable[int]) -> CollectionRound:
    """Make these the consortia that take part: the owner itself, or members of the group.

    Once schools of a consortium were asked, it stays. Raises `Invalid`.
    """
    found = locked_round(actor, round_id)
    rules.can_change(actor, found).require()
    put_consortia(actor, found, consortium_ids)
    return found


@transaction.atomic
def choose_formats(*, actor: Actor, round_id: int, versions: Mapping[SchoolType, int]) -> CollectionRound:
    """Make these the format versions by kind of school; in an open round only kinds that had none get one.

    Raises `Invalid` for a version that is not offered to every consortium, or not meant for that kind of school.
    """
    found = locked_round(actor, round_id)
    rules.can_change(actor, found).require()
    put_formats(actor, found, versions)
    return found


def put_consortia(actor: Actor, found: CollectionRound, consortium_ids: Iterable[int]) -> None:
    """For a locked round."""
    wanted = set(consortium_ids)
    require_consortia(found, wanted)
    present = set(found.parts.values_list("consortium_id", flat=True))
    gone = found.parts.exclude(consortium_id__in=wanted)
    if gone.filter(entries__isnull=False).exists():
        message = _("Een samenwerkingsverband waarvan de scholen al meedoen, blijft in de ronde.")
        raise Invalid(message, {"consortia": message})
    gone.delete()
    for consortium_id in sorted(wanted - present):
        RoundConsortium.objects.create(round=found, consortium_id=consortium_id)
    if wanted != present:
        note(actor, found, "round_consortia_chosen", {"consortia": [*sorted(wanted)]})


def put_formats(actor: Actor, found: CollectionRound, versions: Mapping[SchoolType, int]) -> None:
    """For a locked round."""
    present = {SchoolType(row.school_type): row.version_id for row in found.formats.all()}
    if found.state == RoundState.OPEN and any(
        versions.get(kind) != version for kind, version in present.items()
    ):
        message = _("Scholen werken al met het gekozen format. Het blijft voor deze ronde hetzelfde.")
        raise Invalid(message, {"formats": message})
    require_formats(found, versions)
    found.formats.exclude(school_type__in=[kind.value for kind in versions]).delete()
    for kind, version_id in versions.items():
        if present.get(kind) != version_id:
            RoundFormat.objects.update_or_create(
                round=found, school_type=kind, defaults={"version_id": version_id}
            )
    if dict(versions) != present:
        data = {kind.value: version for kind, version in sorted(versions.items())}
        note(actor, found, "round_formats_chosen", {"versions": dict(data)})


def require_consortia(found: CollectionRound, wanted: set[int]) -> None:
    """Raise `Invalid` unless these are the owner itself, or members of the group."""
    members = Consortium.objects.filter(group_id=found.group_id).values_list("pk", flat=True)
    possible = {found.consortium_id} if found.consortium_id is not None else set(members)
    if wanted - possible:
        message = _("Kies uit de samenwerkingsverbanden van deze groep.")
        raise Invalid(message, {"consortia": message})


def require_formats(found: CollectionRound, versions: Mapping[SchoolType, int]) -> None:
    """Raise `Invalid` unless each version fits its kind of school and is offered to every consortium in the round."""
    rows = FormatVersion.objects.select_related("format").defer("body").in_bulk(list(versions.values()))
    parts = list(found.parts.select_related("consortium"))
    offered = {
        version_id: all(
            is_offered(
                version_id,
                consortium_ids=frozenset({part.consortium_id}),
                group_ids=frozenset({part.consortium.group_id} if part.consortium.group_id else ()),
            )
            for part in parts
        )
        for version_id in rows
    }
    faults = {}
    for kind, version_id in versions.items():
        row = rows.get(version_id)
        if row is None or row.published_at is None or not offered[version_id]:
            faults[f"format_{kind.value}"] = _(
                "Kies een gepubliceerd format dat in alle samenwerkingsverbanden van de ronde geldt."
            )
        elif row.format.school_types and kind.value not in row.format.school_types:
            faults[f"format_{kind.value}"] = _("Dit format is niet voor deze soort school.")
    if faults:
        raise Invalid(_("Een van de formats past niet."), faults)
