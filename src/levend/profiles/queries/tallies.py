"""How far looking at last time's answers is, for who has found the profile already."""

from levend.formats.engine.visibility import visible_keys
from levend.formats.queries import definition_of
from levend.profiles.engine.tally import Tally, tally
from levend.profiles.enums import Standing
from levend.profiles.models import Answer


def tally_of(profile_id: int, version_id: int) -> Tally:
    """Counts over the questions that are asked (two queries)."""
    rows = list(Answer.objects.filter(profile_id=profile_id).values_list("question_key", "value", "standing"))
    asked = visible_keys(definition_of(version_id), {key: value for key, value, _standing in rows})
    return tally({key: Standing(standing) for key, _value, standing in rows if key in asked})
