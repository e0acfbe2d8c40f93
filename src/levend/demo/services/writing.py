"""The rows that writing leaves behind, made at once: what saving one by one would give, many times faster."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from levend.accounts.actor import Actor
from levend.formats.engine.answers import parse_value
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Value
from levend.profiles.engine.revisions import normal
from levend.profiles.models import Answer, AnswerRevision

BETWEEN_CHAPTERS = timedelta(minutes=25)
_SIGNED_BY_DIRECTOR = frozenset({"voorwoord", "missie-visie"})
_BATCH = 500


@dataclass(frozen=True)
class Part:
    """A chapter that somebody wrote at one moment: the keys of its questions."""

    author: Actor
    at: datetime
    keys: tuple[str, ...]


def parts_of(
    definition: FormatDefinition, written: Iterable[str], *, director: Actor, editor: Actor, at: datetime
) -> Iterator[Part]:
    """Chapter by chapter, the director the parts that carry a signature, the editor the others."""
    wanted = set(written)
    for chapter in definition.chapters:
        keys = tuple(question.key for question in chapter.questions if question.key in wanted)
        if keys:
            yield Part(director if chapter.key in _SIGNED_BY_DIRECTOR else editor, at, keys)
            at += BETWEEN_CHAPTERS


def parsed(definition: FormatDefinition, answers: Mapping[str, object]) -> dict[str, Value]:
    """The answers as the questions take them. Raises `ValueFault` for one that a question does not take."""
    values = {key: normal(parse_value(definition.question(key), value)) for key, value in answers.items()}
    return {key: value for key, value in values.items() if value is not None}


def write_at_once(rows: Iterable[tuple[int, Iterable[Part], Mapping[str, Value]]]) -> None:
    """Make the answers of many profiles, by key, parts and values, each in its first revision."""
    answers = [
        Answer(
            profile_id=profile_id,
            question_key=key,
            value=values[key],
            revision=1,
            updated_by_id=part.author.user_id,
            updated_by_name=part.author.name,
            updated_at=part.at,
        )
        for profile_id, parts, values in rows
        for part in parts
        for key in part.keys
        if key in values
    ]
    AnswerRevision.objects.bulk_create(
        (
            AnswerRevision(
                answer=answer,
                number=1,
                value=answer.value,
                by_id=answer.updated_by_id,
                by_name=answer.updated_by_name,
                at=answer.updated_at,
            )
            for answer in Answer.objects.bulk_create(answers, batch_size=_BATCH)
        ),
        batch_size=_BATCH,
    )
