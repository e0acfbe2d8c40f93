"""The counts of children among public answers, by what they count together, without those that point at somebody.

A count is a number whose tag names a key figure that counts children. The counts of one table belong together, row by row; so do numbers
of the same key figure outside tables.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from levend.catalogue.engine.loading import catalogue
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.display import display
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.values import Row, Value
from levend.keyfigures.engine.small_counts import Count, withheld_rows

TAG = "keyfigure"
_A_TOTAL = re.compile(r"\b(sub|eind)?(totaal|totalen|total)\b|\b(samen|som)\b", re.IGNORECASE)


def without_small_counts(
    definition: FormatDefinition, answers: Mapping[str, Value]
) -> tuple[dict[str, Value], frozenset[str]]:
    """The answers without small counts and what would give them away, and the names of what was left out.

    Where no count of a table can be shown, numbers of the same key figure outside it are left out too: one of them
    may be its total.
    """
    shown = dict(answers)
    withheld: set[str] = set()
    empty: set[str] = set()
    for question in _asked(definition, answers, QuestionType.TABLE):
        rows, names = _table(question, answers[question.key])
        if names:
            shown[question.key] = rows
            withheld |= names
            if not any(column.key in row for column in _counted(question) for row in rows):
                empty |= {code for column in _counted(question) for code in _codes(column)}
    for code, questions in _by_code(definition, answers).items():
        counts = [(_count(answers[question.key]),) for question in questions]
        hidden = set(range(len(questions))) if code in empty else withheld_rows(counts)
        withheld |= {questions[index].key for index in hidden}
    return {key: value for key, value in shown.items() if key not in withheld}, frozenset(withheld)


def cell_name(key: str, row: int, column: str) -> str:
    """A cell of a table among what was withheld."""
    return f"{key}.{row}.{column}"


def _table(question: Question, value: Value) -> tuple[list[Row], set[str]]:
    """The rows without the cells that are withheld, and the names of those."""
    rows = [dict(row) for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    columns = _counted(question)
    if not rows or not columns:
        return rows, set()
    totals = {number for number, row in enumerate(rows) if _is_called_a_total(question, row)}
    hidden = withheld_rows(
        [tuple(_count(row.get(column.key)) for column in columns) for row in rows], totals=totals
    )
    names = set()
    for number in hidden:
        for column in columns:
            if rows[number].pop(column.key, None) is not None:
                names.add(cell_name(question.key, number, column.key))
    return rows, names


def _is_called_a_total(question: Question, row: Row) -> bool:
    """By its words, whatever its numbers are."""
    worded = (
        column for column in question.columns if column.type in {QuestionType.TEXT, QuestionType.CHOICE}
    )
    return any(_A_TOTAL.search(display(column, row.get(column.key))) for column in worded)


def _by_code(definition: FormatDefinition, answers: Mapping[str, Value]) -> dict[str, Sequence[Question]]:
    found: dict[str, list[Question]] = defaultdict(list)
    for question in _asked(definition, answers, QuestionType.NUMBER):
        for code in _codes(question):
            found[code].append(question)
    return dict(found)


def _asked(
    definition: FormatDefinition, answers: Mapping[str, Value], kind: QuestionType
) -> Iterator[Question]:
    return (
        question for question in definition.questions if question.type is kind and question.key in answers
    )


def _counted(question: Question) -> list[Question]:
    return [column for column in question.columns if column.type is QuestionType.NUMBER and _codes(column)]


def _codes(question: Question) -> list[str]:
    """The key figures that it counts children of; a code that the catalogue does not know may be one."""
    known = catalogue()
    return [
        code for code in question.tag_values(TAG) if code not in known or known.entry(code).counts_children
    ]


def _count(value: object) -> Count:
    return value if isinstance(value, int | float) else 0
