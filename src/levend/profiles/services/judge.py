"""Say of one answer of last time that it still holds, that it lapses, or that it stands as it was, unlooked at."""

from django.db import transaction

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.formats.engine.values import Value
from levend.profiles import rules
from levend.profiles.engine.standing import AFTER_VERDICT
from levend.profiles.enums import RevisionKind, Standing, Verdict
from levend.profiles.locks import lock_shared
from levend.profiles.models import Answer, AnswerRevision
from levend.profiles.services.write import Incoming, continues, locked_answers, put, set_aside
from levend.profiles.values import Conflict, Saved


@transaction.atomic
def judge_answer(
    *, actor: Actor, profile_id: int, key: str, verdict: Verdict, based_on: int, page: str = ""
) -> Saved | Conflict:
    """A verdict on an answer of last time, as it was carried: `CONFIRM` and `BACK` put that text back where it changed.

    Revisions hold as for saving: who judged another text than stands there now meets a conflict. The same verdict
    again changes nothing. Raises `NotFound` for who may not read the profile and for an answer that was not carried,
    `NotAllowed`, `NotNow` while the text is locked.
    """
    profile = lock_shared(profile_id)
    if not rules.can_read(actor, profile):
        raise NotFound(str(profile_id))
    rules.can_write(actor, profile).require()
    answer = locked_answers(profile_id, [key]).get(key)
    if answer is None or answer.standing == Standing.NEW:
        raise NotFound(key)
    standing, kind = AFTER_VERDICT[verdict]
    if answer.standing == standing or _is_confirmed_already(answer, verdict):
        return Saved(answer.revision, answer.updated_at, is_new=False)
    value = None if verdict is Verdict.DROP else _carried_value(answer)
    incoming = Incoming(profile_id, key, value, based_on, page)
    if answer.revision != based_on and not continues(answer, incoming, actor):
        return set_aside(answer, actor, value, page)
    return put(answer, actor, value, standing, kind, page)


def _is_confirmed_already(answer: Answer, verdict: Verdict) -> bool:
    return verdict is Verdict.CONFIRM and answer.standing == Standing.CONFIRMED_BY_CHAPTER


def _carried_value(answer: Answer) -> Value:
    """What was last proposed of last time; putting that back is the same text once more."""
    carried = AnswerRevision.objects.filter(answer=answer, kind=RevisionKind.CARRIED).order_by("-number")
    value: Value = carried.values_list("value", flat=True)[0]
    return value
