"""pydantic's complaints about a format file as Dutch faults at their place in the file."""

from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .definition import KEY_PATTERN, OPTION_PATTERN
from .faults import Fault
from .messages import say
from .support_group import CODE_PATTERN
from .yaml_source import Path, Source

# Complaint: our sentence, and which of the complaint's facts it names under which word.
_SAID: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "model_type": ("shape.not_mapping", {}),
    "string_type": ("shape.text", {}),
    "string_too_short": ("shape.too_short", {}),
    "string_too_long": ("shape.too_long", {"most": "max_length"}),
    "int_type": ("shape.whole_number", {}),
    "int_from_float": ("shape.whole_number", {}),
    "bool_type": ("shape.boolean", {}),
    "tuple_type": ("shape.list", {}),
    "too_short": ("shape.too_few", {"least": "min_length"}),
    "too_long": ("shape.too_many", {"most": "max_length"}),
    "greater_than_equal": ("shape.too_small", {"least": "ge"}),
    "less_than_equal": ("shape.too_large", {"most": "le"}),
    "union_tag_not_found": ("shape.condition", {}),
}
_UNION_MEMBERS = {"bool", "int", "float", "str"}
_PATTERNS = {KEY_PATTERN: "shape.key", OPTION_PATTERN: "shape.option_key", CODE_PATTERN: "shape.code"}


def shape_faults(error: ValidationError, source: Source) -> tuple[Fault, ...]:
    """Each complaint once, in the order of the file."""
    return tuple(
        sorted(
            {Fault(*_place(detail, path, source), _what(detail, path)) for detail, path in _complaints(error)}
        )
    )


def shape_complaints(error: ValidationError) -> tuple[tuple[Path, str], ...]:
    """The same of data that was never a file: each complaint with its path."""
    return tuple(dict.fromkeys((path, _what(detail, path)) for detail, path in _complaints(error)))


def _complaints(error: ValidationError) -> list[tuple[ErrorDetails, Path]]:
    details = error.errors(include_url=False, include_input=False)
    paths = [_path(detail) for detail in details]
    found = []
    for detail, path in zip(details, paths, strict=True):
        inside_too = any(len(other) > len(path) and other[: len(path)] == path for other in paths)
        if detail["type"] == "too_short" and inside_too:
            continue  # the list is only short because its items are wrong
        found.append((detail, path))
    return found


def _path(detail: ErrorDetails) -> Path:
    """The path in the file: pydantic also names the kind of an item, which our models put in angle brackets."""
    *steps, last = detail["loc"] or ("",)
    path = tuple(step for step in steps if not _is_kind(step))
    if last == "" or (_is_kind(last) and detail["type"] != "extra_forbidden"):
        return path
    return (*path, last)


def _is_kind(step: int | str) -> bool:
    return isinstance(step, str) and step.startswith("<") and step.endswith(">")


def _place(detail: ErrorDetails, path: Path, source: Source) -> tuple[int, int]:
    if detail["type"] == "missing":
        return source.place(path[:-1])
    return source.place(path, of_key=detail["type"] == "extra_forbidden")


def _what(detail: ErrorDetails, path: Path) -> str:
    kind, facts = detail["type"], detail.get("ctx", {})
    if (
        path and path[-1] in _UNION_MEMBERS and kind.endswith("_type")
    ):  # one complaint for each that would have done
        return say("shape.number" if path[-2] in {"minimum", "maximum"} else "shape.operand")
    if kind == "missing":  # the second half of a pair has a number for a name
        name = path[-1]
        return (
            say("shape.missing", key=name) if isinstance(name, str) else say("shape.too_few", least=name + 1)
        )
    if kind == "extra_forbidden":
        return say("shape.unknown", key=path[-1])
    if kind in {"enum", "literal_error"}:
        return say("shape.choose", choices=str(facts["expected"]).replace("'", "").replace(" or ", " of "))
    if kind == "string_pattern_mismatch":
        return say(_PATTERNS.get(str(facts["pattern"]), "shape.tag"))
    key, names = _SAID.get(kind, ("shape.other", {}))
    return say(key, **{word: facts[name] for word, name in names.items()})
