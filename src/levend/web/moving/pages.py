"""What the pages of a brought file show."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.forms import BoundField

from levend.formats.engine.kinds import QuestionType
from levend.profiles.engine.brought import ColumnCheck, Refusal, checked_columns
from levend.profiles.queries.brought_files import BroughtPage
from levend.profiles.queries.brought_forms import BroughtFormsPage, SchoolForm
from levend.profiles.queries.brought_words import told
from levend.web.moving.forms import ColumnsForm, field_of
from levend.web.writing.review import left_words

FIRST = 5


@dataclass(frozen=True)
class ShownRefusal:
    """Why something is left out; `text` is what stands there, `file` the name of a form."""

    line: int
    label: str
    why: str
    text: str
    file: str = ""


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
class TakenSchool:
    """`given` answers stood in the file, `new` ones were kept, `proposed` ones came into a profile that is being written."""

    code: str
    name: str
    given: int
    new: int
    proposed: int
    file: str = ""


@dataclass(frozen=True)
class OutcomePage:
    """What was taken over."""

    outcome: Mapping[str, object]

    @property
    def rows(self) -> tuple[TakenSchool, ...]:
        return tuple(TakenSchool(*row) for row in self._listed("per_school"))

    @property
    def refused(self) -> tuple[ShownRefusal, ...]:
        return tuple(
            ShownRefusal(line, label or code, why, "", *file)
            for line, code, label, why, *file in self._listed("refused")
        )

    @property
    def schools(self) -> object:
        return self.outcome.get("schools", 0)

    @property
    def answers(self) -> object:
        return self.outcome.get("answers", 0)

    def _listed(self, name: str) -> list[Any]:  # lists in JSON, as the service wrote them
        found = self.outcome.get(name)
        return found if isinstance(found, list) else []


@dataclass(frozen=True)
class FormRow:
    """The form of a school, with what stays behind now, and what its questionnaire's newest version cannot take."""

    form: SchoolForm
    refused: tuple[ShownRefusal, ...]
    left: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class FormsPage:
    """What filled forms give, file by file."""

    page: BroughtFormsPage

    @property
    def rows(self) -> tuple[FormRow, ...]:
        return tuple(
            FormRow(
                each,
                shown(each.refused),
                tuple((one.question.label, left_words(one.left)) for one in each.left),
            )
            for each in self.page.schools
        )

    @property
    def left_out(self) -> tuple[ShownRefusal, ...]:
        """Files that give nothing."""
        return shown(self.page.refused)

    @property
    def read(self) -> int:
        """How many files were read until now."""
        return len(self.page.schools) + len(self.page.refused)

    @property
    def ignored(self) -> object:
        return self.page.line.outcome.get("ignored", 0)

    @property
    def unread(self) -> object:
        return self.page.line.outcome.get("unread", 0)


def column_rows(page: BroughtPage, form: ColumnsForm) -> Iterator[ColumnRow]:
    """Every column beside its question."""
    for check in checked_columns(page.definition, page.headers, page.rows, page.columns):
        yield ColumnRow(check, form[field_of(check.place)], check.place == page.columns.code)


def tables_of(page: BroughtPage) -> tuple[str, ...]:
    """The questions that no spreadsheet answers."""
    return tuple(each.label for each in page.definition.questions if each.type is QuestionType.TABLE)


def shown(refused: Sequence[Refusal]) -> tuple[ShownRefusal, ...]:
    return tuple(ShownRefusal(each.line, each.label, told(each), each.text, each.file) for each in refused)
