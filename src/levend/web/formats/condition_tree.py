"""A condition as lines and groups of lines, as a form shows them, and back without loss.

*None of these* and *not all of these* are `not` around `any` and `all`; *is filled in* is `not` around `empty`. Whatever
comes back as it was shown is written as it stood: a number keeps its decimals, a list of one stays a list.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from levend.formats.engine.yaml_source import MOST_DEPTH, Path, Plain
from levend.web.formats.conditions import (
    ALL,
    ANY,
    FILLED,
    OPERATORS,
    WITHOUT,
    Asked,
    operand_of,
    shown_operand,
)

NONE, NOT_ALL = "none", "not_all"
MODES = (ALL, ANY, NONE, NOT_ALL)
AROUND = 5
"""How many levels of a file stand around a condition."""

Way: TypeAlias = tuple[int, ...]
"""Where something stands in a tree: its place in each group on the way, from 0."""


@dataclass(frozen=True)
class Line:
    """One comparison: a question, how, and with what (as typed). Without a question it says nothing yet."""

    key: str = ""
    operator: str = ""
    value: str = ""


@dataclass(frozen=True)
class Group:
    """Lines and groups of which all must hold, one is enough, none may hold, or not all may."""

    mode: str = ALL
    parts: "tuple[Line | Group, ...]" = ()


def tree_of(condition: Plain) -> Group:
    """The condition as a group; a single comparison as a group of one line."""
    if condition is None:
        return Group()
    part = _part(condition)
    return part if isinstance(part, Group) else Group(ALL, (part,))


def condition_of(tree: Group, asked: Mapping[str, Asked], stored: Plain = None) -> Plain:
    """The tree as a condition; None when no line says anything. `stored` is what was there before."""
    known: dict[Line | Group, Plain] = {tree_of(stored): stored} if stored is not None else {}
    for part, written in _written(stored):
        known.setdefault(part, written)
    return _condition(tree, asked, known)


def lines_of(tree: Group) -> Iterator[tuple[Way, Line]]:
    """Every line with where it stands."""
    for number, part in enumerate(tree.parts):
        if isinstance(part, Line):
            yield (number,), part
        else:
            yield from (((number, *way), line) for way, line in lines_of(part))


def fits(condition: Plain) -> bool:
    """Whether a file may hold the condition: it is not nested too deep."""
    return AROUND + _levels(condition) <= MOST_DEPTH


def changed_at(tree: Group, way: Way, change: Callable[[Group], Group]) -> Group:
    """The tree with another group at this place; the same where no group stands there."""
    if not way:
        return change(tree)
    place, *rest = way
    part = tree.parts[place] if place < len(tree.parts) else None
    if not isinstance(part, Group):
        return tree
    parts = list(tree.parts)
    parts[place] = changed_at(part, tuple(rest), change)
    return replace(tree, parts=tuple(parts))


def with_part(tree: Group, way: Way, part: Line | Group) -> Group:
    """Something more at the end of the group at this place."""
    return changed_at(tree, way, lambda group: replace(group, parts=(*group.parts, part)))


def without(tree: Group, way: Way) -> Group:
    """The tree without what stands there."""

    def left(group: Group) -> Group:
        return replace(group, parts=(*group.parts[: way[-1]], *group.parts[way[-1] + 1 :]))

    return changed_at(tree, way[:-1], left) if way else tree


def way_to(condition: Plain, path: Path) -> Way:
    """Where the form shows what is wrong at a path inside the condition."""
    way = _way(condition, path)
    return way if way or not isinstance(_part(condition), Line) else (0,)


def _way(condition: Plain, path: Sequence[str | int]) -> Way:
    if isinstance(_part(condition), Line):
        return ()
    match condition, path:
        case {"not": {"any": [*parts]} | {"all": [*parts]}}, ["not", _mode, int(number), *rest]:
            return (number, *_way(parts[number], rest))
        case {"not": part}, ["not", *rest]:
            return (0, *_way(part, rest))
        case {"all": [*parts]} | {"any": [*parts]}, [_mode, int(number), *rest]:
            return (number, *_way(parts[number], rest))
    return ()


def _part(condition: Plain) -> Line | Group:
    match condition:
        case {"all": [*parts]}:
            return Group(ALL, tuple(map(_part, parts)))
        case {"any": [*parts]}:
            return Group(ANY, tuple(map(_part, parts)))
        case {"not": part}:
            return _negated(part)
        case {"empty": key}:
            return Line(str(key), "empty")
        case dict() if len(condition) == 1:
            ((operator, operand),) = condition.items()
            if operator in OPERATORS and isinstance(operand, list) and len(operand) == 2:
                return Line(str(operand[0]), operator, shown_operand(operand[1]))
    raise ValueError(f"{condition!r} is no condition")


def _negated(condition: Plain) -> Line | Group:
    match condition:
        case {"any": [*parts]}:
            return Group(NONE, tuple(map(_part, parts)))
        case {"all": [*parts]}:
            return Group(NOT_ALL, tuple(map(_part, parts)))
        case {"empty": key}:
            return Line(str(key), FILLED)
        case {"has": [key, option]}:
            return Line(str(key), WITHOUT, shown_operand(option))
    return Group(NONE, (_part(condition),))


def _written(condition: Plain) -> Iterator[tuple[Line | Group, Plain]]:
    """Every part of a condition with how it is written there."""
    if condition is None:
        return
    yield _part(condition), condition
    match condition:
        case {"not": {"any": [*parts]} | {"all": [*parts]}} | {"all": [*parts]} | {"any": [*parts]}:
            for part in parts:
                yield from _written(part)
        case {"not": part} if isinstance(_part(condition), Group):
            yield from _written(part)


def _condition(part: Line | Group, asked: Mapping[str, Asked], known: Mapping[Line | Group, Plain]) -> Plain:
    if part in known:
        return known[part]
    if isinstance(part, Line):
        return _comparison(part, asked.get(part.key)) if part.key else None
    parts: list[Plain] = [
        each for each in (_condition(inside, asked, known) for inside in part.parts) if each is not None
    ]
    if not parts:
        return None
    one = parts[0] if len(parts) == 1 else None
    match part.mode:
        case "none":
            return {"not": one or {ANY: parts}}
        case "not_all":
            return {"not": one or {ALL: parts}}
    return one or {part.mode: parts}


def _comparison(line: Line, question: Asked | None) -> Plain:
    if line.operator == "empty":
        return {"empty": line.key}
    if line.operator == FILLED:
        return {"not": {"empty": line.key}}
    operand = operand_of(line.value, question.type if question else "")
    if line.operator == WITHOUT:
        return {"not": {"has": [line.key, operand]}}
    return {line.operator: [line.key, operand]}


def _levels(value: Plain) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inside is None else 1 + max((_levels(each) for each in inside), default=0)
