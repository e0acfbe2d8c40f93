"""The figure of a source beside a question, in words, and whether the school says another thing."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.formats.engine.beside import differs
from levend.formats.engine.definition import Question
from levend.formats.engine.extra import TAG, extra_questions, figure_codes, reason_key, register_key
from levend.formats.engine.kinds import RegisterName
from levend.formats.engine.question_types.number import in_dutch
from levend.profiles.queries.writing import Writing


def source_words(profile: Writing, question: Question) -> str:
    """*Volgens DUO op 1 oktober 2025: 214*; empty where no figure is known."""
    if not question.tag_values(TAG):
        return ""
    fact = profile.draft.facts.get(figure_codes(profile.definition).get(question.key, ""))
    if fact is None:
        return ""
    number = _("minder dan 5") if fact.value is None else in_dutch(fact.value)
    day = date_format(date.fromisoformat(fact.on), "j F Y")
    return _("Volgens %(source)s op %(day)s: %(number)s") % {
        "source": fact.source,
        "day": day,
        "number": number,
    }


def reason_question(profile: Writing, chapter_key: str, question: Question) -> Question | None:
    """The question why the answer is another one than the figure, as long as it is."""
    entry = profile.beside.get(question.key)
    if entry is None or not differs(entry, profile.answers.get(question.key)):
        return None
    chapter = profile.definition.chapter(chapter_key)
    return extra_questions(profile.definition, chapter).get(reason_key(question.key))


def is_told(profile: Writing, field: RegisterName) -> bool:
    """Whether the school says another thing than the register."""
    return "told" in profile.beside.get(register_key(field), {})
