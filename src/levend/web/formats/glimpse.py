"""What somebody is typing, as a school will see it: alone, without its condition, with an answer that nobody gave."""

from dataclasses import dataclass

from levend.formats.engine.draft_findings import judge_draft
from levend.formats.engine.editing import Map, NoSuchPlace, Place, item_at
from levend.formats.engine.presentable import presentable
from levend.formats.engine.sample_answers import sample_answers
from levend.web.chain.reader import ReadChapter
from levend.web.formats.checking import Checked
from levend.web.formats.preview import Preview
from levend.web.writing.pages import ChapterPage

_ALONE = {"condition", "namely_for"}


@dataclass(frozen=True)
class Glimpse:
    """One thing out of a chapter, for who writes and for who reads."""

    writing: ChapterPage
    read: tuple[ReadChapter, ...]


def glimpse_of(checked: Checked, place: Place, *, is_new: bool) -> Glimpse | None:
    """None while what is typed cannot be shown yet (one query)."""
    page = checked.page
    if is_new and not page.is_tried:
        return None
    try:
        item = item_at(page.draft.data, place)
    except NoSuchPlace:
        return None
    alone: Map = {name: value for name, value in item.items() if name not in _ALONE}
    data: Map = {**page.draft.data, "chapters": [{"key": "voorbeeld", "title": "–", "items": [alone]}]}
    definition = presentable(data, judge_draft(data, known_code=None, elements={}))
    if definition is None:
        return None
    preview = Preview(page, definition, sample_answers(definition))
    return Glimpse(preview.as_writer(1), preview.as_reader())
