"""The form in which a round is set out: everything filled in already."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from levend.core import clock
from levend.organisations.enums import SchoolType
from levend.rounds.engine.dates import milestones_before
from levend.rounds.enums import MilestoneKind, RoundText
from levend.rounds.queries.proposal import Proposal
from levend.rounds.values import RoundPlan
from levend.web.forms import DayField, LongTextField, PlainForm, TextField
from levend.web.rounds.figures import help_words, warning_words

FIXED = ("school_year", "regime", "reference_date", "opens_on", "requires_positive_advice")
"""What stays once schools work with it."""


class RoundForm(PlainForm):
    """`is_open`: a round that schools work in; what stays as it is, is not asked."""

    name = TextField(label=_("Naam van de ronde"), max_length=120)
    school_year = TextField(label=_("Schooljaar"), help_text=_("Bijvoorbeeld 2026-2027."), max_length=9)
    reference_date = DayField(label=_("Teldatum van de kengetallen"))
    regime = forms.ChoiceField(
        label=_("Regime"),
        required=False,
    )
    opens_on = DayField(label=_("Open vanaf"))
    deadline = DayField(label=_("Uiterste inleverdatum"), help_text=_("De laatste dag, tot middernacht."))
    requires_positive_advice = forms.BooleanField(
        label=_("Alleen met een positief advies van de medezeggenschapsraad"),
        required=False,
        help_text=_(
            "De wet vraagt advies, geen instemming. Vink dit alleen aan als uw regio dat heeft afgesproken."
        ),
    )

    def __init__(
        self, data: Mapping[str, object] | None = None, *, proposal: Proposal, is_open: bool = False
    ) -> None:
        self.proposal = proposal
        plan = proposal.plan
        initial: dict[str, Any] = {name: getattr(plan, name) for name in ("name", "deadline", *FIXED)}
        super().__init__(data, initial=initial | {"consortia": [str(pk) for pk in proposal.chosen]})
        self.asked_formats = [
            one for one in proposal.formats if not (is_open and one.chosen is not None) and one.versions
        ]
        self.fields["reference_date"].help_text = help_words(proposal.counted, proposal.schools)
        regimes = self.fields["regime"]
        assert isinstance(regimes, forms.ChoiceField)  # noqa: S101  (declared above)
        titles = regime_titles(proposal)
        regimes.choices = [("", _("Zoals bij elk samenwerkingsverband geldt")), *titles.items()]
        regimes.help_text = _(
            "Hoe lang een profiel geldt, wat erin moet staan, hoe lang de raad heeft. Bij deze samenwerkingsverbanden geldt: "
            "%(regimes)s. Kies alleen iets anders als dat is afgesproken."
        ) % {"regimes": ", ".join(titles[key] for key in proposal.own_regimes)}
        if is_open:
            for name in FIXED:
                self.fields.pop(name, None)
        if len(proposal.consortia) > 1:
            self.fields["consortia"] = forms.MultipleChoiceField(
                label=_("Samenwerkingsverbanden"),
                widget=forms.CheckboxSelectMultiple,
                choices=[(str(one.id), _with_schools(one.name, one.schools)) for one in proposal.consortia],
            )
        for one in self.asked_formats:
            self.fields[f"format_{one.kind.value}"] = forms.ChoiceField(
                label=_with_schools(capfirst(str(one.kind.label)), one.schools),
                required=False,
                initial=one.chosen or "",
                choices=[
                    ("", _("Nog geen format")),
                    *((str(found.id), f"{found.title} ({found.number})") for found in one.versions),
                ],
            )
        for kind in MilestoneKind:
            self.fields[f"day_{kind.value}"] = DayField(
                label=capfirst(str(kind.label)), required=False, initial=plan.milestones.get(kind)
            )
        for text in RoundText:
            self.fields[text.value] = LongTextField(
                label=text.label, required=False, initial=plan.texts.get(text.value, ""), max_length=8_000
            )
        self.in_our_words()

    @property
    def advice_term_days(self) -> int:
        """The council's days under the regime that is chosen in the form."""
        chosen = self["regime"].value() if "regime" in self.fields else self.proposal.plan.regime
        return self.proposal.terms.get(str(chosen or ""), self.proposal.terms[""])

    @property
    def figures_warning(self) -> str:
        """That the reference date gives nothing; empty when it does, or is no date."""
        if "reference_date" not in self.fields:
            return ""
        try:
            day = self.fields["reference_date"].clean(self["reference_date"].value())
        except ValidationError:
            return ""
        return warning_words(self.proposal.counted, day, clock.today())

    @property
    def plan(self) -> RoundPlan:
        """What was filled in; what was not asked, as it was."""
        was, given = self.proposal.plan, self.cleaned_data
        fixed = {name: given[name] for name in FIXED if name in given}
        days = {kind: given.get(f"day_{kind.value}") for kind in MilestoneKind}
        return RoundPlan(
            **{name: getattr(was, name) for name in FIXED} | fixed,
            name=given["name"],
            deadline=given["deadline"],
            texts={text.value: given[text.value] for text in RoundText},
            milestones={kind: day for kind, day in days.items() if day is not None},
        )

    @property
    def consortium_ids(self) -> list[int]:
        """Those that were ticked; the only one where there is no choice."""
        if "consortia" in self.fields:
            return [int(key) for key in self.cleaned_data["consortia"]]
        return [one.id for one in self.proposal.consortia]

    @property
    def versions(self) -> dict[SchoolType, int]:
        """The chosen format by kind of school, with those that stay."""
        asked = {one.kind for one in self.asked_formats}
        kept = {one.kind: one.chosen for one in self.proposal.formats if one.kind not in asked and one.chosen}
        given = {kind: self.cleaned_data[f"format_{kind.value}"] for kind in asked}
        return {**kept, **{kind: int(value) for kind, value in given.items() if value}}

    @property
    def format_fields(self) -> list[BoundField]:
        return [self[f"format_{one.kind.value}"] for one in self.asked_formats]

    @property
    def milestone_fields(self) -> list[BoundField]:
        return [self[f"day_{kind.value}"] for kind in MilestoneKind]

    @property
    def text_fields(self) -> list[BoundField]:
        return [self[text.value] for text in RoundText]

    @property
    def texts_at_fault(self) -> bool:
        """Whether the texts, which are folded away, hold a fault."""
        return self.is_bound and any(field.errors for field in self.text_fields)


class ExtensionForm(PlainForm):
    until = DayField(label=_("Tijd tot en met"), help_text=_("De nieuwe laatste dag, tot middernacht."))
    reason = LongTextField(
        label=_("Waarom"),
        help_text=_("De scholen lezen dit mee, op hun pagina en in de mail."),
        max_length=2_000,
    )


class ReasonForm(PlainForm):
    reason = LongTextField(label=_("Waarom gaat de ronde weer open?"), max_length=2_000)


def regime_titles(proposal: Proposal) -> dict[str, str]:
    """What each regime is called in the language of the page, by key."""
    language = get_language() or "nl"
    return {law.key: law.title.in_language(language) for law in proposal.regimes}


def recounted(data: QueryDict, terms: Mapping[str, int]) -> QueryDict:
    """What was sent, with the milestones counted back from its deadline; unchanged when that is no date."""
    try:
        deadline = DayField().clean(data.get("deadline", ""))
    except ValidationError:
        return data
    changed = data.copy()
    advice_term_days = terms.get(data.get("regime", ""), terms[""])
    if isinstance(deadline, date) and deadline.year > 2000:
        for kind, day in milestones_before(deadline, advice_term_days).items():
            changed[f"day_{kind.value}"] = str(DayField().prepare_value(day))
    return changed


def _with_schools(name: "str | Promise", schools: int) -> str:
    count = ngettext("%(n)d school", "%(n)d scholen", schools) % {"n": schools}
    return f"{name} ({count})"
