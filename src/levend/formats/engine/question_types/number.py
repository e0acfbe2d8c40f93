"""A number, whole or with decimals."""

import math
import re

from ..definition import Question
from ..kinds import QuestionType
from ..messages import say
from ..text import clean
from ..values import Value, ValueFault
from .base import TypeOfQuestion

MOST = 1_000_000_000_000  # well inside what JSON holds exactly

_WITH_THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]{1,15}([.,][0-9]{1,15})?")


class Number(TypeOfQuestion):
    """Read as Dutch writes numbers: a comma before decimals, points between thousands. Four decimals are kept."""

    type = QuestionType.NUMBER
    fields = frozenset({"minimum", "maximum"})
    operators = frozenset({"eq", "ne", "gt", "lt"})
    json_kind = "number"

    def is_comparable(self, question: Question, value: object) -> bool:
        return self.is_json(value)

    def rank(self, question: Question, value: object) -> float | str:
        return value if isinstance(value, int | float) else 0

    def is_json(self, value: object) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)

    def parse(self, question: Question, raw: object) -> Value:
        number = _number(raw)
        if question.minimum is not None and number < question.minimum:
            raise ValueFault(say("value.too_small", least=in_dutch(question.minimum)))
        most = MOST if question.maximum is None else question.maximum
        if number > most:
            raise ValueFault(say("value.too_large", most=in_dutch(most)))
        if number < -MOST:
            raise ValueFault(say("value.too_small", least=in_dutch(-MOST)))
        return number

    def display(self, question: Question, value: Value) -> str:
        return in_dutch(value) if isinstance(value, int | float) else str(value)


def _number(raw: object) -> int | float:
    if isinstance(raw, str):
        text = clean(raw).replace("\u2212", "-").replace(" ", "").replace("\u00a0", "")
        if _WITH_THOUSANDS.fullmatch(text):
            text = text.replace(".", "")
        elif not _PLAIN.fullmatch(text):
            raise ValueFault(say("value.number"))
        raw = float(text.replace(",", "."))
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise ValueFault(say("value.number"))
    number = round(float(raw), 4) if abs(raw) <= MOST * 10 else raw
    return int(number) if number == int(number) else number


def in_dutch(number: int | float) -> str:
    """1234 as 1234, 12345.5 as 12.345,5: points between thousands from five digits on."""
    sign = "-" if number < 0 else ""
    whole, _, decimals = f"{abs(number):.4f}".partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", ".")
    decimals = decimals.rstrip("0")
    return f"{sign}{whole},{decimals}" if decimals else f"{sign}{whole}"
