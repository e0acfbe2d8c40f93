"""Erase a passage from answers, their revisions, frozen texts and remarks: a part of the step that erases, above this app."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from levend.accounts.actor import Actor
from levend.audit.engine.passages import Finder
from levend.audit.services import erase_in
from levend.core import clock
from levend.core.canonical import canonical_json, sha256_of
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Value
from levend.formats.queries import definition_of
from levend.profiles.engine.erasing import erased_answers, erased_beside, erased_value, question_of
from levend.profiles.locks import lock_exclusive
from levend.profiles.models import Answer, AnswerRevision, FrozenContent, ProfileSnapshot, SupportProfile
from levend.profiles.queries.passages import text_places


@dataclass(frozen=True)
class ErasedTexts:
    """`places` rows were changed; `replaced` gives per profile the new hash of each frozen text by its old one."""

    places: int = 0
    replaced: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


def erase_passage(*, profile_ids: Iterable[int], finder: Finder) -> ErasedTexts:
    """Put the marker in place of the passage, in everything that these profiles ever said.

    A frozen text gets the hash of what it says now, and everything in this app that points at it follows. The caller
    has opened the door. The same erasure gives the same texts, so that a text which was locked unchanged still equals
    the answers.
    """
    ids = sorted(profile_ids)
    places = 0
    replaced: dict[int, Mapping[str, str]] = {}
    for profile_id in ids:
        profile = lock_exclusive(profile_id)
        definition = definition_of(profile.format_version_id)
        places += _erase_answers(profile_id, definition, finder)
        hashes = _erase_contents(profile_id, definition, finder)
        _follow(profile, hashes)
        replaced[profile_id] = hashes
        places += len(hashes)
    places += sum(len(erase_in(place, finder)) for place in text_places(ids))
    return ErasedTexts(places, {key: hashes for key, hashes in replaced.items() if hashes})


def _erase_answers(profile_id: int, definition: FormatDefinition, finder: Finder) -> int:
    count = 0
    for answer in Answer.objects.filter(profile_id=profile_id).order_by("id"):
        question = question_of(definition, answer.question_key)
        for revision in AnswerRevision.objects.filter(answer=answer).order_by("id"):
            value = erased_value(question, revision.value, finder)
            if value != revision.value:
                revision.value = value
                revision.save(update_fields=["value"])
                count += 1
        value = erased_value(question, answer.value, finder)
        if value != answer.value:
            _renew(answer, value)
            count += 1
    return count


def _renew(answer: Answer, value: Value) -> None:
    """Make what is left a revision of its own: whoever still has the old text on screen and types on, meets a conflict
    instead of putting the passage back unseen."""
    system = Actor.system()
    answer.value = value
    answer.revision += 1
    answer.updated_at = clock.now()
    answer.updated_by_id = system.user_id
    answer.updated_by_name = system.name
    answer.save(update_fields=["value", "revision", "updated_at", "updated_by", "updated_by_name"])
    AnswerRevision.objects.create(
        answer=answer,
        number=answer.revision,
        value=value,
        by_id=system.user_id,
        by_name=system.name,
        at=answer.updated_at,
    )


def _erase_contents(profile_id: int, definition: FormatDefinition, finder: Finder) -> dict[str, str]:
    """The newest first: should two texts be the same now, the older one gets a number of its own and keeps its place."""
    contents = FrozenContent.objects.filter(profile_id=profile_id)
    taken = set(contents.values_list("sha256", flat=True))
    hashes = {}
    for content in list(contents.order_by("-id")):
        body = json.loads(content.body)
        answers = erased_answers(definition, body["answers"], finder)
        location = erased_beside(body["location"], finder)
        if answers == body["answers"] and location == body["location"]:
            continue
        body |= {"answers": answers, "location": location}
        new = sha256_of(body)
        while new in taken:
            body["erased"] = body.get("erased", 0) + 1
            new = sha256_of(body)
        taken.add(new)
        hashes[content.sha256] = new
        content.body, content.sha256 = canonical_json(body).decode(), new
        content.save(update_fields=["body", "sha256"])
    return hashes


def _follow(profile: SupportProfile, hashes: Mapping[str, str]) -> None:
    for snapshot in ProfileSnapshot.objects.filter(profile=profile, sha256__in=hashes):
        snapshot.sha256 = hashes[snapshot.sha256]
        snapshot.save(update_fields=["sha256"])
    if profile.locked_sha256 in hashes:
        profile.locked_sha256 = hashes[profile.locked_sha256]
        profile.save(update_fields=["locked_sha256"])
