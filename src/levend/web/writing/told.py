"""The figure of a source beside a question, in words, and whether the school says another thing."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.formats.engine.beside import Fact, differs
from levend.formats.engine.definition import Question
from levend.formats.engine.extra import PUPILS, TAG, extra_questions, figure_codes, reason_key, register_key
from levend.formats.engine.kinds import RegisterName
from levend.formats.engine.question_types.number import in_dutch
from levend.keyfigures.engine.reference_dates import is_old
from levend.profiles.queries.writing import Draft, Writing


def source_words(profile: Writing, question: Question) -> str:
    """*Volgens DUO op 1 oktober 2025: 214*, and whether that is long before the reference date.

    Without a count up to that date it says so; empty for a figure that no source gives.
    """
    if not question.tag_values(TAG):
        return ""
    code = figure_codes(profile.definition).get(question.key, "")
    fact = profile.draft.facts.get(code)
    if fact is None:
        return _no_count(profile.draft) if code == PUPILS else ""
    number = _("minder dan 5") if fact.value is None else in_dutch(fact.value)
    words = _("Volgens %(source)s op %(day)s: %(number)s") % {
        "source": fact.source,
        "day": _in_words(date.fromisoformat(fact.on)),
        "number": number,
    }
    return ". ".join(filter(None, (words, _is_old(profile.draft, fact))))


@dataclass(frozen=True)
class SourceNote:
    """What is to be known of a number of pupils: none was counted yet, or long before the reference date; else nothing.

    `has_years`: there is a page of the counts of other years.
    """

    words: str
    has_years: bool


def register_note(profile: Writing, field: RegisterName) -> SourceNote | None:
    """Beside a register fact; none beside what nobody counts."""
    if field is not RegisterName.PUPILS:
        return None
    fact, words = profile.draft.facts.get(PUPILS), ""
    if fact is not None:
        words = _is_old(profile.draft, fact)
    elif profile.draft.register.get(field.value) is None:
        words = _no_count(profile.draft)
    return SourceNote(words, has_years=profile.draft.location_id is not None)


def reason_question(profile: Writing, chapter_key: str, question: Question) -> Question | None:
    """The question why the answer is another one than the figure, as long as it is."""
    entry = profile.beside.get(question.key)
    if entry is None or not differs(entry, profile.answers.get(question.key)):
        return None
    chapter = profile.definition.chapter(chapter_key)
    return extra_questions(profile.definition, chapter).get(reason_key(question.key))


def _no_count(draft: Draft) -> str:
    if draft.reference_date is None:
        return ""
    return _("Er is geen telling bekend van %(day)s of eerder. Daarom is hier niets ingevuld.") % {
        "day": _in_words(draft.reference_date)
    }


def _is_old(draft: Draft, fact: Fact) -> str:
    if draft.reference_date is None or not is_old(date.fromisoformat(fact.on), draft.reference_date):
        return ""
    return _("Deze telling is meer dan een jaar ouder dan de teldatum, %(day)s.") % {
        "day": _in_words(draft.reference_date)
    }


def _in_words(day: date) -> str:
    return date_format(day, "j F Y")


def is_told(profile: Writing, field: RegisterName) -> bool:
    """Whether the school says another thing than the register."""
    return "told" in profile.beside.get(register_key(field), {})
