"""Say of a whole chapter that it still holds, once every answer of last time in it was in view."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import ngettext

from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.errors import NotFound, NotNow
from levend.formats.engine.visibility import visible_keys
from levend.formats.queries import definition_of
from levend.profiles import rules
from levend.profiles.enums import RevisionKind, Standing
from levend.profiles.locks import lock_shared
from levend.profiles.models import Answer, SeenAnswer, SupportProfile
from levend.profiles.queries.answers import answers_of
from levend.profiles.services.write import locked_answers, put


@transaction.atomic
def mark_seen(*, actor: Actor, profile_id: int, seen: Mapping[str, int]) -> int:
    """Keep which answers of last time this person had in view, by key and the revision that the page showed.

    A revision that is not the present one is not counted: somebody wrote on meanwhile. How many are kept is returned.
    Raises like `judge_answer`.
    """
    _writable(actor, profile_id)
    if actor.user_id is None:
        return 0
    rows = Answer.objects.filter(profile_id=profile_id, standing=Standing.CARRIED, question_key__in=seen)
    now = clock.now()
    views = [
        SeenAnswer(answer_id=pk, by_id=actor.user_id, revision=revision, at=now)
        for pk, key, revision in rows.order_by("id").values_list("pk", "question_key", "revision")
        if seen[key] == revision
    ]
    SeenAnswer.objects.bulk_create(
        views, update_conflicts=True, unique_fields=["answer", "by"], update_fields=["revision", "at"]
    )
    return len(views)


@transaction.atomic
def confirm_chapter(*, actor: Actor, profile_id: int, chapter: str) -> int:
    """Confirm every answer of last time in a chapter that was not looked at yet; how many.

    Raises `NotNow`, and changes nothing, when one of them was not in view of this person as it reads now; besides
    that like `judge_answer`, and `NotFound` for a chapter that the format does not have.
    """
    profile = _writable(actor, profile_id)
    answers = _carried_in(profile, chapter)
    views = SeenAnswer.objects.filter(answer__in=[each.pk for each in answers], by_id=actor.user_id)
    seen = dict(views.order_by("answer_id").values_list("answer_id", "revision"))
    unseen = sum(seen.get(each.pk) != each.revision for each in answers)
    if unseen:
        raise NotNow(_unseen_sentence(unseen))
    for answer in answers:
        put(
            answer,
            actor,
            answer.value,
            Standing.CONFIRMED_BY_CHAPTER,
            RevisionKind.CONFIRMED_BY_CHAPTER,
            page="",
        )
    return len(answers)


def _writable(actor: Actor, profile_id: int) -> SupportProfile:
    profile = lock_shared(profile_id)
    if not rules.can_read(actor, profile):
        raise NotFound(str(profile_id))
    rules.can_write(actor, profile).require()
    return profile


def _carried_in(profile: SupportProfile, chapter_key: str) -> list[Answer]:
    """The answers to look at in a chapter; what a condition hides is not on its page."""
    definition = definition_of(profile.format_version_id)
    try:
        keys: Iterable[str] = {question.key for question in definition.chapter(chapter_key).questions}
    except KeyError:
        raise NotFound(chapter_key) from None
    asked = visible_keys(definition, answers_of(profile.pk)) & set(keys)
    rows = locked_answers(profile.pk, asked)
    return [answer for answer in rows.values() if answer.standing == Standing.CARRIED]


def _unseen_sentence(unseen: int) -> str:
    return ngettext(
        "%(n)d antwoord van dit hoofdstuk is nog niet in beeld geweest. Bekijk het eerst; daarna bevestigt u het "
        "hoofdstuk in één keer.",
        "%(n)d antwoorden van dit hoofdstuk zijn nog niet in beeld geweest. Bekijk ze eerst; daarna bevestigt u het "
        "hoofdstuk in één keer.",
        unseen,
    ) % {"n": unseen}
