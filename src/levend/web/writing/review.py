"""An answer of last time beside its question: what it said, where it stands now, what can be said of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.formats.engine.carry import Carried, Left, Reason
from levend.profiles.engine.revisions import is_same
from levend.profiles.engine.standing import CONFIRMED
from levend.profiles.enums import Standing, Verdict
from levend.profiles.queries.writing import AnswerState, Writing
from levend.web.writing import words
from levend.web.writing.prose import as_html
from levend.web.writing.shown import shown


@dataclass(frozen=True)
class VerdictButton:
    value: Verdict
    label: str
    icon: str
    pressed: bool


@dataclass(frozen=True)
class Review:
    """`former` is last time's text where the answer says something else now; `left` why it could not all come along."""

    key: str
    standing: Standing
    words: str
    version: str
    former: SafeString
    left: tuple[str, ...]

    @property
    def can_be_judged(self) -> bool:
        """An answer that came along; of one that stayed behind there is only the former text to read."""
        return self.standing is not Standing.NEW

    @property
    def buttons(self) -> tuple[VerdictButton, ...]:
        holds = VerdictButton(Verdict.CONFIRM, _("Klopt nog"), "check", self.standing in CONFIRMED)
        lapses = VerdictButton(Verdict.DROP, _("Vervalt"), "x", self.standing is Standing.DROPPED)
        back = VerdictButton(Verdict.BACK, _("Zet terug"), "undo-2", False)
        return (holds, lapses) if self.standing is Standing.CARRIED else (holds, lapses, back)


def review_of(profile: Writing, key: str) -> Review | None:
    """Nothing for a question that last time had no answer."""
    if profile.former is None or key not in profile.former.answers:
        return None
    carried = profile.former.answers[key]
    state = profile.state_of(key)
    differs = not is_same(state.value, carried.before)
    return Review(
        key=key,
        standing=state.standing,
        words=_words(state),
        version=profile.former.source or _("Profiel %(year)s") % {"year": profile.former.school_year},
        former=former_shown(carried) if differs else as_html(""),
        left=left_words(carried.left),
    )


def former_shown(carried: Carried) -> SafeString:
    """The answer as it read last time."""
    return shown(carried.question, carried.before)


def left_words(left: Iterable[Left]) -> tuple[str, ...]:
    """Why something stayed behind, in sentences."""
    return tuple(_sentence(each) for each in left)


def _words(state: AnswerState) -> str:
    values = {"name": state.by_name, "when": words.when(state.at) if state.at else ""}
    match state.standing:
        case Standing.CARRIED:
            return _("Dit antwoord is van vorige keer. Klopt het nog?")
        case Standing.CONFIRMED | Standing.CONFIRMED_BY_CHAPTER:
            return _("Klopt nog, zegt %(name)s, %(when)s.") % values
        case Standing.CHANGED:
            return _("Gewijzigd door %(name)s, %(when)s.") % values
        case Standing.DROPPED:
            return _("Vervalt, zegt %(name)s, %(when)s.") % values
    return ""


def _sentence(left: Left) -> str:
    names = ", ".join(f"“{name}”" for name in left.names)
    match left.reason:
        case Reason.QUESTION_GONE:
            return _("Deze vraag staat niet meer in het format.")
        case Reason.TYPE_CHANGED:
            if names:
                return _("Deze kolom vraagt nu om een ander soort antwoord: %(names)s.") % {"names": names}
            return _("De vraag vraagt nu om een ander soort antwoord.")
        case Reason.OPTION_GONE:
            return ngettext(
                "Dit staat niet meer bij de keuzes: %(names)s.",
                "Deze staan niet meer bij de keuzes: %(names)s.",
                len(left.names),
            ) % {"names": names}
        case Reason.COLUMN_GONE:
            return ngettext(
                "Deze kolom is er niet meer: %(names)s.",
                "Deze kolommen zijn er niet meer: %(names)s.",
                len(left.names),
            ) % {"names": names}
        case Reason.NOT_ASKED:
            return _("De vraag wordt nu niet gesteld, door een antwoord op een andere vraag.")
        case Reason.DOES_NOT_FIT:
            return _("Het antwoord past niet meer bij de vraag. %(why)s") % {"why": " ".join(left.names)}
