"""Save what a whole page holds, for who works without JavaScript."""

from collections.abc import Mapping

from django.db import transaction

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.formats.engine.answers import parse_value
from levend.formats.engine.extra import extra_questions
from levend.formats.engine.values import ValueFault
from levend.formats.queries import definition_of
from levend.profiles import rules
from levend.profiles.engine.revisions import is_same
from levend.profiles.enums import RevisionKind
from levend.profiles.locks import lock_shared
from levend.profiles.models import Answer, AnswerRevision
from levend.profiles.services.write import Incoming, locked_answers, write_answer
from levend.profiles.values import ChapterSaved, Conflict, Saved, Submitted


@transaction.atomic
def save_chapter(
    *,
    actor: Actor,
    profile_id: int,
    answers: Mapping[str, Submitted],
    page: str = "",
    kind: RevisionKind = RevisionKind.SAVED,
) -> ChapterSaved:
    """Save each answer that can be saved, and say of each other one why not.

    An answer that the sender left as the page showed it is no change, also when somebody else changed it meanwhile.
    Raises `NotFound`, `NotAllowed` and `NotNow` like `save_answer`; then nothing was saved.
    """
    profile = lock_shared(profile_id)
    if not rules.can_read(actor, profile):
        raise NotFound(str(profile_id))
    rules.can_write(actor, profile).require()
    definition = definition_of(profile.format_version_id)
    extra = extra_questions(definition)
    if not all(definition.has(key) or key in extra for key in answers):
        raise NotFound(str(profile_id))
    outcome = ChapterSaved()
    present = locked_answers(profile_id, answers)
    for question in (*definition.questions, *extra.values()):
        if question.key in answers:
            sent = answers[question.key]
            try:
                value = parse_value(question, sent.value)
            except ValueFault as fault:
                outcome.invalid[question.key] = fault.message
                continue
            incoming = Incoming(profile_id, question.key, value, sent.based_on, page, kind)
            _save_one(actor, present.get(question.key), incoming, outcome)
    return outcome


def _save_one(actor: Actor, answer: Answer | None, sent: Incoming, outcome: ChapterSaved) -> None:
    if answer is not None and _is_untouched(answer, sent):
        outcome.saved[sent.key] = Saved(answer.revision, answer.updated_at, is_new=False)
        return
    result = write_answer(actor, answer, sent)
    if isinstance(result, Conflict):
        outcome.conflicts[sent.key] = result
    else:
        outcome.saved[sent.key] = result


def _is_untouched(answer: Answer, sent: Incoming) -> bool:
    """Whether an answer that moved on meanwhile comes back as revision `based_on` had it."""
    if not 0 <= sent.based_on < answer.revision:
        return False
    numbered = AnswerRevision.objects.exclude(kind=RevisionKind.SET_ASIDE)
    base = numbered.filter(answer=answer, number=sent.based_on).first()
    return is_same(sent.value, base.value if base else None)
