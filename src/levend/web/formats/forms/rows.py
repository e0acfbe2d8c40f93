"""Rows of fields inside a form: options, columns, kinds of support. They work without a script.

A row's fields are called `prefix-number-name`. Buttons called `doe` move a row, take it away or ask for more: the page
comes back with what was typed, and nothing is saved.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from django.utils.functional import Promise

from levend.web.look.fields import Said

Typed = dict[str, str]
MOST = 200
SPARE = 2


@dataclass(frozen=True)
class Field:
    """A column of the rows. `kind` is text, long, select, tick or hidden."""

    name: str
    label: str | Promise = ""
    kind: str = "text"
    choices: tuple[tuple[str, str | Promise], ...] = ()
    listed: str = ""


@dataclass(frozen=True)
class Cell:
    field: Field
    name: str
    id: str
    value: str

    @property
    def checked(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True)
class RowView:
    number: int
    id: str
    cells: tuple[Cell, ...]
    is_first: bool
    is_last: bool
    notes: tuple[Said, ...] = ()

    @property
    def hidden(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.field.kind == "hidden")

    @property
    def shown(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.field.kind != "hidden")


@dataclass(frozen=True)
class Rows:
    """The rows as typed, or as they are stored with room for new ones."""

    prefix: str
    title: str | Promise
    one: str | Promise
    help: str | Promise
    fields: tuple[Field, ...]
    typed: tuple[Typed, ...]
    is_sent: bool = False
    notes: Mapping[int, tuple[Said, ...]] = dataclass_field(default_factory=dict)
    """What is wrong with a row, by its place among the rows in which something was typed."""

    @property
    def filled(self) -> tuple[Typed, ...]:
        """The rows in which something was typed."""
        return tuple(row for row in self.typed if self._is_filled(row))

    def _is_filled(self, row: Typed) -> bool:
        telling = [field.name for field in self.fields if field.kind not in {"hidden", "select", "tick"}]
        return any(row.get(name, "").strip() for name in telling)

    def _notes(self, rows: Sequence[Typed], number: int) -> tuple[Said, ...]:
        if not self._is_filled(rows[number]):
            return ()
        return self.notes.get(sum(map(self._is_filled, rows[:number])), ())

    @property
    def views(self) -> tuple[RowView, ...]:
        rows = self.typed if self.is_sent else (*self.typed, *({} for _spare in range(SPARE)))
        return tuple(
            RowView(
                number,
                f"fout-{self.prefix}-{number}",
                tuple(
                    Cell(
                        field,
                        f"{self.prefix}-{number}-{field.name}",
                        f"id_{self.prefix}-{number}-{field.name}",
                        row.get(field.name, ""),
                    )
                    for field in self.fields
                ),
                number == 0,
                number == len(rows) - 1,
                self._notes(rows, number),
            )
            for number, row in enumerate(rows[:MOST])
        )


def stored(
    prefix: str,
    texts: tuple[str | Promise, str | Promise, str | Promise],
    fields: Sequence[Field],
    rows: Iterable[Typed],
    post: Mapping[str, object] | None,
) -> Rows:
    """The rows that were sent, after what their buttons ask; or else those that are stored.

    `texts` are the title, the name of one row, and the help.
    """
    title, one, help_text = texts
    if post is None:
        return Rows(prefix, title, one, help_text, tuple(fields), tuple(rows))
    sent = _done(prefix, _sent(prefix, fields, post), str(post.get("doe", "")))
    return Rows(prefix, title, one, help_text, tuple(fields), tuple(sent), is_sent=True)


def wants_rows(post: Mapping[str, object]) -> bool:
    """Whether a button of a row was pressed: then nothing is saved yet."""
    return bool(post.get("doe"))


def _sent(prefix: str, fields: Sequence[Field], post: Mapping[str, object]) -> list[Typed]:
    rows: list[Typed] = []
    while len(rows) < MOST and any(f"{prefix}-{len(rows)}-{field.name}" in post for field in fields):
        number = len(rows)
        rows.append({field.name: str(post.get(f"{prefix}-{number}-{field.name}", "")) for field in fields})
    return rows


def _done(prefix: str, rows: list[Typed], asked: str) -> list[Typed]:
    match asked.split(" "):
        case ["meer", which] if which == prefix:
            return [*rows, *({} for _spare in range(SPARE))]
        case [("op" | "neer" | "weg") as what, which, place] if which == prefix and place.isdecimal():
            number = int(place)
            if what == "weg":
                return rows[:number] + rows[number + 1 :]
            other = number - 1 if what == "op" else number + 1
            if min(number, other) >= 0 and max(number, other) < len(rows):
                rows[number], rows[other] = rows[other], rows[number]
    return rows
