"""A format as data: chapters that hold headings, fixed texts, register fields, questions and groups of questions.

The models are the file: what the YAML says is what stands here, and the JSON Schema is made from them.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from .kinds import SchoolKind
from .parts import (
    KEY_PATTERN,
    OPTION_PATTERN,
    TAG_PATTERN,
    FixedText,
    Heading,
    Key,
    Label,
    Option,
    Part,
    Prose,
    Question,
    RegisterField,
)
from .support_group import SupportGroup
from .yaml_source import Path

__all__ = [
    "KEY_PATTERN",
    "OPTION_PATTERN",
    "TAG_PATTERN",
    "Chapter",
    "FixedText",
    "FormatDefinition",
    "Heading",
    "Item",
    "Option",
    "Question",
    "RegisterField",
    "SupportGroup",
]


def _kind(value: object) -> str:
    """Which model an item is; whatever is none of the others is judged as a question."""
    if isinstance(value, Part):
        kind = getattr(value, "kind", "question")
    else:
        kind = value.get("type") if isinstance(value, dict) else None
    return f"<{kind}>" if kind in {"heading", "fixed_text", "register", "support"} else "<question>"


Item: TypeAlias = Heading | FixedText | RegisterField | Question

Written: TypeAlias = Annotated[
    Annotated[Heading, Tag("<heading>")]
    | Annotated[FixedText, Tag("<fixed_text>")]
    | Annotated[RegisterField, Tag("<register>")]
    | Annotated[SupportGroup, Tag("<support>")]
    | Annotated[Question, Tag("<question>")],
    Discriminator(_kind),
]


class Chapter(Part):
    """A page of the questionnaire and a chapter of the profile."""

    key: Key
    number: Annotated[str, Field(max_length=20)] = ""
    title: Label
    intro: Prose = Field("", description="one or two sentences for who fills in; not part of the profile")
    written: Annotated[tuple[Written, ...], Field(min_length=1, max_length=300)] = Field(alias="items")

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What stands in the chapter, in reading order, with every group of questions unfolded."""
        return tuple(item for _path, item in self.placed())

    def placed(self) -> Iterator[tuple[Path, Item]]:
        """The items, each with the path inside the chapter's file where it was written."""
        for index, item in enumerate(self.written):
            if isinstance(item, SupportGroup):
                for entry, question in item.unfolded:
                    yield ("items", index, "entries", entry), question
            else:
                yield ("items", index), item

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The chapter's questions in reading order, namely texts included."""
        return tuple(item for item in self.items if isinstance(item, Question))


class FormatDefinition(Part):
    """A whole format in one version."""

    key: Key
    version: Annotated[int, Field(ge=1, le=100_000)]
    title: Label
    description: Prose = ""
    language: Literal["nl"] = "nl"
    school_types: tuple[SchoolKind, ...] = Field(
        (), description="schools that may begin with it; all when left out"
    )
    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1, max_length=40)]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in reading order, namely texts included, columns of tables not."""
        return tuple(question for chapter in self.chapters for question in chapter.questions)

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Question, Chapter]]:
        return {
            question.key: (question, chapter) for chapter in self.chapters for question in chapter.questions
        }

    def has(self, key: str) -> bool:
        """Whether a question has this key."""
        return key in self._by_key

    def question(self, key: str) -> Question:
        """The question with this key; KeyError when there is none."""
        return self._by_key[key][0]

    def chapter_of(self, key: str) -> Chapter:
        """The chapter of the question with this key; KeyError when there is none."""
        return self._by_key[key][1]

    def chapter(self, key: str) -> Chapter:
        """The chapter with this key; KeyError when there is none."""
        for chapter in self.chapters:
            if chapter.key == key:
                return chapter
        raise KeyError(key)
