"""Change what stands in the chapters of a draft: questions, fixed texts, headings, register facts, kinds of support.

`base` is in each of these the revision of the draft that was on the page, `place` where the thing stood there. All raise
`NotFound` for who does not keep the format, `NotNow` when that very thing was changed or taken away since, and `Invalid`
with the field.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core.errors import Invalid
from levend.formats.engine import editing
from levend.formats.engine.again import chapter_again, gap_again, item_again
from levend.formats.engine.editing import Map, Place, chapters_of, item_at, items_of
from levend.formats.engine.keys import suggested_key
from levend.formats.engine.part_faults import cleaned, item_faults
from levend.formats.enums import DraftChange
from levend.formats.queries.drafts import Draft, draft_value
from levend.formats.services.drafting import Edit, changed, gone, locked_draft, refuse_faults


@transaction.atomic
def add_item(*, actor: Actor, key: str, base: int, place: Place, item: Map) -> Draft:
    """Put something new in a chapter, after what stood before `place`. A question without a key gets one."""
    edit = adding(place, item)
    return changed(
        actor=actor, key=key, base=base, change=DraftChange.ITEM_ADDED, about=about(_clean(item)), edit=edit
    )


@transaction.atomic
def save_item(
    *,
    actor: Actor,
    key: str,
    base: int,
    place: Place,
    item: Map,
    change: DraftChange = DraftChange.ITEM_CHANGED,
) -> Draft:
    """Put something else at this place.

    A question that was published keeps its key: answers hang on it. Conditions and namely texts follow a new key.
    """
    fixed = draft_value(locked_draft(actor, key)).fixed_keys
    edit = replacing(place, item, fixed)
    return changed(actor=actor, key=key, base=base, change=change, about=about(_clean(item)), edit=edit)


@transaction.atomic
def move_item(*, actor: Actor, key: str, base: int, place: Place, step: int) -> Draft:
    """One place up (-1) or down (1), with its namely texts; at the end of the chapter nothing changes."""
    name = _name_at(actor, key, base, place)

    def edit(base_data: Map, now: Map) -> Map:
        here = _again(base_data, now, place)
        if here != place:
            return now  # a second click, or somebody else moved it: look first
        return editing.with_item_moved(now, here, 1 if step > 0 else -1)[0]

    return changed(actor=actor, key=key, base=base, change=DraftChange.ITEM_MOVED, about=name, edit=edit)


@transaction.atomic
def move_to_chapter(*, actor: Actor, key: str, base: int, place: Place, chapter: int) -> Draft:
    """To the end of another chapter, with its namely texts."""
    name = _name_at(actor, key, base, place)

    def edit(base_data: Map, now: Map) -> Map:
        there = chapter_again(base_data, now, chapter)
        if there is None:
            raise gone()
        return editing.with_item_in_chapter(now, _again(base_data, now, place), there)[0]

    return changed(actor=actor, key=key, base=base, change=DraftChange.ITEM_MOVED, about=name, edit=edit)


@transaction.atomic
def remove_item(*, actor: Actor, key: str, base: int, place: Place) -> Draft:
    """Take it out, a question with its namely texts."""
    name = _name_at(actor, key, base, place)

    def edit(base_data: Map, now: Map) -> Map:
        return editing.without_item(now, _again(base_data, now, place))

    return changed(actor=actor, key=key, base=base, change=DraftChange.ITEM_REMOVED, about=name, edit=edit)


def adding(place: Place, item: Map) -> Edit:
    """The change that `add_item` makes."""
    new = _clean(item)

    def edit(base_data: Map, now: Map) -> Map:
        here = gap_again(base_data, now, place)
        if here is None:
            raise gone()
        if base_data != now and _stands_there(now, here, new):
            return now  # a second click
        added = _with_key(new, now)
        refuse_faults(item_faults(added))
        return editing.with_item(now, here, added)

    return edit


def replacing(place: Place, item: Map, fixed: frozenset[str]) -> Edit:
    """The change that `save_item` makes; `fixed` are the keys that were published."""
    new = _clean(item)

    def edit(base_data: Map, now: Map) -> Map:
        if base_data != now and _stands_there(now, place, new):
            return now  # a second click
        here = _again(base_data, now, place)
        before = item_at(now, here)
        after = _with_key(new, now, before)
        refuse_faults(item_faults(after))
        old_key, new_key = str(before.get("key", "")), str(after.get("key", ""))
        if old_key != new_key:
            if _is_published(before, fixed):
                raise _invalid("key", _("Deze sleutel staat vast: antwoorden van scholen hangen eraan."))
            now = editing.with_key_renamed(now, old_key, new_key) if old_key else now
        return editing.with_item_replaced(now, here, after)

    return edit


def about(item: Map) -> str:
    """How a line of the history names an item."""
    text = item.get("label") or item.get("text") or item.get("key") or ""
    return " ".join(str(text).split())[:120]


def keys_in(data: Map) -> set[str]:
    """The keys of everything in the chapters; questions of a list of support types come out of its own."""
    return {str(item["key"]) for chapter in chapters_of(data) for item in items_of(chapter) if "key" in item}


def _clean(item: Map) -> Map:
    tidy = cleaned(item)
    if not isinstance(tidy, dict):
        raise TypeError("an item is a mapping")
    return tidy


def _with_key(item: Map, now: Map, before: Map | None = None) -> Map:
    """A question has a key that nothing else has."""
    if item.get("type") in {"heading", "fixed_text", "register"}:
        return item
    own = str(before.get("key", "")) if before else ""
    taken = keys_in(now) - {own}
    if not item.get("key"):
        return {**item, "key": own or suggested_key(str(item.get("label", "")), taken)}
    if item["key"] in taken and item.get("type") != "support":  # lists of support types may share theirs
        raise _invalid("key", _("Een andere vraag heeft deze sleutel al."))
    return item


def _is_published(item: Map, fixed: frozenset[str]) -> bool:
    key = str(item.get("key", ""))
    if item.get("type") == "support":
        return any(each.startswith(f"{key}-") for each in fixed)
    return key in fixed


def _stands_there(now: Map, place: Place, item: Map) -> bool:
    """Whether this very item stands there already, its key aside where it brings none."""
    try:
        there = item_at(now, place)
    except editing.NoSuchPlace:
        return False
    return there == item if "key" in item else _without_key(there) == item


def _without_key(item: Map) -> Map:
    return {name: value for name, value in item.items() if name != "key"}


def _again(base_data: Map, now: Map, place: Place) -> Place:
    here = item_again(base_data, now, place)
    if here is None:
        raise gone()
    return here


def _name_at(actor: Actor, key: str, base: int, place: Place) -> str:
    """How the thing is called in the text that was on the page; empty where it is not there any more."""
    draft = draft_value(locked_draft(actor, key))
    try:
        return about(item_at(draft.data, place)) if base == draft.revision else ""
    except editing.NoSuchPlace:
        return ""


def _invalid(field: str, message: str) -> Invalid:
    return Invalid(message, {field: message})
