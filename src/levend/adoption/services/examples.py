"""A school shows others in its consortium a passage that it is content with, and takes that back when it likes."""

import json

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import location_for
from levend.adoption.models import GoodExample
from levend.adoption.queries.examples import public_words, standing_adoption_of
from levend.adoption.rules.examples import can_consent, can_mark
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import NotFound, NotNow
from levend.formats.queries import definition_of
from levend.organisations.queries.reach import reach_of
from levend.profiles.engine.paragraphs import paragraphs

WHOLE = 0
"""Instead of the number of a paragraph: the whole answer."""


@transaction.atomic
def mark_example(*, actor: Actor, location_code: str, question: str, paragraph: int = WHOLE) -> GoodExample:
    """Mark an answer of the adopted text, or one paragraph of it (from 1). Nobody else reads it before consent.

    Only public words can be marked. Marking the same passage again changes nothing. Raises `NotFound` for who may not
    read the draft and for what is no public text, `NotAllowed`, `NotNow` where nothing is adopted.
    """
    location = location_for(actor, location_code, Permission.READ_DRAFT)
    can_mark(actor, reach_of(location.pk, clock.today())).require()
    adoption = standing_adoption_of(location.pk)
    if adoption is None:
        raise NotNow(_("Er is nog geen vastgestelde tekst om een voorbeeld uit te kiezen."))
    definition = definition_of(adoption.case.profile.format_version_id)
    answers = json.loads(adoption.snapshot.content.body)["answers"]
    answer = {each.key: words for each, words in public_words(definition, answers)}.get(question)
    if answer is None:
        raise NotFound(question)
    parts = (answer.strip(), *paragraphs(answer))
    if not 0 <= paragraph < len(parts):
        raise NotFound(question)
    known = GoodExample.objects.filter(
        snapshot=adoption.snapshot, question_key=question, passage=parts[paragraph], ended_at=None
    ).first()
    if known is not None:
        return known
    example = GoodExample.objects.create(
        case=adoption.case,
        snapshot=adoption.snapshot,
        format_key=definition.key,
        question_key=question,
        passage=parts[paragraph],
        marked_at=clock.now(),
        marked_by_ref=actor.ref,
        marked_by_name=actor.name,
    )
    _record(actor, "example_marked", example)
    return example


@transaction.atomic
def consent_to_example(*, actor: Actor, example_id: int) -> GoodExample:
    """Let other schools of the consortium read it beside the same question. A second time changes nothing.

    Raises `NotFound`, `NotAllowed`, `NotNow` for a mark that was taken back.
    """
    example = _locked(actor, example_id)
    can_consent(actor, reach_of(example.case.location_id, clock.today())).require()
    if example.ended_at is not None:
        raise NotNow(_("Dit voorbeeld is al teruggenomen."))
    if example.consented_at is None:
        example.consented_at = clock.now()
        example.consented_by_ref, example.consented_by_name = actor.ref, actor.name
        example.save()
        _record(actor, "example_shared", example)
    return example


@transaction.atomic
def end_example(*, actor: Actor, example_id: int) -> GoodExample:
    """Take a mark or its consent back: from now on nobody else reads it. A second time changes nothing.

    Raises `NotFound`, `NotAllowed`.
    """
    example = _locked(actor, example_id)
    can_mark(actor, reach_of(example.case.location_id, clock.today())).require()
    if example.ended_at is None:
        _end(actor, example)
    return example


def end_examples_of(*, actor: Actor, snapshot_id: int) -> int:
    """End every example out of a text that does not hold any more: a part of the step that ends it; how many."""
    rows = list(GoodExample.objects.select_for_update().filter(snapshot_id=snapshot_id, ended_at=None))
    for example in rows:
        _end(actor, example)
    return len(rows)


def _end(actor: Actor, example: GoodExample) -> None:
    example.ended_at = clock.now()
    example.ended_by_ref, example.ended_by_name = actor.ref, actor.name
    example.save()
    _record(actor, "example_ended", example)


def _locked(actor: Actor, example_id: int) -> GoodExample:
    rows = GoodExample.objects.select_for_update(of=("self",)).select_related("case")
    example = rows.filter(pk=example_id).first()
    if example is None or not actor.has(
        Permission.READ_DRAFT, on=reach_of(example.case.location_id, clock.today())
    ):
        raise NotFound(str(example_id))
    return example


def _record(actor: Actor, event: str, example: GoodExample) -> None:
    record(
        actor=actor,
        event=event,
        subject=f"profile:{example.case.profile_id}",
        data={"example": example.pk, "question": example.question_key, "snapshot": example.snapshot_id},
    )
