"""The text of a profile, as it is now and as it was frozen."""

import json
from datetime import date
from typing import cast

from levend.core.canonical import sha256_of
from levend.core.errors import NotFound
from levend.formats.engine.beside import Facts
from levend.formats.queries import definition_of
from levend.organisations.models import Location
from levend.profiles.engine.content import Body, content_body
from levend.profiles.models import FrozenContent, SupportProfile
from levend.profiles.queries.answers import answers_of
from levend.profiles.queries.facts import facts_of, own_facts


def live_body(profile: SupportProfile) -> Body:
    """The body that freezing would keep now; location, school, board and consortium are loaded with the profile."""
    definition = definition_of(profile.format_version_id)
    facts = facts_of(profile)
    register = register_fields(profile.location, str(profile.consortium), facts, until=profile.reference_date)
    return content_body(definition, register, answers_of(profile.pk), facts)


def content_sha256(*, profile_id: int) -> str:
    """The hash that freezing would give now. Raises `NotFound`."""
    profile = (
        SupportProfile.objects.filter(pk=profile_id)
        .select_related("location__school__board", "consortium")
        .first()
    )
    if profile is None:
        raise NotFound(str(profile_id))
    return sha256_of(live_body(profile))


def content_of(profile_id: int, sha256: str) -> Body:
    """A frozen body; who may read it is adoption's to say. Raises `NotFound`."""
    body = (
        FrozenContent.objects.filter(profile_id=profile_id, sha256=sha256)
        .values_list("body", flat=True)
        .first()
    )
    if body is None:
        raise NotFound(sha256)
    return cast(Body, json.loads(body))  # written by freeze_content, guarded by a trigger


def register_fields(
    location: Location, consortium: str, facts: Facts | None = None, *, until: date | None = None
) -> dict[str, object]:
    """What the register says of a location and belongs to the text; the number of pupils by its source where there is
    one, and none that was counted after `until`.

    The kind of school is its code, so that the hash is the same in every language. Telephone and addresses on the
    web stand outside: they may change any day.
    """
    fields = {
        **own_facts(location, facts or {}, until=until),
        "brin": location.school.code,
        "board": location.school.board.name,
        "consortium": consortium,
    }
    return {key: value for key, value in fields.items() if value != ""}
