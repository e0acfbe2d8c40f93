"""A concept laid out for who reads it along, chapter by chapter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from levend.core.errors import NotFound
from levend.formats.engine.definition import Chapter, FixedText, Heading, Question
from levend.formats.engine.display import display_register
from levend.formats.engine.values import Value, is_empty
from levend.profiles.enums import Side
from levend.profiles.queries.reading_along import Concept
from levend.profiles.queries.remarks import ThreadView, threads_in
from levend.profiles.rules.together import Voice
from levend.publication.engine.projection import PublicContent, public_projection
from levend.web.together.posting import NOTHING, Sent
from levend.web.writing.pages import titled
from levend.web.writing.prose import as_html, format_text
from levend.web.writing.shown import shown


@dataclass(frozen=True)
class ReadItem:
    """A heading, a fixed text, a fact of the register, or an answer with what is said about it."""

    kind: str
    label: str
    text: SafeString
    level: int = 3
    key: str = ""
    threads: tuple[ThreadView, ...] = ()


@dataclass(frozen=True)
class ReadChapter:
    key: str
    title: str
    url: str
    answered: int


@dataclass(frozen=True)
class ReadingPage:
    """One chapter, or with no chapter the beginning. `urls` gives the address of each chapter by its key."""

    concept: Concept
    base: str
    start_url: str
    urls: dict[str, str]
    now: str = ""
    sent: Sent = NOTHING

    circle = None
    """Nobody who reads along sends letters."""

    @property
    def voice(self) -> Voice:
        return self.concept.voice

    @property
    def csrf(self) -> bool:
        """A link has no cookie to protect: who sends a form with it has the link."""
        return self.voice.side is not Side.READER

    @property
    def url(self) -> str:
        return self.urls[self.now]

    @cached_property
    def answers(self) -> dict[str, Value]:
        """What this reader reads. Who comes by a link gets what everybody will get: no small counts either."""
        found = self._public.answers if self._public else self.concept.answers
        return {
            key: value for key, value in found.items() if key in self.concept.readable and not is_empty(value)
        }

    @property
    def register(self) -> Mapping[str, object]:
        """The facts of the register, with what stands beside them and beside the answers."""
        return self._public.location if self._public else self.concept.register

    @cached_property
    def _public(self) -> PublicContent | None:
        concept = self.concept
        if self.voice.side is not Side.READER:
            return None
        return public_projection(concept.definition, location=concept.register, answers=concept.answers)

    @property
    def chapters(self) -> tuple[ReadChapter, ...]:
        """The chapters in which there is something to read."""
        return tuple(
            ReadChapter(each.key, titled(each.number, each.title), self.urls[each.key], answered)
            for each in self.concept.definition.chapters
            if (answered := sum(question.key in self.answers for question in each.questions))
            or not each.questions
        )

    @property
    def place(self) -> int:
        """Where this chapter stands among those with something to read, from 0; -1 when it is none of them."""
        return next((number for number, each in enumerate(self.chapters) if each.key == self.now), -1)

    @property
    def previous(self) -> ReadChapter | None:
        return self.chapters[self.place - 1] if self.place > 0 else None

    @property
    def next(self) -> ReadChapter | None:
        return self.chapters[self.place + 1] if self.place + 1 < len(self.chapters) else None

    @cached_property
    def chapter(self) -> Chapter:
        return self.concept.definition.chapter(self.now)

    @property
    def title(self) -> str:
        return titled(self.chapter.number, self.chapter.title)

    @cached_property
    def threads(self) -> tuple[ThreadView, ...]:
        return threads_in(self.concept.profile_id, self.now, self.voice)

    @property
    def of_chapter(self) -> tuple[ThreadView, ...]:
        """What is said about the chapter as a whole, and about questions that have no answer to read now."""
        return tuple(each for each in self.threads if each.question not in self.answers and self._may(each))

    @cached_property
    def items(self) -> tuple[ReadItem, ...]:
        return tuple(self._items())

    def _may(self, thread: ThreadView) -> bool:
        return not thread.question or thread.question in self.concept.readable

    def _items(self) -> Iterable[ReadItem]:
        for item in self.chapter.items:
            match item:
                case Heading():
                    yield ReadItem("heading", titled(item.number, item.text), SafeString(), item.level + 1)
                case FixedText():
                    yield ReadItem("fixed", "", format_text(item.text))
                case Question():
                    if item.key in self.answers:
                        threads = tuple(each for each in self.threads if each.question == item.key)
                        text = shown(item, self.answers[item.key], self.register)
                        yield ReadItem("answer", item.label, text, key=item.key, threads=threads)
                case _:
                    text = as_html(display_register(item.field, self.register))
                    if text:
                        yield ReadItem("register", item.label, text)


def require_chapter(concept: Concept, key: str) -> None:
    """Raises `NotFound` for a chapter that the format does not have."""
    if all(each.key != key for each in concept.definition.chapters):
        raise NotFound(key)
