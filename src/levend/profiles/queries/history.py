"""Every text that one answer ever had."""

from dataclasses import dataclass
from datetime import datetime

from levend.formats.engine.values import Value
from levend.profiles.enums import RevisionKind
from levend.profiles.models import AnswerRevision
from levend.profiles.queries.writing import Writing


@dataclass(frozen=True)
class Revision:
    """One text of an answer; `value` is None where the answer was taken away.

    `before` is what it took the place of; for a text that was set aside what it met.
    """

    number: int
    kind: RevisionKind
    value: Value
    before: Value
    by_name: str
    at: datetime
    is_current: bool
    was_set_aside: bool


def history(profile: Writing, key: str) -> tuple[Revision, ...]:
    """All revisions of an answer, newest first (one query); the caller found the profile with an actor."""
    current = profile.state_of(key).revision
    found = AnswerRevision.objects.filter(
        answer__profile_id=profile.draft.profile_id, answer__question_key=key
    )
    rows = list(found.order_by("-at", "-id"))
    texts = {row.number: row.value for row in rows if row.kind != RevisionKind.SET_ASIDE}
    return tuple(
        Revision(
            number=row.number,
            kind=RevisionKind(row.kind),
            value=row.value,
            before=texts.get(row.number - (row.kind != RevisionKind.SET_ASIDE)),
            by_name=row.by_name,
            at=row.at,
            is_current=row.kind != RevisionKind.SET_ASIDE and row.number == current,
            was_set_aside=row.kind == RevisionKind.SET_ASIDE,
        )
        for row in rows
    )
