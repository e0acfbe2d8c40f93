"""A row of the list of a round's schools, in words and signs."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from levend.adoption.enums import Party
from levend.rounds.enums import Outcome
from levend.rounds.queries.progress_list import ProgressRow
from levend.web.decide.rows import SIGNS


@dataclass(frozen=True)
class DashboardRow:
    """`who` is the body on turn by its name, `party` what it is; never a person."""

    of: ProgressRow
    label: str
    kind: str
    icon: str
    who: str
    party: str

    @property
    def own_day(self) -> date | None:
        """By when the step of now should be done, where that is not the school's last day itself."""
        due_on = self.of.step.due_on
        return due_on if due_on != self.of.due_on else None


def dashboard_row(row: ProgressRow) -> DashboardRow:
    if row.state is None:
        label = str(Outcome(row.outcome).label)
        kind, icon = ("quiet", "hourglass") if row.outcome == Outcome.WAITING else ("grow", "triangle-alert")
        return DashboardRow(row, capfirst(label), kind, icon, "–", "")
    kind, icon = SIGNS[row.state]
    label = capfirst(str(row.state.label))
    party = row.party
    if party is Party.NOBODY:
        return DashboardRow(row, label, kind, icon, _("niemand meer"), "")
    named = {Party.BOARD: row.board, Party.CONSORTIUM: row.consortium}.get(party, "")
    words = str(party.label)
    if party is Party.COUNCIL:
        return DashboardRow(row, label, kind, icon, _("De raad"), _("medezeggenschapsraad"))
    return DashboardRow(row, label, kind, icon, named or capfirst(words), words if named else "")
