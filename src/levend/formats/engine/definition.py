"""A format as data: chapters that hold headings, fixed texts, register fields and questions.

The models are the file: what the YAML says is what stands here, and the JSON Schema is made from them.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from .conditions import Condition
from .kinds import Audience, QuestionType, RegisterName

KEY_PATTERN = r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$"
OPTION_PATTERN = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
TAG_PATTERN = r"^[a-z]+:[A-Za-z0-9][A-Za-z0-9-]*(:[a-z][a-z-]*){0,2}$"

Key: TypeAlias = Annotated[str, Field(pattern=KEY_PATTERN, max_length=60)]
OptionKey: TypeAlias = Annotated[str, Field(pattern=OPTION_PATTERN, max_length=60)]
TagText: TypeAlias = Annotated[str, Field(pattern=TAG_PATTERN, max_length=80)]
Label: TypeAlias = Annotated[str, Field(min_length=1, max_length=500)]
Prose: TypeAlias = Annotated[str, Field(max_length=20_000)]


class Part(BaseModel):
    """Every part of a format: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(Part):
    """One answer to choose; its tags hold when it is chosen."""

    key: OptionKey = Field(description="stable over versions and years")
    label: Label
    tags: tuple[TagText, ...] = ()


class Question(Part):
    """One thing that is asked. Its key is stable over versions and years: answers are carried over by it."""

    kind: ClassVar[str] = "question"

    key: Key = Field(description="stable over versions and years, unique in the format")
    type: QuestionType
    label: Label
    help: Prose = Field("", description="how to answer; stands below the label")
    why: Prose = Field("", description="why this is asked; folded away")
    required: bool = Field(False, description="must be answered, when visible, before advice is asked")
    options: Annotated[tuple[Option, ...], Field(max_length=200)] = Field(
        (), description="for choice, choices and rating; a rating lists its options from low to high"
    )
    exclusive: tuple[OptionKey, ...] = Field((), description="options that go with no other option")
    columns: "Annotated[tuple[Question, ...], Field(max_length=12)]" = Field((), description="for a table")
    condition: Condition | None = Field(
        None, description="shown only when this holds; earlier questions only"
    )
    tags: tuple[TagText, ...] = Field((), description="what an answer means")
    audience: Audience = Audience.PUBLIC
    max_length: Annotated[int, Field(ge=1, le=20_000)] | None = Field(None, description="characters")
    minimum: int | float | None = Field(None, description="smallest number, or fewest rows of a table")
    maximum: int | float | None = Field(None, description="largest number, or most rows of a table")
    namely_for: tuple[Key, OptionKey] | None = Field(
        None, description="question and option that this text explains: shown when that option is chosen"
    )

    def option(self, key: str) -> Option | None:
        """The option with this key."""
        return next((option for option in self.options if option.key == key), None)

    def tag_values(self, prefix: str) -> tuple[str, ...]:
        """What stands after `prefix:` in the tags of the question itself."""
        return tuple(tag.removeprefix(f"{prefix}:") for tag in self.tags if tag.startswith(f"{prefix}:"))


class Heading(Part):
    """A heading inside a chapter; level 2 stands under the chapter's title, level 3 under that."""

    kind: ClassVar[str] = "heading"

    type: Literal["heading"]
    text: Label
    number: Annotated[str, Field(max_length=20)] = ""
    level: Annotated[int, Field(ge=2, le=4)] = 2


class FixedText(Part):
    """A text of the region that every profile shows and no school can change. Light marks are kept."""

    kind: ClassVar[str] = "fixed_text"

    type: Literal["fixed_text"]
    text: Annotated[str, Field(min_length=1, max_length=20_000)]


class RegisterField(Part):
    """A fact from the register, shown with a label."""

    kind: ClassVar[str] = "register"

    type: Literal["register"]
    field: RegisterName
    label: Label


def _kind(value: object) -> str:
    """Which model an item is; whatever is none of the others is judged as a question."""
    if isinstance(value, Part):
        kind = getattr(value, "kind", "question")
    else:
        kind = value.get("type") if isinstance(value, dict) else None
    return f"<{kind}>" if kind in {"heading", "fixed_text", "register"} else "<question>"


Item: TypeAlias = Annotated[
    Annotated[Heading, Tag("<heading>")]
    | Annotated[FixedText, Tag("<fixed_text>")]
    | Annotated[RegisterField, Tag("<register>")]
    | Annotated[Question, Tag("<question>")],
    Discriminator(_kind),
]


class Chapter(Part):
    """A page of the questionnaire and a chapter of the profile."""

    key: Key
    number: Annotated[str, Field(max_length=20)] = ""
    title: Label
    intro: Prose = Field("", description="one or two sentences for who fills in; not part of the profile")
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=300)]

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


Question.model_rebuild()
FormatDefinition.model_rebuild()
