"""The one place where an answer changes. Callers hold the profile's shared lock and have asked the rule."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from levend.accounts.actor import Actor
from levend.core import clock
from levend.formats.engine.values import Value
from levend.profiles.engine.revisions import is_one_line_of_typing, is_same, normal
from levend.profiles.engine.standing import after_saving
from levend.profiles.enums import RevisionKind, Standing
from levend.profiles.models import Answer, AnswerRevision
from levend.profiles.values import Conflict, Saved


@dataclass(frozen=True)
class Incoming:
    """An answer on its way in, parsed; `page` is the browser page that it comes from, `kind` says how it came."""

    profile_id: int
    key: str
    value: Value
    based_on: int
    page: str
    kind: RevisionKind = RevisionKind.SAVED


def locked_answers(profile_id: int, keys: Iterable[str]) -> dict[str, Answer]:
    """The present rows of these questions, kept for this transaction; in one order for every saver, so that no two
    wait for each other."""
    rows = Answer.objects.select_for_update().filter(profile_id=profile_id, question_key__in=keys)
    return {answer.question_key: answer for answer in rows.order_by("id")}


def write_answer(actor: Actor, answer: Answer | None, sent: Incoming) -> Saved | Conflict:
    """Compare and swap: a save based on the present revision becomes the next one.

    The same value again writes nothing. A save based on an older revision is kept as set aside and reported.
    """
    value, page = normal(sent.value), sent.page
    if answer is None:
        if value is None:
            return Saved(revision=0, at=None, is_new=False)
        answer, is_first = _first(actor, sent.profile_id, sent.key, value)
        if is_first:
            return _revise(answer, actor, page, sent.kind)
    if is_same(answer.value, value):
        return Saved(answer.revision, answer.updated_at, is_new=False)
    if answer.revision != sent.based_on and not continues(answer, sent, actor):
        return set_aside(answer, actor, value, page)
    standing = after_saving(answer.standing)
    turned = standing != answer.standing
    saved = put(answer, actor, value, standing, sent.kind, page)
    return replace(saved, turned=turned)


def put(
    answer: Answer, actor: Actor, value: Value, standing: Standing, kind: RevisionKind, page: str
) -> Saved:
    """Make this the answer's next revision; whoever may do so was asked before."""
    answer.value = value
    answer.standing = standing
    answer.revision += 1
    answer.updated_at = clock.now()
    answer.updated_by_id = actor.user_id
    answer.updated_by_name = actor.name
    answer.save(
        update_fields=["value", "standing", "revision", "updated_at", "updated_by", "updated_by_name"]
    )
    return _revise(answer, actor, page, kind)


def _first(actor: Actor, profile_id: int, key: str, value: Value) -> tuple[Answer, bool]:
    """The answer's first row, or the one that somebody else made at this very moment (PostgreSQL)."""
    return Answer.objects.select_for_update().get_or_create(
        profile_id=profile_id,
        question_key=key,
        defaults={
            "value": value,
            "revision": 1,
            "updated_at": clock.now(),
            "updated_by_id": actor.user_id,
            "updated_by_name": actor.name,
        },
    )


def _revise(answer: Answer, actor: Actor, page: str, kind: RevisionKind) -> Saved:
    AnswerRevision.objects.create(
        answer=answer,
        number=answer.revision,
        kind=kind,
        value=answer.value,
        by_id=actor.user_id,
        by_name=actor.name,
        at=answer.updated_at,
        page=page,
    )
    return Saved(answer.revision, answer.updated_at, is_new=True)


def continues(answer: Answer, sent: Incoming, actor: Actor) -> bool:
    if not sent.page or not 0 <= sent.based_on < answer.revision:
        return False
    numbered = AnswerRevision.objects.exclude(kind=RevisionKind.SET_ASIDE)
    newer = numbered.filter(answer=answer, number__gt=sent.based_on)
    sources = list(newer.values_list("page", "by_id"))
    return is_one_line_of_typing(answer.revision, sent.based_on, sources, (sent.page, actor.user_id))


def set_aside(answer: Answer, actor: Actor, value: Value, page: str) -> Conflict:
    """Keep the text that lost, once."""
    kept = AnswerRevision.objects.filter(
        answer=answer, kind=RevisionKind.SET_ASIDE, number=answer.revision, by_id=actor.user_id
    )
    if not any(is_same(earlier, value) for earlier in kept.values_list("value", flat=True)):
        AnswerRevision.objects.create(
            answer=answer,
            number=answer.revision,
            kind=RevisionKind.SET_ASIDE,
            value=value,
            by_id=actor.user_id,
            by_name=actor.name,
            at=clock.now(),
            page=page,
        )
    return Conflict(
        yours=value,
        theirs=answer.value,
        theirs_by=answer.updated_by_name,
        theirs_at=answer.updated_at,
        revision=answer.revision,
    )
