"""From the rows of a spreadsheet to answers of schools, with a reason for everything that cannot be taken. Plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from levend.formats.engine.cells import IN_CELLS, CellFault, SheetCell, cell_text, cell_value
from levend.formats.engine.columns import location_code
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.values import Value, ValueFault, is_empty
from levend.profiles.engine.personal_data import PersonalKind, places_in_text

SavedCell = SheetCell | Mapping[str, bool]
PERSONAL = {"personal": True}
"""Stands in place of a cell that looks like data of a pupil."""
_OF_A_PUPIL = frozenset(PersonalKind) - {PersonalKind.CONTACT, PersonalKind.ACCOUNT}
"""How to reach the school may stand in its profile."""


class Why(StrEnum):
    """Why a whole row, or a whole form, gives nothing."""

    NO_CODE = "no_code"
    UNKNOWN = "unknown"
    SEVERAL = "several"
    TWICE = "twice"
    PERSONAL = "personal"
    NO_PDF = "no_pdf"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_MUCH_WORK = "too_much_work"
    FOREIGN = "foreign"
    FLATTENED = "flattened"
    DOCUMENT = "document"
    NO_SCHOOL = "no_school"
    NOWHERE = "nowhere"
    ELSEWHERE = "elsewhere"
    NO_VERSION = "no_version"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Columns:
    """What a column is about: `code` holds the schools' codes, `questions` gives the key of a question by column."""

    code: int | None = None
    questions: Mapping[int, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        return {"code": self.code, "questions": {str(place): key for place, key in self.questions.items()}}

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "Columns":
        code, questions = data.get("code"), data.get("questions")
        pairs = questions.items() if isinstance(questions, Mapping) else ()
        return cls(code if isinstance(code, int) else None, {int(place): str(key) for place, key in pairs})


@dataclass(frozen=True)
class Refusal:
    """`label` is the question, empty for a whole row; `reason` a sentence, or `why` a word for one. `text` is what could
    not be taken, to find it in the file: it is shown, and not kept. `file` is the name of a form, `about` what a sentence about it names."""

    line: int
    code: str
    label: str
    reason: str = ""
    why: Why | None = None
    text: str = ""
    file: str = ""
    about: str = ""


@dataclass(frozen=True)
class SchoolAnswers:
    """What a row gives for a school: answers to the questions of `version_id`. `file` is the name of a form."""

    line: int
    code: str
    location_id: int
    version_id: int
    answers: Mapping[str, Value]
    file: str = ""


@dataclass(frozen=True)
class ColumnCheck:
    """How much of a column can be understood; `examples` are the first cells that are not empty."""

    place: int
    header: str
    key: str
    filled: int
    understood: int
    examples: tuple[str, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True)
class Understood:
    schools: tuple[SchoolAnswers, ...]
    refused: tuple[Refusal, ...]


BroughtRows = Sequence[tuple[int, Sequence[SavedCell]]]


def without_pupils(cells: Sequence[SheetCell]) -> list[SavedCell]:
    """The cells of a row, without those that look like data of a pupil."""
    return [PERSONAL if _is_of_a_pupil(cell) else cell for cell in cells]


def looks_like_a_pupil(text: str) -> bool:
    """Whether a text seems to be about one pupil: a question everywhere else, a refusal in what comes in by the pile."""
    return any(place.kind in _OF_A_PUPIL for place in places_in_text(text))


def _is_of_a_pupil(cell: SheetCell) -> bool:
    return isinstance(cell, str | int) and not isinstance(cell, bool) and looks_like_a_pupil(cell_text(cell))


def understood(
    definition: FormatDefinition,
    rows: BroughtRows,
    columns: Columns,
    locations: Mapping[str, int],
    version_id: int = 0,
) -> Understood:
    """The answers of every school of ours, in the order of the file. `locations` gives keys by code; `version_id` is
    that of the definition."""
    asked = _asked(definition, columns)
    schools: list[SchoolAnswers] = []
    refused: list[Refusal] = []
    first: dict[str, int] = {}
    for line, cells in rows:
        given = cells[columns.code] if columns.code is not None else None
        code, why = school_of(given, locations)
        if why is None and code in first:
            why = Why.TWICE
        if why is not None:
            refused.append(
                Refusal(
                    line, code, "", why=why, text="" if isinstance(given, Mapping) else _cut(cell_text(given))
                )
            )
            continue
        first[code] = line
        answers: dict[str, Value] = {}
        for place, question in asked.items():
            value, refusal = _taken(question, cells[place], line, code)
            if refusal is not None:
                refused.append(refusal)
            elif not is_empty(value):
                answers[question.key] = value
        schools.append(SchoolAnswers(line, code, locations[code], version_id, answers))
    return Understood(tuple(schools), tuple(refused))


def school_of(cell: object, locations: Mapping[str, int]) -> tuple[str, Why | None]:
    """The code of the school that a cell names; a BRIN by itself will do where it has one location."""
    code = location_code(cell)
    if not code:
        return "", Why.NO_CODE
    if code in locations:
        return code, None
    near = [own for own in locations if len(code) == 4 and own.startswith(code)]
    if len(near) == 1:
        return near[0], None
    return code, Why.SEVERAL if near else Why.UNKNOWN


def checked_columns(
    definition: FormatDefinition, headers: Sequence[str], rows: BroughtRows, columns: Columns
) -> tuple[ColumnCheck, ...]:
    """Every column with how much of it its question understands."""
    asked = _asked(definition, columns)
    return tuple(_checked(place, header, asked.get(place), rows) for place, header in enumerate(headers))


def _checked(place: int, header: str, question: Question | None, rows: BroughtRows) -> ColumnCheck:
    filled = [(line, cells[place]) for line, cells in rows if not is_empty(cells[place])]
    shown = [cell_text(cell) for _line, cell in filled if not isinstance(cell, Mapping)]
    examples = tuple(dict.fromkeys(_cut(text) for text in shown))[:3]
    refused = [
        refusal
        for line, cell in filled
        if question is not None and (refusal := _taken(question, cell, line, "")[1]) is not None
    ]
    key = question.key if question is not None else ""
    return ColumnCheck(place, header, key, len(filled), len(filled) - len(refused), examples, tuple(refused))


def _asked(definition: FormatDefinition, columns: Columns) -> dict[int, Question]:
    return {
        place: definition.question(key)
        for place, key in columns.questions.items()
        if place != columns.code and definition.has(key) and definition.question(key).type in IN_CELLS
    }


def _taken(question: Question, cell: SavedCell, line: int, code: str) -> tuple[Value, Refusal | None]:
    if isinstance(cell, Mapping):
        return None, Refusal(line, code, question.label, why=Why.PERSONAL)
    try:
        return cell_value(question, cell), None
    except ValueFault as fault:
        text = fault.text if isinstance(fault, CellFault) else _cut(cell_text(cell))
        return None, Refusal(line, code, question.label, fault.message, text=text)


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
