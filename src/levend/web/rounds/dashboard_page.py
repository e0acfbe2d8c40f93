"""Everything that the first page of a round says, put together."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.text import capfirst

from levend.accounts.actor import Actor
from levend.core import clock
from levend.rounds.engine.progress import Stage
from levend.rounds.queries.progress import Order, ProgressFilter, Show
from levend.rounds.queries.progress_dates import RoundHead, head_of
from levend.rounds.queries.progress_list import ProgressList, ProgressRow
from levend.rounds.queries.progress_totals import Total, Totals, totals_of
from levend.rounds.queries.progress_trend import trend_of
from levend.rounds.queries.sight import sight_of
from levend.web.rounds.dashboard_chart import Chart, chart_of
from levend.web.rounds.dashboard_form import ORDERS, SHOWN, STAGES, ProgressForm, Select, selects
from levend.web.rounds.dashboard_rows import DashboardRow, dashboard_row

ROWS_A_PAGE = 50
BOARDS_SHOWN = 20


@dataclass(frozen=True)
class StageBlock:
    """A part of the bar: where it begins and how wide it is, in hundredths of the whole."""

    stage: Stage
    words: str
    icon: str
    schools: int
    start: float
    width: float


@dataclass(frozen=True)
class Quick:
    href: str
    words: str
    schools: int
    current: bool


@dataclass(frozen=True)
class DayMark:
    """A day of the round; `kind` is is-done, is-now or empty."""

    words: str
    day: date
    kind: str


@dataclass(frozen=True)
class DashboardPage:
    """`query` is the filter as it stands in the address, without the page."""

    head: RoundHead
    totals: Totals
    blocks: tuple[StageBlock, ...]
    marks: tuple[DayMark, ...]
    quick: tuple[Quick, ...]
    asked: ProgressFilter
    selects: tuple[Select, ...]
    order: str
    boards: tuple[Total, ...]
    page: Page[ProgressRow]
    rows: tuple[DashboardRow, ...]
    chart: Chart | None
    query: str

    @property
    def more_boards(self) -> int:
        return len(self.totals.boards) - len(self.boards)


def dashboard_page(actor: Actor, round_id: int, given: QueryDict) -> DashboardPage:
    """Ten queries at most, whatever the filter and however many schools. Raises `NotFound`."""
    sight = sight_of(actor, round_id)
    head, totals, trend = head_of(sight), totals_of(sight), trend_of(sight)
    asked = ProgressForm(given).asked
    schools = ProgressList(sight, asked, totals)
    page = Paginator(schools, ROWS_A_PAGE).get_page(given.get("bladzijde"))
    query = given.copy()
    query.pop("bladzijde", None)
    return DashboardPage(
        head=head,
        totals=totals,
        blocks=_blocks(totals),
        marks=_marks(head),
        quick=tuple(_quick(query, totals, asked)),
        asked=asked,
        selects=selects(asked, boards=totals.boards, consortia=totals.consortia, kinds=totals.kinds),
        order=str(ORDERS[asked.order]),
        boards=_pressing(totals, given.get("besturen") == "alle"),
        page=page,
        rows=tuple(map(dashboard_row, page.object_list)),
        chart=chart_of(trend, totals.schools, head) if trend else None,
        query=query.urlencode(),
    )


def _pressing(totals: Totals, everyone: bool) -> tuple[Total, ...]:
    """Boards by what presses on them, late schools before near deadlines; the first ones, or everyone."""
    pressing = sorted(totals.boards, key=lambda one: (-one.late, -one.soon, one.name))
    return tuple(pressing if everyone else pressing[:BOARDS_SHOWN])


def _blocks(totals: Totals) -> tuple[StageBlock, ...]:
    """From what is furthest to what has hardly begun, as the procedure ends."""
    blocks, start = [], 0.0
    for stage in reversed(Stage):
        schools = totals.stages.get(stage, 0)
        if schools:
            width = 100 * schools / totals.schools
            words, _kind, icon = STAGES[stage]
            blocks.append(StageBlock(stage, capfirst(str(words)), icon, schools, start, width))
            start += width
    return tuple(blocks)


def _marks(head: RoundHead) -> tuple[DayMark, ...]:
    """The milestones; the first that is still to come stands out."""
    today = clock.today()
    coming = next((day for _kind, day in head.milestones if day >= today), None)
    return tuple(
        DayMark(
            capfirst(str(kind.label)), day, "is-done" if day < today else "is-now" if day == coming else ""
        )
        for kind, day in head.milestones
    )


def _quick(query: QueryDict, totals: Totals, asked: ProgressFilter) -> list[Quick]:
    """Choices of one tap; the order goes along, other filters do not, so that the number is what one gets."""
    links = []
    for show, words in SHOWN.items():
        if not totals.shown[show] and show not in {Show.ALL, Show.LATE, asked.show}:
            continue
        given = QueryDict(mutable=True)
        if show:
            given["toon"] = show.value
        if asked.order is not Order.URGENCY:
            given["volgorde"] = asked.order.value
        alone = ProgressFilter(show=show, order=asked.order) == asked
        links.append(Quick(f"?{given.urlencode()}", str(words), totals.shown[show], alone))
    return links
