"""The list of a round's schools as a spreadsheet: what the filter shows, and no text of any profile."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO

import xlsxwriter
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from levend.core import clock
from levend.rounds.queries.progress_list import ProgressList
from levend.rounds.queries.sight import sight_of
from levend.web.requests import LevendRequest
from levend.web.rounds.dashboard_form import ProgressForm
from levend.web.rounds.dashboard_rows import DashboardRow, dashboard_row

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""A name that begins with = or https: stays a name."""


@require_safe
def spreadsheet(request: LevendRequest, round_id: int) -> HttpResponse:
    """All pages of the list, in its order."""
    sight = sight_of(request.actor, round_id)
    schools = ProgressList(sight, ProgressForm(request.GET).asked)
    made = write_list(map(dashboard_row, schools), title=sight.round.name)
    response = HttpResponse(made, content_type=KIND)
    name = f"ronde-{round_id}-{clock.today().isoformat()}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def write_list(rows: Iterable[DashboardRow], *, title: str) -> bytes:
    """A workbook with one sheet: bold names of columns that stay in sight, dates as dates, numbers as numbers."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, SAFE)
    book.set_properties({"title": title})
    sheet = book.add_worksheet(_("Scholen"))
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd-mm-yyyy"})
    for at, (words, width) in enumerate(_columns()):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, words, bold)
    sheet.freeze_panes(1, 2)
    last = 0
    for last, row in enumerate(rows, start=1):
        for at, value in enumerate(_cells(row)):
            if isinstance(value, date):
                sheet.write_datetime(last, at, value, day)
            elif isinstance(value, int):
                sheet.write_number(last, at, value)
            elif value:
                sheet.write_string(last, at, value)
    sheet.autofilter(0, 0, last, len(_columns()) - 1)
    book.close()
    return made.getvalue()


def _columns() -> tuple[tuple[str, int], ...]:
    """Names with widths in characters."""
    return (
        (_("Code"), 9),
        (_("School"), 36),
        (_("Soort"), 7),
        (_("Bestuur"), 32),
        (_("Samenwerkingsverband"), 32),
        (_("Stap"), 32),
        (_("Sinds"), 12),
        (_("Aan zet"), 30),
        (_("Stap klaar op"), 14),
        (_("Beantwoord"), 11),
        (_("Gevraagd"), 10),
        (_("Laatste dag"), 12),
        (_("Dagen over"), 11),
        (_("Te laat"), 8),
        (_("Uitstel"), 40),
    )


def _cells(row: DashboardRow) -> tuple[str | int | date | None, ...]:
    of = row.of
    return (
        of.code,
        of.name,
        of.kind,
        of.board,
        of.consortium,
        row.label,
        of.since,
        row.who,
        of.step.due_on,
        of.answered,
        of.asked,
        of.due_on,
        None if of.is_done else of.days_left,
        _("ja") if of.is_late else _("nee"),
        of.reason,
    )
