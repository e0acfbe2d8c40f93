"""The page of a chapter, and the parts of it that change with an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from levend.core.errors import NotFound
from levend.formats.engine.definition import Chapter, FixedText, Heading, RegisterField
from levend.formats.engine.display import display_register
from levend.formats.engine.extra import CORRECTABLE, extra_questions, reason_key, register_key
from levend.formats.engine.progress import ChapterProgress
from levend.profiles.engine.tally import Tally, tally
from levend.profiles.enums import Standing
from levend.profiles.queries.owners import Owner
from levend.profiles.queries.remarks import ThreadView, open_threads_of
from levend.profiles.queries.writing import AnswerState, Draft, Writing
from levend.web.writing import words
from levend.web.writing.beside import Beside
from levend.web.writing.cards import Card
from levend.web.writing.layout import Node, Part, nodes_of, parts_of
from levend.web.writing.prose import format_text
from levend.web.writing.sent import NOTHING_SENT, Sent
from levend.web.writing.told import SourceNote, is_told, register_note
from levend.web.writing.where import ChapterAddresses


@dataclass(frozen=True)
class RailItem:
    """A chapter in the list beside the page."""

    progress: ChapterProgress
    url: str
    is_now: bool
    has_questions: bool
    open_remarks: int = 0
    remarks_url: str = ""
    owners: tuple[Owner, ...] = ()

    @property
    def title(self) -> str:
        return titled(self.progress.number, self.progress.title)

    @property
    def by(self) -> str:
        """*Ellen Verhoef en Tom de Wit*; empty when the chapter was given to nobody."""
        return words.names([owner.name for owner in self.owners])

    @property
    def ready_by(self) -> date | None:
        return next((owner.ready_by for owner in self.owners if owner.ready_by), None)

    def is_of(self, user_id: int | None) -> bool:
        return any(owner.user_id == user_id for owner in self.owners)

    @property
    def sign(self) -> str:
        """The chapter's number; a foreword has none."""
        return self.progress.number


@dataclass(frozen=True)
class Item:
    """One thing on the page: a heading, a fixed text, a register field or a card."""

    kind: str
    heading: Heading | None = None
    prose: str = ""
    label: str = ""
    text: str = ""
    card: Card | None = None
    told: tuple[Card, ...] = ()
    """What the school says of a register field, and why."""
    is_told: bool = False
    note: SourceNote | None = None


@dataclass(frozen=True)
class Change:
    """Who last wrote what in this chapter."""

    label: str
    key: str
    state: AnswerState


@dataclass(frozen=True)
class ChapterPage:
    """Everything that the template of a chapter shows."""

    profile: Writing
    chapter: Chapter
    user_id: int | None
    sent: Sent = NOTHING_SENT

    @property
    def title(self) -> str:
        return titled(self.chapter.number, self.chapter.title)

    @property
    def intro(self) -> SafeString:
        return format_text(self.chapter.intro)

    @property
    def url(self) -> str:
        return self.at.page

    @cached_property
    def at(self) -> ChapterAddresses:
        return ChapterAddresses(self.profile.code, self.chapter.key)

    @property
    def draft(self) -> Draft:
        return self.profile.draft

    @cached_property
    def rail(self) -> tuple[RailItem, ...]:
        return rail_of(self.profile, self.chapter.key)

    @property
    def standing(self) -> str:
        """The progress of all chapters in one word: a page that shows this needs no new list of chapters."""
        return ".".join(f"{each.answered}-{each.total}" for each in self.profile.progress.chapters)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(self._items())

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every question of the page, those under options too, and what stands beside them."""
        extra = extra_questions(self.profile.definition, self.chapter).items()
        return {node.question.key: node for node in nodes_of(self.parts)} | {
            key: Node(question) for key, question in extra
        }

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return tuple(self.card(key) for key in self.nodes)

    def card(self, key: str) -> Card:
        """The card of one question; KeyError when it is not on this page."""
        node = self.nodes[key]
        number = (
            _("Vraag %(number)s") % {"number": f"{self._number_prefix}{node.place}"} if node.place else ""
        )
        return Card(self.profile, self.at, node, number, self.user_id, self.sent, self.beside)

    @cached_property
    def beside(self) -> Beside:
        """The good examples of other schools."""
        return Beside(self.profile, tuple(self.nodes))

    @cached_property
    def reviewed(self) -> Tally:
        """What became of last time's answers in this chapter."""
        asked = self.nodes.keys() & self.profile.visible
        return tally({key: self.profile.state_of(key).standing for key in asked})

    @cached_property
    def to_look_at(self) -> tuple[Card, ...]:
        """The answers of last time in this chapter that nobody looked at yet."""
        return tuple(
            card for card in self.cards if card.is_visible and card.state.standing is Standing.CARRIED
        )

    @property
    def here(self) -> RailItem:
        """This chapter as the list beside it has it."""
        return next(item for item in self.rail if item.is_now)

    @property
    def questions_left(self) -> int:
        now = next(each for each in self.profile.progress.chapters if each.key == self.chapter.key)
        return now.total - now.answered

    @cached_property
    def saved_until(self) -> str:
        """*om 14.32*: when the chapter's last answer was saved."""
        moments = [state.at for key in self.nodes if (state := self.profile.state_of(key)).at]
        return words.when(max(moments)) if moments else ""

    @cached_property
    def threads(self) -> tuple[ThreadView, ...]:
        """The open remarks of this chapter, for the margin."""
        voice = self.draft.voice
        return open_threads_of(self.profile.threads, self.chapter.key, voice) if voice else ()

    @property
    def labels(self) -> dict[str, str]:
        """What each question is called."""
        return {question.key: question.label for question in self.chapter.questions}

    @property
    def previous(self) -> RailItem | None:
        place = self._place
        return self.rail[place - 1] if place else None

    @property
    def next(self) -> RailItem | None:
        place = self._place + 1
        return self.rail[place] if place < len(self.rail) else None

    @cached_property
    def faults(self) -> tuple[Card, ...]:
        return tuple(self.card(key) for key in self.sent.faults if key in self.nodes)

    @cached_property
    def clashes(self) -> tuple[Card, ...]:
        return tuple(self.card(key) for key in self.sent.conflicts if key in self.nodes)

    @cached_property
    def last_changes(self) -> tuple[Change, ...]:
        """The five answers of this chapter that were written last."""
        written = [
            Change(card.question.label, card.key, card.state)
            for card in self.cards
            if card.state.at is not None and card.is_visible
        ]
        return tuple(sorted(written, key=lambda change: str(change.state.at), reverse=True)[:5])

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What stands on the page, in order."""
        return parts_of(self.chapter)

    @cached_property
    def _number_prefix(self) -> str:
        """*5.* before the numbers of questions, unless the chapter's headings have such numbers themselves."""
        numbered = any(isinstance(item, Heading) and item.number for item in self.chapter.items)
        return f"{self.chapter.number}." if self.chapter.number and not numbered else ""

    @property
    def _place(self) -> int:
        return next(place for place, item in enumerate(self.rail) if item.is_now)

    def _items(self) -> Iterator[Item]:
        for part in self.parts:
            match part:
                case Node() if part.is_conditional or part.question.key in self.profile.visible:
                    yield Item("card", card=self.card(part.question.key))
                case Heading():
                    yield Item("heading", heading=part)
                case FixedText():
                    yield Item("fixed", prose=format_text(part.text))
                case RegisterField():
                    text = display_register(part.field, self.profile.register)
                    key, said = register_key(part.field), is_told(self.profile, part.field)
                    keys = (key, reason_key(key)) if part.field in CORRECTABLE else ()
                    told = tuple(self.card(each) for each in keys)
                    note = register_note(self.profile, part.field)
                    yield Item("register", label=part.label, text=text, told=told, is_told=said, note=note)


def chapter_page(
    profile: Writing, chapter_key: str, user_id: int | None, sent: Sent = NOTHING_SENT
) -> ChapterPage:
    """The page of one chapter. Raises `NotFound` for a chapter that the format does not have."""
    return ChapterPage(profile, chapter_of(profile.draft, chapter_key), user_id, sent)


def chapter_of(draft: Draft, chapter_key: str) -> Chapter:
    """A chapter of the profile's format. Raises `NotFound`."""
    try:
        return draft.definition.chapter(chapter_key)
    except KeyError:
        raise NotFound(chapter_key) from None


def rail_of(profile: Writing, now: str = "") -> tuple[RailItem, ...]:
    """All chapters with their progress."""
    return tuple(
        _rail_item(profile, progress, chapter, now)
        for progress, chapter in zip(profile.progress.chapters, profile.definition.chapters, strict=True)
    )


def titled(number: str, title: str) -> str:
    return f"{number}. {title}" if number else title


def _rail_item(profile: Writing, progress: ChapterProgress, chapter: Chapter, now: str) -> RailItem:
    at = ChapterAddresses(profile.code, chapter.key)
    return RailItem(
        progress,
        at.page,
        chapter.key == now,
        bool(chapter.questions),
        profile.open_remarks[f"{chapter.key}/"],
        at.remarks if profile.draft.voice else "",
        profile.owners.get(chapter.key, ()),
    )
