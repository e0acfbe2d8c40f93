"""What a list of a round is filtered and sorted by: a form in the address, so that a link gives the same list."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django import forms
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.adoption.enums import Party
from levend.organisations.enums import SchoolType
from levend.rounds.engine.progress import Stage
from levend.rounds.queries.progress import Order, ProgressFilter, Show
from levend.rounds.queries.progress_totals import Total

LONGEST = 100
STAGES = {
    Stage.NONE: (gettext_lazy("zonder profiel"), "quiet", "circle-dashed"),
    Stage.WRITING: (gettext_lazy("de school schrijft"), "", "pencil"),
    Stage.COUNCIL: (gettext_lazy("bij de medezeggenschapsraad"), "plum", "message-square"),
    Stage.BOARD: (gettext_lazy("bij het bestuur"), "info", "landmark"),
    Stage.ADOPTED: (gettext_lazy("vastgesteld"), "ok", "stamp"),
    Stage.SUBMITTED: (gettext_lazy("ingediend"), "brand", "send"),
    Stage.RECEIVED: (gettext_lazy("ontvangen"), "ok", "check"),
}
"""Words, kind of label and icon."""
SHOWN = {
    Show.ALL: gettext_lazy("Alle"),
    Show.LATE: gettext_lazy("Te laat"),
    Show.SOON: gettext_lazy("Binnen 14 dagen"),
    Show.OPEN: gettext_lazy("Nog niet ingediend"),
    Show.EXTENDED: gettext_lazy("Met uitstel"),
    Show.WITHOUT_CASE: gettext_lazy("Zonder profiel"),
}
ORDERS = {
    Order.URGENCY: gettext_lazy("meest dringend eerst"),
    Order.NAME: gettext_lazy("naam"),
    Order.BOARD: gettext_lazy("bestuur"),
    Order.STATE: gettext_lazy("stap"),
    Order.FULLNESS: gettext_lazy("minst gevuld eerst"),
    Order.DAYS: gettext_lazy("laatste dag"),
}


class ProgressForm(forms.Form):
    """What is unknown filters nothing."""

    zoek = forms.CharField(required=False)
    toon = forms.ChoiceField(choices=[(show.value, show.value) for show in Show], required=False)
    stap = forms.ChoiceField(choices=[(stage.value, stage.value) for stage in Stage], required=False)
    beurt = forms.ChoiceField(choices=Party.choices, required=False)
    bestuur = forms.CharField(required=False, max_length=20)
    verband = forms.CharField(required=False, max_length=20)
    soort = forms.ChoiceField(choices=SchoolType.choices, required=False)
    volgorde = forms.ChoiceField(choices=[(order.value, order.value) for order in Order], required=False)

    @property
    def asked(self) -> ProgressFilter:
        self.full_clean()
        given = {name: str(value) for name, value in self.cleaned_data.items() if value}
        return ProgressFilter(
            stage=Stage(given["stap"]) if "stap" in given else None,
            turn=Party(given["beurt"]) if "beurt" in given else None,
            show=Show(given.get("toon", "")),
            board=given.get("bestuur", ""),
            consortium=given.get("verband", ""),
            kind=given.get("soort", ""),
            words=given.get("zoek", "")[:LONGEST],
            order=Order(given.get("volgorde", "")),
        )


@dataclass(frozen=True)
class Select:
    """A list to choose from: value, words, and whether it is the one that was chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]

    @property
    def html(self) -> SafeString:
        """The options, in one go: a region has hundreds of boards, for which Django's own joining takes a tenth of the page."""
        return SafeString(
            "".join(
                f'<option value="{escape(value)}"{" selected" if chosen else ""}>{escape(str(words))}</option>'
                for value, words, chosen in self.options
            )
        )


def selects(
    asked: ProgressFilter, *, boards: Iterable[Total], consortia: Iterable[Total], kinds: Iterable[str]
) -> tuple[Select, ...]:
    """The lists of the form; one without a choice is left out."""
    stage = asked.stage.value if asked.stage else ""
    turn = asked.turn.value if asked.turn else ""
    everyone = (_("Iedereen"), [(party.value, capfirst(str(party.label))) for party in Party])
    found = (
        ("stap", _("Stap"), _("Alle stappen"), [(one.value, _stage(one)) for one in Stage], stage),
        ("beurt", _("Wie is aan zet"), *everyone, turn),
        ("bestuur", _("Bestuur"), _("Alle besturen"), [(one.code, one.name) for one in boards], asked.board),
        (
            "verband",
            _("Samenwerkingsverband"),
            _("Alle samenwerkingsverbanden"),
            [(one.code, one.name) for one in consortia],
            asked.consortium,
        ),
        ("soort", _("Soort school"), _("Alle soorten"), [(one, _kind(one)) for one in kinds], asked.kind),
        (
            "volgorde",
            _("Volgorde"),
            "",
            [(one.value, capfirst(str(ORDERS[one]))) for one in Order],
            asked.order,
        ),
    )
    return tuple(
        Select(name, label, tuple((value, words, value == chosen) for value, words in _with(every, options)))
        for name, label, every, options, chosen in found
        if len(options) > 1 or chosen
    )


def _with(every: str, options: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("", every), *options] if every else options


def _stage(stage: Stage) -> str:
    return capfirst(str(STAGES[stage][0]))


def _kind(kind: str) -> str:
    return capfirst(str(SchoolType(kind).label))
