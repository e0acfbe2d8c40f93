"""What a chapter of a format is made of: questions, headings, fixed texts, register fields."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

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


Question.model_rebuild()
