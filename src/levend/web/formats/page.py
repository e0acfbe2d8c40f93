"""A draft as its pages show it: chapters, what stands in them, and what is wrong there."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.core.errors import NotFound
from levend.formats.engine.editing import (
    Map,
    NoSuchPlace,
    Place,
    chapter_at,
    chapters_of,
    families,
    item_at,
    items_of,
)
from levend.formats.engine.kinds import Audience, QuestionType
from levend.formats.queries.drafts import Draft
from levend.web.formats import words
from levend.web.formats.conditions import Asked, earlier, in_words
from levend.web.formats.found import FindingView, Here, findings_of

ALL_PLACES = 10_000


@dataclass(frozen=True)
class ItemView:
    """Something in a chapter. `number` and `chapter` count from 1, as the addresses do."""

    chapter: int
    number: int
    kind: str
    label: str
    notes: tuple[str, ...]
    when: str
    under: bool
    is_first: bool
    is_last: bool
    has_condition: bool
    findings: tuple[FindingView, ...]
    key: str = ""
    stumbles: tuple[str, ...] = ()
    """What schools met at this question, in the newest version that enough of them handed in."""
    did: str = ""
    """What they did with it there, as a sentence."""
    measured: str = ""
    """Which version that was."""

    @property
    def kind_name(self) -> str:
        return words.type_name(self.kind)

    @property
    def icon(self) -> str:
        return words.ICONS.get(self.kind, "pencil")

    @property
    def place(self) -> str:
        return f"{self.chapter}.{self.number}"

    @property
    def can_be_conditional(self) -> bool:
        return self.kind not in {"heading", "fixed_text", "register"}


@dataclass(frozen=True)
class ChapterView:
    number: int
    title: str
    intro: str
    questions: int
    texts: int
    is_first: bool
    is_last: bool
    findings: tuple[FindingView, ...]

    @property
    def summary(self) -> str:
        parts = [ngettext("%(n)d vraag", "%(n)d vragen", self.questions) % {"n": self.questions}]
        if self.texts:
            parts.append(
                ngettext("%(n)d tekst of gegeven", "%(n)d teksten en gegevens", self.texts)
                % {"n": self.texts}
            )
        return ", ".join(parts)

    @property
    def faults(self) -> int:
        return sum(each.is_error for each in self.findings)

    @property
    def warnings(self) -> int:
        return len(self.findings) - self.faults


@dataclass(frozen=True)
class DraftPage:
    """Everything that a page of a draft shows around what it is about; `here` is what somebody is typing."""

    draft: Draft
    here: Here | None = None
    is_tried: bool = False
    """Whether the draft is as it would be, and not as it is kept."""

    @cached_property
    def labels(self) -> dict[str, str]:
        return words.labels_of(self.draft.data)

    @cached_property
    def findings(self) -> tuple[FindingView, ...]:
        return findings_of(self.draft, self.labels, self.here)

    @property
    def errors(self) -> tuple[FindingView, ...]:
        return tuple(each for each in self.findings if each.is_error)

    @property
    def warnings(self) -> tuple[FindingView, ...]:
        return tuple(each for each in self.findings if not each.is_error)

    @property
    def counted(self) -> str:
        """*2 fouten, 1 punt om op te letten*."""
        errors, warnings = len(self.errors), len(self.warnings)
        parts = [ngettext("%(n)d fout", "%(n)d fouten", errors) % {"n": errors}] if errors else []
        if warnings:
            parts.append(
                ngettext("%(n)d punt om op te letten", "%(n)d punten om op te letten", warnings)
                % {"n": warnings}
            )
        return ", ".join(parts) or _("Geen fouten")

    @cached_property
    def chapters(self) -> tuple[ChapterView, ...]:
        rows = chapters_of(self.draft.data)
        return tuple(self._chapter(index, chapter, len(rows)) for index, chapter in enumerate(rows))

    @cached_property
    def asked(self) -> dict[str, Asked]:
        return {each.key: each for each in earlier(self.draft.data, Place(ALL_PLACES, 0))}

    @property
    def last_change(self) -> str:
        """What undoing would take back."""
        about = self.draft.last.about
        what = str(self.draft.last.get_change_display())
        return f"{what}: {about}" if about else what

    def chapter(self, number: int) -> ChapterView:
        """A chapter by its number, from 1. Raises `NotFound`."""
        if not 1 <= number <= len(self.chapters):
            raise NotFound(str(number))
        return self.chapters[number - 1]

    def items(self, number: int) -> tuple[ItemView, ...]:
        """What stands in a chapter. Raises `NotFound`."""
        items = items_of(self.data_of_chapter(number))
        starts = {family.start for family in families(items)}
        return tuple(self._item(number, index, item, items, starts) for index, item in enumerate(items))

    def data_of_chapter(self, number: int) -> Map:
        """Raises `NotFound`."""
        try:
            return chapter_at(self.draft.data, number - 1)
        except NoSuchPlace:
            raise NotFound(str(number)) from None

    def data_of_item(self, chapter: int, number: int) -> Map:
        """Raises `NotFound`."""
        try:
            return item_at(self.draft.data, Place(chapter - 1, number - 1))
        except NoSuchPlace:
            raise NotFound(str(number)) from None

    def _chapter(self, index: int, chapter: Map, total: int) -> ChapterView:
        items = items_of(chapter)
        questions = sum(item.get("type") in set(QuestionType) for item in items)
        lists = [item.get("entries") for item in items if item.get("type") == "support"]
        entries = sum(len(each) for each in lists if isinstance(each, list))
        return ChapterView(
            number=index + 1,
            title=words.titled(chapter),
            intro=str(chapter.get("intro", "")),
            questions=questions + entries,
            texts=len(items) - questions - len(lists),
            is_first=index == 0,
            is_last=index == total - 1,
            findings=tuple(each for each in self.findings if each.chapter == index + 1),
        )

    def _item(self, number: int, index: int, item: Map, items: list[Map], starts: set[int]) -> ItemView:
        under = index not in starts
        namely = item.get("namely_for")
        when = ""
        if isinstance(namely, list) and len(namely) == 2:
            parent = self.asked.get(str(namely[0]))
            option = dict(parent.options).get(str(namely[1]), str(namely[1])) if parent else str(namely[1])
            when = _("bij “%(option)s”") % {"option": option}
        elif item.get("condition") is not None:
            when = _("alleen als %(when)s") % {"when": in_words(item["condition"], self.asked)}
        return ItemView(
            chapter=number,
            number=index + 1,
            kind=str(item.get("type", "")),
            label=words.label_of(item),
            notes=tuple(_notes(item)),
            when=when,
            under=under,
            is_first=index == 0 or (under and index - 1 in starts),
            is_last=index == len(items) - 1 or (under and index + 1 in starts),
            has_condition=item.get("condition") is not None,
            findings=tuple(
                each for each in self.findings if (each.chapter, each.item) == (number, index + 1)
            ),
            key=str(item.get("key", "")),
        )


def _notes(item: Map) -> list[str]:
    notes = []
    if item.get("required"):
        notes.append(_("verplicht"))
    audience = str(item.get("audience", Audience.PUBLIC))
    if audience != Audience.PUBLIC:
        notes.append(_("niet openbaar"))
    for name, one, many in (
        ("options", "%(n)d keuze", "%(n)d keuzes"),
        ("columns", "%(n)d kolom", "%(n)d kolommen"),
        ("entries", "%(n)d soort", "%(n)d soorten"),
    ):
        parts = item.get(name)
        if isinstance(parts, list) and parts:
            notes.append(ngettext(one, many, len(parts)) % {"n": len(parts)})
    tags = item.get("tags")
    if isinstance(tags, list) and any(str(tag).startswith("element:") for tag in tags):
        notes.append(_("wettelijk onderdeel"))
    return notes
