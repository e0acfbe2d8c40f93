"""A draft as it can be shown, however faulty: what cannot be followed is left out, and the rest stands."""

import copy
import json

from pydantic import ValidationError

from .definition import FormatDefinition
from .draft_findings import Judged
from .editing import Map, Place, chapters_of, item_at, items_of

_LEFT_OUT = ("condition", "namely_for", "tags", "exclusive", "columns")


def presentable(data: Map, judged: Judged) -> FormatDefinition | None:
    """The definition without conditions that look ahead, tags without meaning and the like; None when nothing stands.

    A namely text without its question is shown as a question, an empty chapter not at all.
    """
    shown = copy.deepcopy(data)
    for finding in judged.errors:
        if finding.chapter is None or finding.item is None or len(finding.path) < 5:
            continue
        item = item_at(shown, Place(finding.chapter, finding.item))
        field = finding.path[4]
        if field in _LEFT_OUT:
            item.pop(str(field), None)
        elif field == "options" and "tags" in finding.path:
            _bare_options(item)
    shown["chapters"] = [chapter for chapter in chapters_of(shown) if items_of(chapter)]
    try:
        return FormatDefinition.model_validate_json(json.dumps(shown), strict=True)
    except ValidationError:
        return None


def _bare_options(item: Map) -> None:
    options = item.get("options")
    for option in options if isinstance(options, list) else ():
        if isinstance(option, dict):
            option.pop("tags", None)
