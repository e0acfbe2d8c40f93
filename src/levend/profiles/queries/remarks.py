"""Remarks as one reader sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from levend.core import clock
from levend.profiles.enums import ReaderKind, Side, ThreadState
from levend.profiles.models import Mention, Remark, RemarkThread
from levend.profiles.rules.together import Voice

CORRECTED_WITHIN = timedelta(minutes=30)
"""Who slipped can correct the words for this long; after that somebody may have answered them."""


@dataclass(frozen=True)
class ThreadHead:
    """A thread before its remarks are read: where it stands and how it is with it, for counting."""

    row: RemarkThread

    @property
    def chapter(self) -> str:
        return self.row.chapter_key

    @property
    def question(self) -> str:
        return self.row.question_key

    @property
    def is_open(self) -> bool:
        return self.row.state == ThreadState.OPEN


@dataclass(frozen=True)
class RemarkView:
    """One remark. `text` is empty for one that was withdrawn; `told` are names."""

    id: int
    text: str
    by_name: str
    side: Side
    kind: str
    at: datetime
    corrected_at: datetime | None
    is_withdrawn: bool
    is_own: bool
    can_correct: bool
    told: tuple[str, ...] = ()

    @property
    def correct_place(self) -> str:
        """The form that puts it right, as a page names it."""
        return f"wijzig-{self.id}"

    @property
    def can_withdraw(self) -> bool:
        return self.is_own and not self.is_withdrawn

    @property
    def from_where(self) -> str:
        """*ouder, leest mee*, *samenwerkingsverband*; empty for the school itself."""
        if self.side is Side.READER:
            return f"{ReaderKind(self.kind).label}, {self.side.label}"
        return str(self.side.label) if self.side is Side.CONSORTIUM else ""


@dataclass(frozen=True)
class ThreadView:
    id: int
    chapter: str
    question: str
    state: ThreadState
    state_at: datetime
    state_by: str
    for_readers: bool
    for_consortium: bool
    begun_by_reader: bool
    remarks: tuple[RemarkView, ...]

    @property
    def answer_place(self) -> str:
        """The form that adds to it, as a page names it."""
        return f"antwoord-{self.id}"

    @property
    def is_open(self) -> bool:
        return self.state is ThreadState.OPEN

    @property
    def is_inside(self) -> bool:
        """Read by the school alone."""
        return not (self.for_readers or self.for_consortium or self.begun_by_reader)


def heads_of(profile_id: int) -> tuple[ThreadHead, ...]:
    """Every thread of a profile that says something, for the school (one query); the caller found it with an actor."""
    rows = RemarkThread.objects.filter(profile_id=profile_id, remarks__withdrawn_at=None).distinct()
    return tuple(ThreadHead(row) for row in rows.order_by("id"))


def open_remarks(profile_id: int) -> int:
    """How many threads of a profile are open (one query); for who asks advice."""
    return sum(head.is_open for head in heads_of(profile_id))


def threads_in(profile_id: int, chapter: str, voice: Voice) -> tuple[ThreadView, ...]:
    """The threads of a chapter that are for this voice, oldest first (three queries); the caller has the voice."""
    rows = RemarkThread.objects.filter(profile_id=profile_id, chapter_key=chapter).order_by("id")
    return _with_remarks([row for row in rows if voice.hears(row)], voice, with_told=voice.is_school)


def open_threads_of(heads: Iterable[ThreadHead], chapter: str, voice: Voice) -> tuple[ThreadView, ...]:
    """The open ones of these in a chapter, for a margin; who got a letter is not told there (one query)."""
    rows = [head.row for head in heads if head.is_open and head.chapter == chapter and voice.hears(head.row)]
    return _with_remarks(rows, voice, with_told=False)


def _with_remarks(threads: list[RemarkThread], voice: Voice, *, with_told: bool) -> tuple[ThreadView, ...]:
    if not threads:
        return ()
    remarks = list(Remark.objects.filter(thread__in=threads).select_related("by_link").order_by("id"))
    told = _told(remarks) if with_told else {}
    return tuple(
        _thread(row, [remark for remark in remarks if remark.thread_id == row.pk], voice, told)
        for row in threads
    )


def _thread(
    row: RemarkThread, remarks: Iterable[Remark], voice: Voice, told: dict[int, tuple[str, ...]]
) -> ThreadView:
    return ThreadView(
        id=row.pk,
        chapter=row.chapter_key,
        question=row.question_key,
        state=ThreadState(row.state),
        state_at=row.state_at,
        state_by=row.state_by_name,
        for_readers=row.for_readers,
        for_consortium=row.for_consortium,
        begun_by_reader=row.begun_by_link_id is not None,
        remarks=tuple(_remark(remark, voice, told.get(remark.pk, ())) for remark in remarks),
    )


def _remark(row: Remark, voice: Voice, told: tuple[str, ...]) -> RemarkView:
    is_own = voice.wrote(row)
    return RemarkView(
        id=row.pk,
        text=row.text,
        by_name=row.by_name,
        side=Side(row.side),
        kind=row.by_link.kind if row.by_link else "",
        at=row.at,
        corrected_at=row.corrected_at,
        is_withdrawn=row.withdrawn_at is not None,
        is_own=is_own,
        can_correct=is_own and row.withdrawn_at is None and clock.now() - row.at < CORRECTED_WITHIN,
        told=told,
    )


def _told(remarks: Iterable[Remark]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = Mention.objects.filter(remark__in=[remark.pk for remark in remarks]).order_by("id")
    for remark_id, name in rows.values_list("remark_id", "user__name"):
        found[remark_id] = (*found.get(remark_id, ()), name)
    return found
