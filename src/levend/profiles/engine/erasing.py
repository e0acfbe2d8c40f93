"""Erasing a passage from answers. Plain Python.

Only what somebody wrote in words: an option that was chosen, a number and a date hold no passage, and a marker in
place of an option would be no answer.
"""

from collections.abc import Iterator, Mapping

from levend.audit.engine.passages import Finder, erased
from levend.formats.engine.beside import BESIDE
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.values import Cell, Row, Value

_WORDS = frozenset({QuestionType.TEXT, QuestionType.LONG_TEXT})
_SAID = ("told", "reason")


def erased_value(question: Question | None, value: Value, finder: Finder) -> Value:
    """An answer with the marker in place of the passage; of a table every cell that holds words.

    Without a question (one that the format does not know) a text is erased too.
    """
    if isinstance(value, str):
        return erased(value, finder) if _holds_words(question) else value
    if question is not None and question.type is QuestionType.TABLE and isinstance(value, list):
        columns = {column.key: column for column in question.columns}
        # A table's value is a list of rows and nothing else.
        return [_erased_row(columns, row, finder) for row in value if isinstance(row, dict)]
    return value


def erased_answers(
    definition: FormatDefinition, answers: Mapping[str, Value], finder: Finder
) -> dict[str, Value]:
    """All answers of a frozen text."""
    return {key: erased_value(question_of(definition, key), value, finder) for key, value in answers.items()}


def erased_beside(location: Mapping[str, object], finder: Finder) -> dict[str, object]:
    """The register facts of a frozen text, with the marker in what the school says beside them and beside its answers."""
    noted = location.get(BESIDE)
    if not isinstance(noted, Mapping):
        return dict(location)
    return {
        **location,
        BESIDE: {
            key: {
                part: erased(value, finder) if part in _SAID and isinstance(value, str) else value
                for part, value in entry.items()
            }
            for key, entry in noted.items()
        },
    }


def words_beside(location: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What the school says beside answers and register facts, by key."""
    noted = location.get(BESIDE)
    for key, entry in noted.items() if isinstance(noted, Mapping) else ():
        for part in _SAID:
            if isinstance(entry.get(part), str):
                yield key, entry[part]


def written_words(question: Question | None, value: Value) -> Iterator[str]:
    """The texts inside an answer that somebody wrote: what erasing looks at."""
    if isinstance(value, str) and _holds_words(question):
        yield value
    elif question is not None and question.type is QuestionType.TABLE and isinstance(value, list):
        columns = {column.key: column for column in question.columns}
        for row in value:
            for key, cell in row.items() if isinstance(row, dict) else ():
                if isinstance(cell, str) and _holds_words(columns.get(key)):
                    yield cell


def question_of(definition: FormatDefinition, key: str) -> Question | None:
    return definition.question(key) if definition.has(key) else None


def _holds_words(question: Question | None) -> bool:
    return question is None or question.type in _WORDS


def _erased_row(columns: Mapping[str, Question], row: Row, finder: Finder) -> Row:
    cells: dict[str, Cell] = {}
    for key, cell in row.items():
        is_words = isinstance(cell, str) and _holds_words(columns.get(key))
        cells[key] = erased(str(cell), finder) if is_words else cell
    return cells
