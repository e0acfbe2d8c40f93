"""A format in the shape that scripts read; fields may be added, never renamed."""

from pydantic import JsonValue

from .answers import length_limit
from .definition import FormatDefinition, Question


def describe(definition: FormatDefinition) -> dict[str, JsonValue]:
    """The shape of `levend format show KEY --json`: questions in reading order, namely texts on their own."""
    return {
        "key": definition.key,
        "version": definition.version,
        "title": definition.title,
        "chapters": [
            {"key": chapter.key, "number": chapter.number, "title": chapter.title}
            for chapter in definition.chapters
        ],
        "questions": [
            {**_question(question), "chapter": definition.chapter_of(question.key).key}
            for question in definition.questions
        ],
    }


def _question(question: Question) -> dict[str, JsonValue]:
    condition = question.condition
    return {
        "key": question.key,
        "type": question.type.value,
        "label": question.label,
        "help": question.help,
        "required": question.required,
        "options": [
            {"key": option.key, "label": option.label, "tags": list(option.tags)}
            for option in question.options
        ],
        "columns": [_question(column) for column in question.columns],
        "condition": None if condition is None else condition.model_dump(mode="json", by_alias=True),
        "tags": list(question.tags),
        "audience": question.audience.value,
        "exclusive": list(question.exclusive),
        "max_length": length_limit(question),
        "minimum": question.minimum,
        "maximum": question.maximum,
        "namely_for": None if question.namely_for is None else list(question.namely_for),
    }
