"""Begin a profile with the answers of the version before it."""

import json
from collections.abc import Container, Mapping

from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats.engine.carry import carry
from levend.formats.engine.values import Value
from levend.formats.queries import definition_of
from levend.profiles.enums import RevisionKind, Standing
from levend.profiles.models import Answer, AnswerRevision, ProfileSnapshot, SupportProfile


def adopted_version(snapshot_id: int, location_id: int) -> ProfileSnapshot:
    """An adopted version of this location, with its text. Raises `NotFound`."""
    found = ProfileSnapshot.objects.select_related("content", "profile").filter(
        pk=snapshot_id, profile__location_id=location_id
    )
    snapshot = found.first()
    if snapshot is None:
        raise NotFound(str(snapshot_id))
    return snapshot


def carry_answers(
    actor: Actor, profile: SupportProfile, snapshot: ProfileSnapshot, *, without: Container[str] = ()
) -> int:
    """Give a profile that has no answers yet those that its questions can take; how many. Those `without` are newer.

    Everything is carried, what only the school reads too. What stays behind is not written here: it follows from the
    two texts at any time, see `queries.former`.
    """
    body = json.loads(snapshot.content.body)
    now = definition_of(profile.format_version_id)
    then = definition_of(snapshot.profile.format_version_id)
    return put_carried(
        actor,
        profile,
        {
            carried.key: carried.value
            for carried in carry(then, body["answers"], now)
            if carried.value is not None and carried.key not in without
        },
    )


def put_carried(actor: Actor, profile: SupportProfile, values: Mapping[str, Value]) -> int:
    """Write these, to questions without an answer, as answers of last time that nobody looked at; how many."""
    at = clock.now()
    answers = Answer.objects.bulk_create(
        Answer(
            profile=profile,
            question_key=key,
            value=value,
            revision=1,
            standing=Standing.CARRIED,
            updated_by_id=actor.user_id,
            updated_by_name=actor.name,
            updated_at=at,
        )
        for key, value in values.items()
    )
    AnswerRevision.objects.bulk_create(
        AnswerRevision(
            answer=answer,
            number=1,
            kind=RevisionKind.CARRIED,
            value=answer.value,
            by_id=actor.user_id,
            by_name=actor.name,
            at=at,
        )
        for answer in answers
    )
    return len(answers)
