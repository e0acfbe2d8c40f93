"""Whether a new or changed part has the shape of a part, before it goes into a draft."""

import json

from pydantic import TypeAdapter, ValidationError

from .definition import Chapter, Written
from .editing import Map
from .shape_faults import shape_complaints
from .text import clean
from .yaml_source import Path, Plain

_ITEM: TypeAdapter[Written] = TypeAdapter(Written)


def item_faults(item: Map) -> tuple[tuple[Path, str], ...]:
    """What is wrong with the shape of an item, each with the path inside it."""
    try:
        _ITEM.validate_json(json.dumps(item), strict=True)
    except ValidationError as error:
        return shape_complaints(error)
    return ()


def chapter_faults(head: Map) -> tuple[tuple[Path, str], ...]:
    """The same for a chapter without its items."""
    filled = {**head, "items": [{"type": "heading", "text": "-"}]}
    try:
        Chapter.model_validate_json(json.dumps(filled), strict=True)
    except ValidationError as error:
        return shape_complaints(error)
    return ()


def cleaned(value: Plain) -> Plain:
    """The same with every text as Levend keeps texts."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(part) for part in value]
    return {name: cleaned(part) for name, part in value.items()} if isinstance(value, dict) else value
