"""Support types as a compact list that unfolds into questions.

Per kind of support a format asks independent things: at what level the school offers it, who does it, whether it
stands, for how many, in which words. Written out that is a dozen questions for every code; in a file it is one line.
What comes out are plain questions with keys and tags of their own: answers, history, difference and coverage know
nothing of the list. The words of the notation belong to version 1 of the format language and do not change.
"""

from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .conditions import AnyOf, Condition, Equal
from .kinds import Audience, Level, OfferState, Provider, QuestionType, Telling
from .messages import say
from .parts import Key, Label, Option, Part, Prose, Question

CODE_PATTERN = r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$"
WORDS, FIELD_WORDS = 1_500, 600


class SupportPart(StrEnum):
    """What can be asked about a kind of support besides its level, in the order in which it is asked."""

    BY = "by"
    STATE = "state"
    CAPACITY = "capacity"
    WORDS = "words"
    OTHERS = "others"
    FIELDS = "fields"


LEVEL_KEYS = {Level.BASIC: "basis", Level.ADDITIONAL: "aanvullend", Level.EXTRA: "extra"}
"""The stored answers about a level; beside them stand `niet`, a referral, and `onbekend`, which says nothing."""

_BEYOND = (Level.ADDITIONAL, Level.EXTRA)
_BY = {
    "eigen": Provider.OWN,
    "bestuur": Provider.BOARD,
    "samenwerkingsverband": Provider.CONSORTIUM,
    "partner": Provider.PARTNER,
}
_STATE = {
    "gepland": OfferState.PLANNED,
    "in-ontwikkeling": OfferState.IN_DEVELOPMENT,
    "ingevoerd": OfferState.IN_PLACE,
}
_FIELDS = {
    "tijd": Telling.TIME,
    "materiaal": Telling.MATERIALS,
    "ruimte": Telling.SPACE,
    "deskundigheid": Telling.EXPERTISE,
    "samenwerking": Telling.COOPERATION,
}


class SupportEntry(Part):
    """One kind of support: a code of the catalogue, in the words of this format."""

    code: Annotated[str, Field(pattern=CODE_PATTERN, max_length=24)]
    label: Label
    help: Prose = ""


class SupportGroup(Part):
    """A list of kinds of support; of each is asked at what level the school offers it, and the `parts`.

    By whom, the state and the words are asked for whatever is offered, unless `at_basic` leaves one out for the agreed
    minimum; the capacity and what others add for what goes beyond that; the five fields for extra support.
    """

    kind: ClassVar[str] = "support"

    type: Literal["support"]
    key: Annotated[Key, Field(max_length=20)] = Field(description="begins the keys of the questions")
    entries: Annotated[tuple[SupportEntry, ...], Field(min_length=1, max_length=60)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)] = Field(
        tuple(Level), description="levels to choose from; not offered and unknown can always be chosen"
    )
    parts: tuple[SupportPart, ...] = Field(
        (SupportPart.BY, SupportPart.STATE, SupportPart.CAPACITY, SupportPart.WORDS),
        description="what is asked besides the level",
    )
    at_basic: tuple[Literal[SupportPart.BY, SupportPart.STATE, SupportPart.WORDS], ...] = Field(
        (SupportPart.BY, SupportPart.STATE, SupportPart.WORDS),
        description="which of the parts are asked of basic support too",
    )
    required: bool = Field(False, description="the level must be answered before advice is asked")
    condition: Condition | None = None
    audience: Audience = Audience.PUBLIC

    @cached_property
    def unfolded(self) -> tuple[tuple[int, Question], ...]:
        """The questions in reading order, each with the place of its entry in the list."""
        return tuple(
            (place, question) for place, entry in enumerate(self.entries) for question in self._about(entry)
        )

    def _about(self, entry: SupportEntry) -> tuple[Question, ...]:
        asked = [self._level(entry)]
        for part in SupportPart:
            if part in self.parts:
                asked += self._part(part, entry)
        return tuple(asked)

    def _level(self, entry: SupportEntry) -> Question:
        offered = tuple(
            Option(
                key=LEVEL_KEYS[level],
                label=say(f"support.level.{level}"),
                tags=(f"support:{entry.code}:{level}",),
            )
            for level in Level
            if level in self.levels
        )
        nothing = (
            Option(key="niet", label=say("support.level.niet"), tags=(f"referral:{entry.code}",)),
            Option(key="onbekend", label=say("support.level.onbekend")),
        )
        return Question(
            key=self._key(entry),
            type=QuestionType.CHOICE,
            label=entry.label,
            help=entry.help,
            required=self.required,
            options=(*offered, *nothing),
            condition=self.condition,
            audience=self.audience,
        )

    def _part(self, part: SupportPart, entry: SupportEntry) -> tuple[Question, ...]:
        code = entry.code
        levels = tuple(Level) if part in self.at_basic else _BEYOND
        match part:
            case SupportPart.BY:
                options = _options("by", _BY, code)
                return self._asked(entry, "wie", QuestionType.CHOICES, levels, options=options)
            case SupportPart.STATE:
                options = _options("state", _STATE, code)
                return self._asked(entry, "stand", QuestionType.CHOICE, levels, options=options)
            case SupportPart.CAPACITY:
                return self._asked(entry, "plek", QuestionType.NUMBER, levels, tag=f"capacity:{code}")
            case SupportPart.WORDS:
                return self._told(entry, "uitleg", Telling.OFFER, levels, WORDS)
            case SupportPart.OTHERS:
                return self._told(entry, "anderen", Telling.OTHERS, levels, FIELD_WORDS)
            case SupportPart.FIELDS:
                return tuple(
                    question
                    for name, telling in _FIELDS.items()
                    for question in self._told(entry, name, telling, (Level.EXTRA,), FIELD_WORDS)
                )

    def _told(
        self, entry: SupportEntry, name: str, telling: Telling, levels: tuple[Level, ...], most: int
    ) -> tuple[Question, ...]:
        tag = f"words:{entry.code}:{telling}"
        return self._asked(entry, name, QuestionType.LONG_TEXT, levels, tag=tag, max_length=most)

    def _asked(
        self,
        entry: SupportEntry,
        name: str,
        kind: QuestionType,
        levels: tuple[Level, ...],
        *,
        options: tuple[Option, ...] = (),
        tag: str = "",
        max_length: int | None = None,
    ) -> tuple[Question, ...]:
        """One question about an entry, asked at these levels; none where the group has no such level."""
        at = [Equal(eq=(self._key(entry), LEVEL_KEYS[level])) for level in levels if level in self.levels]
        if not at:
            return ()
        return (
            Question(
                key=f"{self._key(entry)}-{name}",
                type=kind,
                label=say(f"support.{name}", label=entry.label),
                help=say(f"support.{name}.help"),
                options=options,
                condition=at[0] if len(at) == 1 else AnyOf(any=tuple(at)),
                tags=(tag,) if tag else (),
                audience=self.audience,
                max_length=max_length,
                minimum=0 if kind is QuestionType.NUMBER else None,
                maximum=10_000 if kind is QuestionType.NUMBER else None,
            ),
        )

    def _key(self, entry: SupportEntry) -> str:
        return f"{self.key}-{entry.code.lower()}"


def _options(tag: str, words: dict[str, Provider] | dict[str, OfferState], code: str) -> tuple[Option, ...]:
    return tuple(
        Option(key=key, label=say(f"support.{tag}.{key}"), tags=(f"{tag}:{code}:{value}",))
        for key, value in words.items()
    )
