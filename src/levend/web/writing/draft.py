"""The whole draft as one text."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from levend.formats.engine.definition import Chapter, FixedText, Heading, Question
from levend.formats.engine.display import display_register
from levend.profiles.queries.writing import Draft, Writing
from levend.web.writing.pages import RailItem, rail_of, titled
from levend.web.writing.prose import as_html, format_text
from levend.web.writing.shown import shown


@dataclass(frozen=True)
class DraftItem:
    """A heading, a fixed text, a register field, or an answer; `text` is empty where nothing was answered."""

    kind: str
    label: str
    text: SafeString
    level: int = 3


@dataclass(frozen=True)
class DraftChapter:
    key: str
    rail: RailItem
    items: tuple[DraftItem, ...]


@dataclass(frozen=True)
class DraftPage:
    draft: Draft
    chapters: tuple[DraftChapter, ...]


def draft_of(profile: Writing) -> DraftPage:
    """Every chapter with what is visible in it."""
    chapters = zip(profile.definition.chapters, rail_of(profile), strict=True)
    return DraftPage(
        profile.draft,
        tuple(DraftChapter(chapter.key, rail, _items(profile, chapter)) for chapter, rail in chapters),
    )


def _items(profile: Writing, chapter: Chapter) -> tuple[DraftItem, ...]:
    items = []
    for item in chapter.items:
        match item:
            case Heading():
                items.append(
                    DraftItem("heading", titled(item.number, item.text), SafeString(), item.level + 1)
                )
            case FixedText():
                items.append(DraftItem("fixed", "", format_text(item.text)))
            case Question():
                if item.key in profile.visible:
                    items.append(DraftItem("answer", item.label, _answer(profile, item)))
            case _:
                text = as_html(display_register(item.field, profile.register))
                items.append(DraftItem("register", item.label, text))
    return tuple(items)


def _answer(profile: Writing, question: Question) -> SafeString:
    return shown(question, profile.answers.get(question.key), profile.register)
