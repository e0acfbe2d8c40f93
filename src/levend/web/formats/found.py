"""What is found in a draft, as its pages say it: a sentence, the place, and the way there."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from levend.formats.engine.draft_findings import Finding, Weight
from levend.formats.engine.editing import Map, Place, chapters_of, items_of
from levend.formats.engine.yaml_source import Path
from levend.formats.queries.drafts import Draft
from levend.web.formats import words


@dataclass(frozen=True)
class Here:
    """What somebody is typing: where it stands, and whether it would be new there. A chapter's head is item -1."""

    place: Place
    is_new: bool = False


@dataclass(frozen=True)
class FindingView:
    """One thing to look at, as a sentence. `inside` is the path within the item, or within the chapter."""

    text: str
    is_error: bool
    chapter: int
    item: int
    where: str
    inside: Path = ()
    href: str = ""
    is_here: bool = False

    @property
    def icon(self) -> str:
        return "circle-alert" if self.is_error else "triangle-alert"


def findings_of(draft: Draft, labels: Mapping[str, str], here: Here | None) -> tuple[FindingView, ...]:
    """Errors first. With `here` the draft is one that somebody is still typing."""
    found = sorted(draft.judged.findings, key=lambda each: each.weight is not Weight.ERROR)
    chapters = chapters_of(draft.data)
    return tuple(_view(each, draft, chapters, labels, here) for each in found)


def _view(
    finding: Finding, draft: Draft, chapters: list[Map], labels: Mapping[str, str], here: Here | None
) -> FindingView:
    chapter, item = finding.chapter, finding.item
    is_here = here is not None and (chapter, -1 if item is None else item) == (
        here.place.chapter,
        here.place.item,
    )
    return FindingView(
        text=words.finding_words(finding, labels),
        is_error=finding.weight is Weight.ERROR,
        chapter=0 if chapter is None else chapter + 1,
        item=0 if item is None else item + 1,
        where=_where(finding, chapters),
        inside=finding.path[2 if item is None else 4 :] if chapter is not None else finding.path,
        href="" if is_here else _way_there(finding, draft.key, here),
        is_here=is_here,
    )


def _where(finding: Finding, chapters: list[Map]) -> str:
    if finding.chapter is None or finding.chapter >= len(chapters):
        return ""
    chapter = chapters[finding.chapter]
    title = words.titled(chapter)
    items = items_of(chapter)
    if finding.item is None or finding.item >= len(items):
        return title
    label = words.label_of(items[finding.item])
    return f"{title}: {label}" if label else title


def _way_there(finding: Finding, key: str, here: Here | None) -> str:
    """The page on which it can be mended."""
    if finding.chapter is None:
        if finding.weight is Weight.WARNING:
            return reverse("draft_publish", args=[key])
        name = "draft_head" if finding.path[:1] in {("title",), ("description",)} else "format_draft"
        return reverse(name, args=[key])
    chapter, item = finding.chapter + 1, finding.item
    if item is None:
        name = "draft_chapter_head" if len(finding.path) > 2 else "draft_chapter"
        return reverse(name, args=[key, chapter])
    if here is not None and here.is_new and here.place.chapter == finding.chapter and item > here.place.item:
        item -= 1  # what is typed does not stand there yet
    name = "draft_condition" if finding.path[4:5] == ("condition",) else "draft_item"
    return reverse(name, args=[key, chapter, item + 1])
