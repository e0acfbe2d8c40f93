"""A list of people: what is pasted or handed in, and how it travels from its plan to the letters.

Nothing of a list is kept before somebody is invited: it goes along in the page that shows its plan, and is judged again
when it comes back, as any list.
"""

import json
from collections.abc import Sequence
from dataclasses import astuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.accounts.engine.people_list import Listed, Rows, listed_in, rows_of_text
from levend.accounts.queries.invite_plan import ROLE_WORDS, PlannedInvitation
from levend.core.plaintext import clean
from levend.documents.reading.sheets import SheetTrouble, read_sheet
from levend.web.forms import LongTextField, PlainForm

MOST_PEOPLE = 500
MOST_BYTES = 2 * 1024 * 1024
MOST_TEXT = 100_000


class PeopleListForm(PlainForm):
    """Lines that were pasted, or a file."""

    lines = LongTextField(
        label=gettext_lazy("Plak de lijst"),
        help_text=gettext_lazy(
            "Eén regel per school: de code van de school, de naam, het e-mailadres en, als u wilt, de rol. Zonder rol "
            "wordt iemand directeur. U kunt regels uit een spreadsheet of een mail plakken."
        ),
        required=False,
        max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )
    file = forms.FileField(
        label=gettext_lazy("Of kies een bestand"),
        help_text=gettext_lazy("Een XLSX- of CSV-bestand van hoogstens 2 MB. Wij bewaren het niet."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        error_messages={
            "invalid": gettext_lazy("Het bestand kwam niet goed over. Kies het opnieuw."),
            "missing": gettext_lazy("Het bestand kwam niet goed over. Kies het opnieuw."),
        },
    )

    def clean(self) -> dict[str, object]:
        """`people` are those of the file, where there is one."""
        found: dict[str, object] = super().clean() or {}
        if self.errors:
            return found
        file = found.get("file")
        people = listed_in(
            _rows_of_file(file.read())
            if hasattr(file, "read")
            else rows_of_text(str(found.get("lines") or "")),
            roles=frozenset(ROLE_WORDS) - {""},
        )
        if not people:
            raise ValidationError(
                {"lines": _("Plak een lijst of kies een bestand: er staat nog niemand in.")}
            )
        if len(people) > MOST_PEOPLE:
            raise ValidationError({"lines": _("Deze lijst heeft meer dan 500 regels. Deel haar in stukken.")})
        return found | {"people": people}

    def refuse(self, why: str) -> None:
        """Say at the file why it was not taken."""
        self.full_clean()
        self.errors.pop("lines", None)
        self.add_error("file", why)


def sent_along(rows: Sequence[PlannedInvitation]) -> str:
    """The lines of a plan, as the page carries them."""
    return json.dumps([astuple(row.person) for row in rows])


def came_back(text: str) -> tuple[Listed, ...]:
    """The lines that a page carried; what no page of ours sent is left out."""
    try:
        sent = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    rows = sent[:MOST_PEOPLE] if isinstance(sent, list) else []
    return tuple(found for row in rows if isinstance(row, list) and (found := _listed(row)) is not None)


def _listed(row: list[object]) -> Listed | None:
    match row:
        case [int(line), str(code), str(name), str(email), str(role)]:
            code, name, email, role = (clean(text[:300]) for text in (code, name, email, role))
            return Listed(line, code, name[:120], email, role)
    return None


def _rows_of_file(data: bytes) -> Rows:
    """Every row with its line; the first is that of the headers, which may be somebody already."""
    sheet = read_sheet(data)
    match sheet.trouble:
        case SheetTrouble.NONE:
            return [(sheet.rows[0][0] - 1, sheet.headers), *sheet.rows]
        case SheetTrouble.EMPTY:
            return ()
        case SheetTrouble.ENCRYPTED:
            why = _("Dit bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.")
        case _:
            why = _(
                "Dit is geen spreadsheet die wij kunnen lezen. Bewaar het als XLSX of CSV, of plak de lijst."
            )
    raise ValidationError({"file": why})
