"""What the pages of a brought file show."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.forms import BoundField

from levend.formats.engine.kinds import QuestionType
from levend.profiles.engine.brought import ColumnCheck, Refusal, checked_columns
from levend.profiles.queries.brought_files import BroughtPage
from levend.profiles.queries.brought_words import told
from levend.web.moving.forms import ColumnsForm, field_of

FIRST = 5


@dataclass(frozen=True)
class ShownRefusal:
    """Why something is left out; `text` is what stands there."""

    line: int
    label: str
    why: str
    text: str


@dataclass(frozen=True)
class ColumnRow:
    check: ColumnCheck
    field: BoundField
    is_code: bool

    @property
    def refused(self) -> tuple[ShownRefusal, ...]:
        return shown(self.check.refused[:FIRST])

    @property
    def more(self) -> int:
        return max(0, len(self.check.refused) - FIRST)


@dataclass(frozen=True)
class SchoolRow:
    """A school with the number of its answers; `refused` are cells of its row."""

    code: str
    name: str
    line: int
    answers: int
    refused: tuple[ShownRefusal, ...]


@dataclass(frozen=True)
class SchoolsPage:
    """What would be taken over, school by school."""

    page: BroughtPage

    @cached_property
    def rows(self) -> tuple[SchoolRow, ...]:
        by_line: dict[int, list[Refusal]] = defaultdict(list)
        for each in self.page.understood.refused:
            by_line[each.line].append(each)
        return tuple(
            SchoolRow(
                each.code,
                self.page.locations[each.code][1],
                each.line,
                len(each.answers),
                shown(by_line[each.line]),
            )
            for each in self.page.understood.schools
        )

    @cached_property
    def left_out(self) -> tuple[ShownRefusal, ...]:
        """Rows of which nothing is taken."""
        return shown([each for each in self.page.understood.refused if not each.label])

    @property
    def without(self) -> tuple[tuple[str, str], ...]:
        """Schools of the consortium that have no row, by code and name."""
        here = {each.code for each in self.page.understood.schools}
        return tuple((code, name) for code, (_key, name) in self.page.locations.items() if code not in here)

    @property
    def answers(self) -> int:
        return sum(row.answers for row in self.rows)

    @property
    def faults(self) -> int:
        return sum(len(row.refused) for row in self.rows)


@dataclass(frozen=True)
class OutcomePage:
    """What was taken over."""

    outcome: Mapping[str, object]

    @property
    def rows(self) -> Sequence[object]:
        """Code, name, answers in the file, new ones, and those that came into a profile that is being written."""
        found = self.outcome.get("per_school")
        return found if isinstance(found, list) else ()

    @property
    def refused(self) -> tuple[ShownRefusal, ...]:
        found = self.outcome.get("refused")
        rows = found if isinstance(found, list) else []
        return tuple(ShownRefusal(line, label or code, why, "") for line, code, label, why in rows)

    @property
    def schools(self) -> object:
        return self.outcome.get("schools", 0)

    @property
    def answers(self) -> object:
        return self.outcome.get("answers", 0)


def column_rows(page: BroughtPage, form: ColumnsForm) -> Iterator[ColumnRow]:
    """Every column beside its question."""
    for check in checked_columns(page.definition, page.headers, page.rows, page.columns):
        yield ColumnRow(check, form[field_of(check.place)], check.place == page.columns.code)


def tables_of(page: BroughtPage) -> tuple[str, ...]:
    """The questions that no spreadsheet answers."""
    return tuple(each.label for each in page.definition.questions if each.type is QuestionType.TABLE)


def shown(refused: Sequence[Refusal]) -> tuple[ShownRefusal, ...]:
    return tuple(ShownRefusal(each.line, each.label, told(each), each.text) for each in refused)
