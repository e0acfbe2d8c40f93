"""The front page of a profile that is being written."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from levend.core.decision import Decision
from levend.profiles.queries.writing import AnswerState, Draft, Writing
from levend.web.writing import words
from levend.web.writing.pages import RailItem, rail_of
from levend.web.writing.review import former_shown, left_words


@dataclass(frozen=True)
class Behind:
    """An answer of last time that is not wholly in this profile."""

    label: str
    former: SafeString
    why: tuple[str, ...]
    is_partly: bool


@dataclass(frozen=True)
class OverviewPage:
    """The chapters, and the one to go on with."""

    profile: Writing
    chapters: tuple[RailItem, ...]
    user_id: int | None = None
    only_mine: bool = False

    @property
    def draft(self) -> Draft:
        return self.profile.draft

    @property
    def mine(self) -> tuple[RailItem, ...]:
        """The chapters that were given to who looks."""
        return tuple(item for item in self.chapters if item.is_of(self.user_id))

    @property
    def listed(self) -> tuple[RailItem, ...]:
        return self.mine if self.only_mine else self.chapters

    @property
    def writable(self) -> Decision:
        return self.draft.writable

    @property
    def go_on(self) -> RailItem:
        """The first chapter that still needs answers; the first of all when nothing is left."""
        unfinished = (item for item in self.chapters if not item.progress.is_done)
        return next(unfinished, self.chapters[0])

    @property
    def is_begun(self) -> bool:
        return self.last.at is not None

    @property
    def version(self) -> str:
        """The school year of the profile that this one started from; empty when it started empty."""
        return self.profile.former.school_year if self.profile.former else ""

    @property
    def source(self) -> str:
        """Where last time's answers come from, when they were brought from elsewhere."""
        return self.profile.former.source if self.profile.former else ""

    @property
    def left_behind(self) -> tuple[Behind, ...]:
        """What could not come along, or not wholly, and why."""
        former = self.profile.former
        found = (*former.left_behind, *former.came_partly) if former else ()
        return tuple(
            Behind(each.question.label, former_shown(each), left_words(each.left), each.is_partly)
            for each in found
        )

    @property
    def left(self) -> int:
        return self.profile.progress.total - self.profile.progress.answered

    @property
    def last(self) -> AnswerState:
        return self.profile.last_saved

    @property
    def last_when(self) -> str:
        return words.when(self.last.at) if self.last.at else ""


def overview_of(profile: Writing, user_id: int | None = None, *, only_mine: bool = False) -> OverviewPage:
    return OverviewPage(profile, rail_of(profile), user_id, only_mine)
