"""What a draft would be after a change, to judge it while somebody is still typing. Nothing is kept.

The caller got the draft by its actor, at the revision that was on the page. All raise `NotNow` where there is no such
place, and `Invalid` with the field for what would not be saved either.
"""

from collections.abc import Sequence
from dataclasses import replace

from levend.formats.engine.editing import Map, NoSuchPlace, Place
from levend.formats.queries.drafts import Draft
from levend.formats.services.drafting import Edit, gone
from levend.formats.services.edit_chapters import adding_chapter, naming, titling
from levend.formats.services.edit_items import adding, replacing


def try_item(draft: Draft, *, place: Place, item: Map, is_new: bool) -> Draft:
    """As `add_item` or `save_item` would leave it."""
    return _tried(draft, adding(place, item) if is_new else replacing(place, item, draft.fixed_keys))


def try_chapter(draft: Draft, *, chapter: int | None, number: str, title: str, intro: str) -> Draft:
    """As `add_chapter` (None) or `save_chapter_head` would leave it."""
    if chapter is None:
        return _tried(draft, adding_chapter(number, title, intro))
    return _tried(draft, titling(chapter, number, title, intro))


def try_head(draft: Draft, *, title: str, description: str, school_types: Sequence[str]) -> Draft:
    """As `save_head` would leave it."""
    return _tried(draft, naming(title, description, school_types))


def _tried(draft: Draft, edit: Edit) -> Draft:
    try:
        return replace(draft, data=edit(draft.data, draft.data))
    except NoSuchPlace:
        raise gone() from None
