"""Received profiles for very many schools, for trying scale: the rows that the services would write, made at once.

A test holds these rows beside those of a case that went through the services.
"""

import zlib
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from levend.adoption.enums import State
from levend.audit.models import AuditEvent
from levend.core.canonical import canonical_json, sha256_of
from levend.demo.engine.region import SchoolFacts
from levend.demo.engine.stories import Act, CaseFacts, scenes
from levend.demo.engine.texts import answers_of
from levend.demo.services.cast import Casting
from levend.demo.services.many_chain import go_through_chain
from levend.demo.services.ready import Frozen, Ready
from levend.demo.services.writing import parsed, parts_of, write_at_once
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.offers import offers
from levend.formats.queries import definition_of
from levend.organisations.models import Consortium, Location
from levend.organisations.values import SchoolYear
from levend.profiles.engine.content import content_body
from levend.profiles.models import FrozenContent, Offer, ProfileSnapshot, SupportProfile
from levend.profiles.queries.content import register_fields

_SCHOOLS = 200
_WEEKS = 28
"""Days over which their profiles came in: the whole way of a case fits between the opening of the round and these."""
_ROWS = 500


def receive_at_once(
    schools: Sequence[SchoolFacts],
    *,
    version_id: int,
    today: date,
    casting: Casting,
    tell: Callable[[str], None],
) -> None:
    """Make a received profile of this school year for each of these schools, in batches."""
    definition, year = definition_of(version_id), SchoolYear.containing(today)
    for start in range(0, len(schools), _SCHOOLS):
        part = schools[start : start + _SCHOOLS]
        profiles = _write(_ready(part, definition, casting, today), definition, version_id, year)
        go_through_chain(_freeze(profiles, definition), year)
        tell(part[-1].name)


def _ready(
    schools: Sequence[SchoolFacts], definition: FormatDefinition, casting: Casting, today: date
) -> list[Ready]:
    consortia = Consortium.objects.in_bulk(field_name="code")
    locations = Location.objects.select_related("school__board").in_bulk(
        [school.code for school in schools], field_name="code"
    )
    made = []
    for school in schools:
        location, consortium = locations[school.code], consortia[school.consortia[0]]
        ended_on = today - timedelta(days=1 + zlib.crc32(school.code.encode()) % _WEEKS)
        values = parsed(definition, answers_of(school, year=SchoolYear.containing(today).start))
        body = content_body(definition, register_fields(location, str(consortium)), values)
        told = scenes(CaseFacts(), state=State.RECEIVED, ended_on=ended_on)
        made.append(
            Ready(
                location=location,
                consortium=consortium,
                cast=casting.of(location),
                values=values,
                body=body,
                sha256=sha256_of(body),
                moments={scene.act: scene.at for scene in told},
            )
        )
    return made


def _write(
    batch: Sequence[Ready], definition: FormatDefinition, version_id: int, year: SchoolYear
) -> list[tuple[Ready, SupportProfile]]:
    profiles = SupportProfile.objects.bulk_create(
        SupportProfile(
            location=ready.location,
            consortium=ready.consortium,
            format_version_id=version_id,
            school_year=str(year),
            created_at=ready.moments[Act.OPEN],
            created_by_id=ready.cast.director.user_id,
            locked_sha256=ready.sha256,
            locked_at=ready.moments[Act.ASK],
            locked_by_name=ready.cast.director.name,
        )
        for ready in batch
    )
    pairs = list(zip(batch, profiles, strict=True))
    AuditEvent.objects.bulk_create(
        AuditEvent(
            at=profile.created_at,
            actor_kind=ready.cast.director.kind.value,
            actor_ref=ready.cast.director.ref,
            event="profile_started",
            subject=f"profile:{profile.pk}",
            data={
                "location": ready.location.pk,
                "consortium": ready.consortium.pk,
                "version": version_id,
            },
        )
        for ready, profile in pairs
    )
    write_at_once(
        (
            profile.pk,
            parts_of(
                definition,
                ready.values,
                director=ready.cast.director,
                editor=ready.cast.editor,
                at=ready.moments[Act.WRITE],
            ),
            ready.values,
        )
        for ready, profile in pairs
    )
    return pairs


def _freeze(pairs: Sequence[tuple[Ready, SupportProfile]], definition: FormatDefinition) -> list[Frozen]:
    contents = FrozenContent.objects.bulk_create(
        FrozenContent(
            profile=profile,
            sha256=ready.sha256,
            body=canonical_json(ready.body).decode(),
            frozen_at=ready.moments[Act.ASK],
        )
        for ready, profile in pairs
    )
    snapshots = ProfileSnapshot.objects.bulk_create(
        ProfileSnapshot(
            profile=profile, content=content, sha256=ready.sha256, frozen_at=ready.moments[Act.ADOPT]
        )
        for (ready, profile), content in zip(pairs, contents, strict=True)
    )
    frozen = [
        Frozen(ready, profile, snapshot) for (ready, profile), snapshot in zip(pairs, snapshots, strict=True)
    ]
    Offer.objects.bulk_create(
        (
            Offer.of(each.snapshot, offered)
            for each in frozen
            for offered in offers(definition, each.ready.values)
        ),
        batch_size=_ROWS,
    )
    return frozen
