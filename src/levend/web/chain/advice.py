"""An advice with its conditions and what the board does with them."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from levend.adoption.enums import AdviceKind, Reaction
from levend.adoption.queries.overview import AdviceView, CaseOverview, ConditionView
from levend.web.chain.forms.advice import ReactionForm

_ADVICE_SIGNS = {
    AdviceKind.POSITIVE: ("ok", "check"),
    AdviceKind.CONDITIONAL: ("grow", "circle-alert"),
    AdviceKind.NEGATIVE: ("plum", "message-square"),
    AdviceKind.NOT_GIVEN: ("", "hourglass"),
}
_REACTION_SIGNS = {
    Reaction.FOLLOWED: ("ok", "check", _("Overgenomen")),
    Reaction.DECLINED: ("", "x", _("Niet overgenomen")),
}


@dataclass(frozen=True)
class Condition:
    """A condition of the council with what the board does with it. `form` is there for who may answer it now."""

    view: ConditionView
    tag: str
    icon: str
    words: str
    form: ReactionForm | None
    may_change: bool


@dataclass(frozen=True)
class AdviceCard:
    view: AdviceView
    label: str
    tag: str
    icon: str
    conditions: tuple[Condition, ...]


def advice_card(advice: AdviceView, about: CaseOverview, may_answer: bool) -> AdviceCard:
    """The card; with `may_answer` each condition that waits has its form, and each answer can be changed."""
    tag, icon = _ADVICE_SIGNS[advice.kind]
    conditions = tuple(_condition(view, about, may_answer) for view in advice.conditions)
    return AdviceCard(advice, _label(advice), tag, icon, conditions)


def _label(advice: AdviceView) -> str:
    """*Positief, met 2 voorwaarden*."""
    if advice.kind is AdviceKind.CONDITIONAL:
        return ngettext(
            "Positief, met %(count)d voorwaarde",
            "Positief, met %(count)d voorwaarden",
            len(advice.conditions),
        ) % {"count": len(advice.conditions)}
    return capfirst(str(advice.kind.label))


def _condition(view: ConditionView, about: CaseOverview, may_answer: bool) -> Condition:
    answered = view.reaction is not Reaction.NONE
    tag, icon, words = _REACTION_SIGNS.get(view.reaction, ("", "", ""))
    form = None
    if may_answer and not answered:
        form = ReactionForm(about=about, auto_id=f"v{view.number}_%s")
    return Condition(view, tag, icon, str(words), form, may_answer and answered)
