"""Answers as they are now."""

from levend.formats.engine.values import Value
from levend.profiles.models import Answer


def answers_of(profile_id: int) -> dict[str, Value]:
    """Every answer of a profile, hidden ones too; the caller has asked who may read."""
    rows = Answer.objects.filter(profile_id=profile_id, value__isnull=False)
    return dict(rows.values_list("question_key", "value"))
