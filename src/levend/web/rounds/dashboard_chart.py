"""The course of a round as lines, drawn on the server; the same numbers stand in a table below."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.rounds.engine.progress import Reached, Trend
from levend.rounds.queries.progress_dates import RoundHead

LEFT, RIGHT, TOP, BOTTOM = 44.0, 596.0, 26.0, 236.0
"""The field of the lines, in units of the view box of 760 by 270; right of it stand the words."""
LINE_HEIGHT = 17.0
LEAD = 16.0
REACHED = {
    Reached.ASKED: gettext_lazy("advies gevraagd"),
    Reached.ADVISED: gettext_lazy("advies gegeven"),
    Reached.ADOPTED: gettext_lazy("vastgesteld"),
    Reached.SUBMITTED: gettext_lazy("ingediend"),
    Reached.RECEIVED: gettext_lazy("ontvangen"),
}


@dataclass(frozen=True)
class Line:
    """`y` is where the line ends, `label_y` where its words stand, clear of the other words."""

    key: str
    words: str
    schools: int
    path: str
    x: str
    y: str
    label_y: str


@dataclass(frozen=True)
class Upright:
    """A day as a line from top to bottom with a number, explained below the chart."""

    number: int
    words: str
    day: date
    x: str
    is_deadline: bool


@dataclass(frozen=True)
class Chart:
    lines: tuple[Line, ...]
    uprights: tuple[Upright, ...]
    levels: tuple[tuple[str, int], ...]
    ends: tuple[tuple[str, str, str], ...]
    """Place, anchor and words below the field."""
    label_x: str
    said: str
    columns: tuple[str, ...]
    table: tuple[tuple[date, SafeString], ...]
    """Each day with the cells of its row: hundreds of them, written in one go."""


def chart_of(trend: Trend, schools: int, head: RoundHead) -> Chart:
    """`schools` is the height of the field."""
    first, today = trend.days[0], trend.days[-1]
    days = [*head.milestones]
    last = max(today, head.last_day, *(day for _kind, day in days)) if days else max(today, head.last_day)
    span, height = max((last - first).days, 1), max(schools, 1)

    def x(day: date) -> float:
        return LEFT + (RIGHT - LEFT) * min(max((day - first).days, 0), span) / span

    def y(number: int) -> float:
        return BOTTOM - (BOTTOM - TOP) * number / height

    ends_at = x(today)
    labels = _apart([y(counts[-1]) for counts in trend.counts.values()])
    lines = tuple(
        Line(
            key=reached.name.lower(),
            words=str(REACHED[reached]),
            schools=counts[-1],
            path=_steps([(x(trend.days[at]), y(counts[at])) for at in trend.turns]),
            x=f"{ends_at:.1f}",
            y=f"{y(counts[-1]):.1f}",
            label_y=f"{label:.1f}",
        )
        for (reached, counts), label in zip(trend.counts.items(), labels, strict=True)
    )
    return Chart(
        lines=lines,
        uprights=_uprights(head, x),
        levels=tuple((f"{y(number):.1f}", number) for number in sorted({0, height // 2, height})),
        ends=(
            (f"{LEFT:g}", "start", date_format(first, "j b Y")),
            (f"{RIGHT:g}", "end", date_format(last, "j b Y")),
        ),
        label_x=f"{ends_at + LEAD:.1f}",
        said=_said(trend, schools),
        columns=tuple(str(words) for words in REACHED.values()),
        table=tuple(
            (trend.days[at], _cells(counts[at] for counts in trend.counts.values()))
            for at in reversed(trend.turns)
        ),
    )


def _cells(numbers: Iterable[int]) -> SafeString:
    return SafeString("".join(f'<td class="right num">{number}</td>' for number in numbers))


def _steps(points: list[tuple[float, float]]) -> str:
    """A line that stays level until a number changes."""
    x, y = points[0]
    path = [f"M{x:.1f} {y:.1f}"]
    for x, y in points[1:]:
        path.append(f"H{x:.1f}V{y:.1f}")
    return "".join(path)


def _apart(heights: list[float]) -> list[float]:
    """Words beside the ends of lines, the first line highest, each clear of the next and inside the field."""
    places: list[float] = []
    for height in heights:
        places.append(max(height, places[-1] + LINE_HEIGHT) if places else height)
    too_low = max(0.0, places[-1] - BOTTOM) if places else 0.0
    if not too_low:
        return places
    places[-1] = BOTTOM
    for at in range(len(places) - 2, -1, -1):
        places[at] = min(places[at], places[at + 1] - LINE_HEIGHT)
    return places


def _uprights(head: RoundHead, x: Callable[[date], float]) -> tuple[Upright, ...]:
    """Milestones on the way, the deadline, and each later day that a consortium was given."""
    days = [(str(kind.label), day, False) for kind, day in head.milestones if day != head.deadline]
    days.append((_("uiterste inleverdatum"), head.deadline, True))
    days += [(_("uitstel %(name)s") % {"name": one.name}, one.until, True) for one in head.extensions[:4]]
    ordered = sorted(days, key=lambda one: one[1])
    return tuple(
        Upright(number, words, day, f"{x(day):.1f}", final)
        for number, (words, day, final) in enumerate(ordered, start=1)
    )


def _said(trend: Trend, schools: int) -> str:
    """The picture in words, for who does not see it."""
    numbers = ", ".join(f"{REACHED[one]} {number}" for one, number in trend.last.items())
    return _("Lijnen van %(first)s tot en met %(last)s. Van %(schools)d scholen nu: %(numbers)s.") % {
        "first": date_format(trend.days[0], "j F Y"),
        "last": date_format(trend.days[-1], "j F Y"),
        "schools": schools,
        "numbers": numbers,
    }
