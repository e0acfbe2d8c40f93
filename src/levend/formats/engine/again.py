"""Where something stands in a draft that somebody else changed in the meantime.

Two people who work on one format rarely touch the same question. A change is made where its thing stands now; only
when that very thing was changed or taken away, there is something to decide.
"""

from .editing import Map, NoSuchPlace, Place, chapter_at, chapters_of, item_at, items_of


def chapter_again(base: Map, now: Map, place: int) -> int | None:
    """Where the chapter at `place` of `base` stands now; None when its head was changed or it is gone."""
    try:
        before = chapter_at(base, place)
    except NoSuchPlace:
        return None
    found = [index for index, chapter in enumerate(chapters_of(now)) if _head(chapter) == _head(before)]
    return found[0] if len(found) == 1 else None


def item_again(base: Map, now: Map, place: Place) -> Place | None:
    """Where the thing at `place` of `base` stands now; None when it was changed, is gone, or stands there twice."""
    try:
        before = item_at(base, place)
    except NoSuchPlace:
        return None
    found = [
        Place(chapter, item)
        for chapter, part in enumerate(chapters_of(now))
        for item, each in enumerate(items_of(part))
        if each == before
    ]
    if len(found) == 1:
        return found[0]
    key = chapter_at(base, place.chapter).get("key")
    near = [each for each in found if chapter_at(now, each.chapter).get("key") == key]
    if len(near) == 1:
        return near[0]
    return next((each for each in near if each.item == place.item), None)


def gap_again(base: Map, now: Map, place: Place) -> Place | None:
    """Where something new comes: right after what it was put after, or else at the end; None when the chapter is gone."""
    chapter = chapter_again(base, now, place.chapter)
    if chapter is None:
        return None
    if place.item == 0:
        return Place(chapter, 0)
    after = item_again(base, now, Place(place.chapter, place.item - 1))
    if after is not None and after.chapter == chapter:
        return Place(chapter, after.item + 1)
    return Place(chapter, len(items_of(chapter_at(now, chapter))))


def _head(chapter: Map) -> Map:
    return {name: value for name, value in chapter.items() if name != "items"}
