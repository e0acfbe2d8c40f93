"""An answer to read."""

from collections.abc import Mapping

from django.utils.safestring import SafeString

from levend.formats.engine.definition import Question
from levend.formats.engine.display import display_with
from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.values import Value
from levend.web.writing.prose import as_html


def shown(question: Question, value: Value, register: Mapping[str, object] | None = None) -> SafeString:
    """An answer as text to read; several options or rows as a list. With the register: what stands beside it too."""
    text = display_with(question, value, register or {})
    if question.type in {QuestionType.CHOICES, QuestionType.TABLE}:
        text = "\n".join(f"- {line}" for line in text.split("\n") if line)
    return as_html(text)
