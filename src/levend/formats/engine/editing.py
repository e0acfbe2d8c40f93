"""Changing a format that is being made: its data in, changed data out.

The data is what a file holds (see `yaml_source`), lists of support types compact. A draft may be faulty between two
changes; nothing here judges it. What was given in is never changed.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from .yaml_source import Plain

Map: TypeAlias = dict[str, Plain]


class NoSuchPlace(LookupError):
    """There is no such chapter, or nothing at this place in it."""


@dataclass(frozen=True)
class Place:
    """A chapter by its place in the format, and something in it by its place in the chapter; both count from 0."""

    chapter: int
    item: int


def chapters_of(data: Map) -> list[Map]:
    return _maps(data.get("chapters"))


def items_of(chapter: Map) -> list[Map]:
    return _maps(chapter.get("items"))


def chapter_at(data: Map, place: int) -> Map:
    """Raises `NoSuchPlace`."""
    return _at(chapters_of(data), place)


def item_at(data: Map, place: Place) -> Map:
    """Raises `NoSuchPlace`."""
    return _at(items_of(chapter_at(data, place.chapter)), place.item)


def families(items: list[Map]) -> Iterator[range]:
    """The places of what moves as one: a question with the *namely* texts that explain its options, anything else alone."""
    start = 0
    for end in range(1, len(items) + 1):
        if end == len(items) or _parent(items[end]) != items[start].get("key") or not _parent(items[end]):
            yield range(start, end)
            start = end


def family_at(items: list[Map], place: int) -> range:
    """The family that something is in; raises `NoSuchPlace`."""
    for family in families(items):
        if place in family:
            return family
    raise NoSuchPlace(place)


def with_head(data: Map, head: Map) -> Map:
    """The format with another title, description or schools; what is None is left out."""
    return {**copy.deepcopy(data), **head}


def with_chapter(data: Map, place: int, chapter: Map) -> Map:
    """A chapter more, at this place."""
    changed = copy.deepcopy(data)
    chapters = chapters_of(changed)
    chapters.insert(_checked(place, len(chapters) + 1), chapter)
    return {**changed, "chapters": [*chapters]}


def with_chapter_head(data: Map, place: int, head: Map) -> Map:
    """The chapter with another title, number, key or introduction; its items stay."""
    changed = copy.deepcopy(data)
    chapters = chapters_of(changed)
    chapters[_checked(place, len(chapters))] = {**head, "items": chapters[place].get("items")}
    return {**changed, "chapters": [*chapters]}


def without_chapter(data: Map, place: int) -> Map:
    changed = copy.deepcopy(data)
    chapters = chapters_of(changed)
    del chapters[_checked(place, len(chapters))]
    return {**changed, "chapters": [*chapters]}


def with_chapter_moved(data: Map, place: int, step: int) -> Map:
    """The chapter one place up (-1) or down (1); at the end of the list nothing changes."""
    changed = copy.deepcopy(data)
    chapters = chapters_of(changed)
    other = _checked(place, len(chapters)) + step
    if 0 <= other < len(chapters):
        chapters[place], chapters[other] = chapters[other], chapters[place]
    return {**changed, "chapters": [*chapters]}


def with_item(data: Map, place: Place, item: Map) -> Map:
    """Something more in a chapter, at this place."""
    items = items_of(chapter_at(data, place.chapter))
    items.insert(_checked(place.item, len(items) + 1), item)
    return _with_items(data, place.chapter, items)


def with_item_replaced(data: Map, place: Place, item: Map) -> Map:
    """Something else at this place. Its namely texts follow a question whose key changes."""
    items = items_of(chapter_at(data, place.chapter))
    before = _at(items, place.item)
    for other in family_at(items, place.item):
        if _parent(items[other]) and _parent(items[other]) == before.get("key") and other != place.item:
            items[other] = {**items[other], "namely_for": [item.get("key"), _namely_option(items[other])]}
    items[place.item] = item
    return _with_items(data, place.chapter, items)


def without_item(data: Map, place: Place) -> Map:
    """A question goes with its namely texts; anything else alone."""
    items = items_of(chapter_at(data, place.chapter))
    gone = _moving(items, place.item)
    return _with_items(data, place.chapter, [*items[: gone.start], *items[gone.stop :]])


def with_item_moved(data: Map, place: Place, step: int) -> tuple[Map, Place]:
    """The thing one place up (-1) or down (1), and where it stands then.

    A question takes its namely texts along and goes past those of its neighbour. A namely text moves among those of its
    question. At the end of the way nothing changes.
    """
    items = items_of(chapter_at(data, place.chapter))
    family = family_at(items, place.item)
    moving = _moving(items, place.item)
    if moving == family:
        other = family.start - 1 if step < 0 else family.stop
        if not 0 <= other < len(items):
            return data, place
        neighbour = family_at(items, other)
    else:
        other = place.item + step
        if other not in range(family.start + 1, family.stop):
            return data, place
        neighbour = range(other, other + 1)
    first, second = sorted((moving, neighbour), key=lambda each: each.start)
    turned = [*items[second.start : second.stop], *items[first.start : first.stop]]
    start = moving.start + (len(neighbour) if step > 0 else -len(neighbour))
    changed = [*items[: first.start], *turned, *items[second.stop :]]
    return _with_items(data, place.chapter, changed), Place(place.chapter, start)


def with_item_in_chapter(data: Map, place: Place, chapter: int) -> tuple[Map, Place]:
    """The thing, with its namely texts, at the end of another chapter, and where it stands then."""
    if chapter == place.chapter:
        return data, place
    moving = _moving(items_of(chapter_at(data, place.chapter)), place.item)
    taken = [item_at(data, Place(place.chapter, each)) for each in moving]
    there = items_of(chapter_at(data, chapter))
    left = without_item(data, place)
    return _with_items(left, chapter, [*there, *taken]), Place(chapter, len(there))


def with_key_renamed(data: Map, before: str, key: str) -> Map:
    """Every condition that looks at the question follows it to its new key."""

    def followed(condition: Plain) -> Plain:
        if isinstance(condition, list):
            return [followed(part) for part in condition]
        if not isinstance(condition, dict):
            return condition
        return {operator: _renamed(operand, before, key, followed) for operator, operand in condition.items()}

    changed = copy.deepcopy(data)
    for chapter in chapters_of(changed):
        for item in items_of(chapter):
            if "condition" in item:
                item["condition"] = followed(item["condition"])
    return changed


def _renamed(operand: Plain, before: str, key: str, followed: Callable[[Plain], Plain]) -> Plain:
    if operand == before:
        return key
    if isinstance(operand, list) and operand and not isinstance(operand[0], dict):
        return [key if operand[0] == before else operand[0], *operand[1:]]
    return followed(operand)


def _moving(items: list[Map], place: int) -> range:
    """What goes where this thing goes."""
    family = family_at(items, place)
    return family if place == family.start else range(place, place + 1)


def _with_items(data: Map, chapter: int, items: list[Map]) -> Map:
    changed = copy.deepcopy(data)
    chapters = chapters_of(changed)
    chapters[chapter] = {**chapters[chapter], "items": [*copy.deepcopy(items)]}
    return {**changed, "chapters": [*chapters]}


def _parent(item: Map) -> Plain:
    named = item.get("namely_for")
    return named[0] if isinstance(named, list) and named else None


def _namely_option(item: Map) -> Plain:
    named = item.get("namely_for")
    return named[1] if isinstance(named, list) and len(named) > 1 else None


def _maps(value: Plain) -> list[Map]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _at(parts: list[Map], place: int) -> Map:
    return parts[_checked(place, len(parts))]


def _checked(place: int, length: int) -> int:
    if not 0 <= place < length:
        raise NoSuchPlace(place)
    return place
