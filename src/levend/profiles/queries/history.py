"""Every text that one answer ever had."""

from dataclasses import dataclass
from datetime import datetime

from levend.formats.engine.display import display
from levend.profiles.enums import RevisionKind
from levend.profiles.models import AnswerRevision
from levend.profiles.queries.writing import Writing


@dataclass(frozen=True)
class Revision:
    """One text of an answer, as words to read; `text` is empty where the answer was taken away."""

    number: int
    text: str
    by_name: str
    at: datetime
    is_current: bool
    was_set_aside: bool


def history(profile: Writing, key: str) -> tuple[Revision, ...]:
    """All revisions of an answer, newest first (one query); the caller found the profile with an actor."""
    question = profile.definition.question(key)
    current = profile.state_of(key).revision
    rows = AnswerRevision.objects.filter(answer__profile_id=profile.profile_id, answer__question_key=key)
    return tuple(
        Revision(
            number=row.number,
            text=display(question, row.value),
            by_name=row.by_name,
            at=row.at,
            is_current=row.kind == RevisionKind.SAVED and row.number == current,
            was_set_aside=row.kind == RevisionKind.SET_ASIDE,
        )
        for row in rows.order_by("-at", "-id")
    )
