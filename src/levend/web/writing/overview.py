"""The front page of a profile that is being written."""

from dataclasses import dataclass

from levend.core.decision import Decision
from levend.profiles.queries.writing import AnswerState, Draft, Writing
from levend.web.writing import words
from levend.web.writing.pages import RailItem, rail_of


@dataclass(frozen=True)
class OverviewPage:
    """The chapters, and the one to go on with."""

    profile: Writing
    chapters: tuple[RailItem, ...]

    @property
    def draft(self) -> Draft:
        return self.profile.draft

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
    def left(self) -> int:
        return self.profile.progress.total - self.profile.progress.answered

    @property
    def last(self) -> AnswerState:
        return self.profile.last_saved

    @property
    def last_when(self) -> str:
        return words.when(self.last.at) if self.last.at else ""


def overview_of(profile: Writing) -> OverviewPage:
    return OverviewPage(profile, rail_of(profile))
