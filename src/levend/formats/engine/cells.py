"""Answers out of the cells of a spreadsheet, as people and other programs write them.

An option may be given by its label or its key, several with a line end, `;` or `|` between them. A table has no place in
a cell.
"""

import re
from datetime import date, timedelta

from .answers import parse_value
from .definition import Question
from .kinds import QuestionType
from .messages import say
from .question_types.number import in_dutch
from .text import clean
from .values import Value, ValueFault, is_empty

SheetCell = str | int | float | bool | None

IN_CELLS = frozenset(QuestionType) - {QuestionType.TABLE}
_YES = frozenset({"ja", "j", "true", "waar", "1", "x", "yes", "y"})
_NO = frozenset({"nee", "n", "false", "onwaar", "0", "no"})
_BETWEEN = re.compile(r"(\s*[;|\n]\s*)")
_LONGEST = 11
"""Pieces in which one label may fall apart, with what stands between them; an odd number."""
_WITH_TIME = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$")
_DAYS = range(367, 109_575)
"""Numbers that Excel shows as a day of 1901 up to 2199."""
_BEFORE_FIRST = date(1899, 12, 30)


class CellFault(ValueFault):
    """`text` is the part of the cell that is no answer; the message does not repeat it."""

    def __init__(self, message: str, text: str) -> None:
        super().__init__(message)
        self.text = text


def cell_value(question: Question, cell: SheetCell) -> Value:
    """The answer that a cell gives, `None` for an empty one. Raises `ValueFault` with a Dutch sentence."""
    text = cell_text(cell)
    if is_empty(text):
        return None
    match question.type:
        case QuestionType.TABLE:
            raise ValueFault(say("cell.table"))
        case QuestionType.BOOLEAN:
            return _yes_or_no(text)
        case QuestionType.CHOICE | QuestionType.RATING:
            return parse_value(question, _option(question, text))
        case QuestionType.CHOICES:
            return parse_value(question, _options(question, text))
        case QuestionType.DATE:
            return parse_value(question, _day(cell, text))
        case QuestionType.NUMBER:
            number = cell if isinstance(cell, int | float) and not isinstance(cell, bool) else text
            return parse_value(question, number)
    return parse_value(question, text)


def cell_text(cell: SheetCell) -> str:
    """What stands in a cell, as text."""
    match cell:
        case None:
            return ""
        case bool():
            return say("word.yes" if cell else "word.no")
        case int() | float():
            return str(cell).replace(".", ",") if abs(cell) < 10**15 else in_dutch(cell)
    return clean(cell)


def alike(text: str) -> str:
    """What two writings of the same words have in common: no capitals, marks at the end or double spaces."""
    return " ".join(clean(text).casefold().split()).strip(" .:?!*")


def _yes_or_no(text: str) -> bool:
    word = alike(text)
    if word in _YES | _NO:
        return word in _YES
    raise CellFault(say("cell.boolean"), _short(text))


def _option(question: Question, text: str) -> str:
    """The key of the one option that is called so. Raises `ValueFault`."""
    found = _called(question, text)
    if found is None:
        raise CellFault(say("cell.option"), _short(text))
    return found


def _called(question: Question, text: str) -> str | None:
    bare = text.strip()
    exact = [option.key for option in question.options if bare in {option.key, option.label}]
    if len(exact) == 1 or question.option(bare) is not None:
        return bare if question.option(bare) is not None else exact[0]
    loose = [option.key for option in question.options if alike(option.label) == alike(bare)]
    return loose[0] if len(loose) == 1 and not exact else None


def _options(question: Question, text: str) -> list[str]:
    """The options that a text names; a label may itself have a `;`, so the longest that fits is taken each time."""
    parts = _BETWEEN.split(text)  # what stands between keeps its own place
    found: list[str] = []
    start = 0
    while start < len(parts):
        if start % 2 or not parts[start].strip():
            start += 1
            continue
        for end in range(min(len(parts), start + _LONGEST), start, -2):
            key = _called(question, "".join(parts[start:end]))
            if key is not None:
                found.append(key)
                start = end
                break
        else:
            raise CellFault(say("cell.option"), _short(parts[start]))
    return found


def _day(cell: SheetCell, text: str) -> str:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if int(cell) in _DAYS:
            return (_BEFORE_FIRST + timedelta(days=int(cell))).isoformat()
        raise ValueFault(say("value.date"))
    return _WITH_TIME.sub("", text)


def _short(text: str) -> str:
    """Enough of a text to find it in the sheet."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else f"{flat[:39]}…"
