"""A form as its layout reads it, and which field belongs in which place of the result.

The layout cannot make fields. It makes a link for each place, numbered in reading order; the place of a link is then
known to a tenth of a point, and its part of the structure tree is there already (see `widgets`).
"""

import json
from dataclasses import asdict, dataclass

from levend.documents.engine.characters import printable
from levend.documents.engine.form_parts import (
    Asked,
    Field,
    FieldTable,
    FormDocument,
    ListField,
    RadioField,
    TextField,
    TickField,
)
from levend.documents.engine.layout_data import Json, block_data, even_headings
from levend.documents.values import Block

ADDRESS = "field:"
"""What the address of such a link begins with; its number follows."""
SHORT_OPTION = 22
MOST_BESIDE = 4
MANY_OPTIONS = 9
SHORT_ITEM = 48
SMALLEST_CELL = 12


@dataclass(frozen=True)
class Place:
    """A place for a field, or for one button of a radio field: that with this `state`."""

    field: Field
    state: str = ""


@dataclass(frozen=True)
class FormLayout:
    """`data` for the layout; its links are numbered by the order of `places`."""

    data: str
    places: tuple[Place, ...]


def form_layout(form: FormDocument) -> FormLayout:
    """The form for the layout. Raises `ValueError` when two fields have one name."""
    places = _Places()
    description = " · ".join(part for part in (form.title, form.organisation, form.subtitle) if part)
    data = {
        "title": printable(form.title),
        "subtitle": printable(form.subtitle),
        "organisation": printable(form.organisation),
        "publisher": printable(form.publisher),
        "description": printable(description),
        "language": form.language,
        "date": [form.date.year, form.date.month, form.date.day],
        "theme": asdict(form.theme),
        "words": {name: printable(word) for name, word in asdict(form.words).items()},
        "logo": form.logo_svg,
        "foot": printable(form.foot),
        "instructions_title": printable(form.instructions_title),
        "instructions": [block_data(block) for block in form.instructions],
        "identity": [
            {"label": printable(label), "field": places.of(field)} for label, field in form.identity
        ],
        "blocks": [_block(block, places) for block in even_headings(form.blocks)],
    }
    return FormLayout(json.dumps(data, ensure_ascii=False), tuple(places.found))


class _Places:
    """Hands out the numbers."""

    def __init__(self) -> None:
        self.found: list[Place] = []
        self._names: set[str] = set()

    def of(self, field: Field) -> Json:
        if field.name in self._names:
            raise ValueError(f"two fields are called {field.name}")
        self._names.add(field.name)
        match field:
            case TextField():
                return {"kind": "text", "lines": field.lines, "at": self._next(Place(field))}
            case ListField():
                return {"kind": "list", "at": self._next(Place(field))}
            case TickField():
                return {"kind": "tick", "at": self._next(Place(field)), "label": printable(field.label)}
            case RadioField():
                return {
                    "kind": "radio",
                    "options": [
                        {
                            "at": self._next(Place(field, option.state)),
                            "label": printable(option.label),
                        }
                        for option in field.options
                    ],
                }

    def _next(self, place: Place) -> int:
        self.found.append(place)
        return len(self.found) - 1


def _block(block: Block | Asked, places: _Places) -> Json:
    if not isinstance(block, Asked):
        return block_data(block)
    return {
        "kind": "asked",
        "label": printable(block.label),
        "notes": [printable(note) for note in block.notes],
        "condition": printable(block.condition),
        "help": [block_data(inner) for inner in block.help],
        "after": printable(block.after),
        **_answer(block.answer, places),
    }


def _answer(answer: tuple[Field, ...] | FieldTable, places: _Places) -> Json:
    if isinstance(answer, FieldTable):
        return {
            "shape": "table",
            "head": [printable(title, room=SMALLEST_CELL) for title in answer.head],
            "shares": list(answer.shares),
            "rows": [
                [[places.of(field) for field in cell] for cell in row] for row in answer.rows
            ],
        }  # fmt: skip
    items = [places.of(field) for field in answer]
    ticks = [field.label for field in answer if isinstance(field, TickField)]
    if len(ticks) == len(answer):
        return {"shape": "options", "round": False, "items": items, **_arranged(ticks)}
    (field,) = answer
    (item,) = items
    if isinstance(field, RadioField):
        labels = [option.label for option in field.options]
        return {"shape": "options", "round": True, "items": item["options"], **_arranged(labels)}
    return {"shape": "field", "field": item}


def _arranged(labels: list[str]) -> Json:
    """A few short options stand on one line, many in two columns."""
    beside = len(labels) <= MOST_BESIDE and all(len(label) <= SHORT_OPTION for label in labels)
    columns = len(labels) >= MANY_OPTIONS and all(len(label) <= SHORT_ITEM for label in labels)
    return {"beside": beside, "columns": columns}
