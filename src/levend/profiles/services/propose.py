"""Lay answers that a consortium brought from elsewhere before the school, to say of each whether it still holds."""

from collections.abc import Mapping

from django.db import transaction

from levend.accounts.actor import Actor
from levend.formats.engine.values import Value
from levend.formats.queries import definition_of
from levend.profiles.engine.revisions import is_same
from levend.profiles.enums import RevisionKind, Standing
from levend.profiles.locks import lock_shared
from levend.profiles.models import SupportProfile
from levend.profiles.queries.brought import brought_for
from levend.profiles.services.carry import put_carried
from levend.profiles.services.write import locked_answers, put


def begin_with_brought(actor: Actor, profile: SupportProfile, figures: Mapping[str, Value]) -> int:
    """Give a profile that has no answers yet those that were brought; how many. `figures` are newer."""
    brought = brought_for(profile.location_id, definition_of(profile.format_version_id))
    if brought is None:
        return 0
    return put_carried(
        actor, profile, {key: value for key, value in brought.proposals.items() if key not in figures}
    )


@transaction.atomic
def propose_brought(location_id: int) -> int:
    """Add what was brought to the profile that the school is writing; how many answers.

    Only to questions without an answer, and in place of proposals that nobody judged yet. A profile that began with
    an adopted version, lies with somebody else or was adopted is left as it is. Nobody wrote these: they stand under the
    system's name until the school says something of them.
    """
    newest = SupportProfile.objects.filter(location_id=location_id).order_by("-created_at", "-id").first()
    if newest is None or newest.carried_from_id is not None or newest.snapshots.exists():
        return 0
    if lock_shared(newest.pk).is_locked:
        return 0
    brought = brought_for(location_id, definition_of(newest.format_version_id))
    if brought is None:
        return 0
    actor = Actor.system()
    proposals = brought.proposals
    present = locked_answers(newest.pk, proposals)
    renewed = [
        answer
        for key, answer in present.items()
        if answer.standing == Standing.CARRIED and not is_same(answer.value, proposals[key])
    ]
    for answer in renewed:
        put(answer, actor, proposals[answer.question_key], Standing.CARRIED, RevisionKind.CARRIED, page="")
    fresh = {key: value for key, value in proposals.items() if key not in present}
    return put_carried(actor, newest, fresh) + len(renewed)
