"""Complete answers to any format: plain ones, the longest that are taken, and ones that try to break what prints them.

Every question is answered, hidden ones too, with every option chosen; so nothing depends on a format's own words.
"""

from collections.abc import Callable
from itertools import cycle, islice

from levend.formats.engine.answers import length_limit
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.kinds import QuestionType

SNIPPETS = (
    '#panic("weg") #set page(width: 1pt) #import "/etc/passwd": * @bron <label> $sum_(i=0)^n$ // weg /* ook weg',
    "<script>alert(1)</script><img src=x onerror=alert(1)></p></body>&nbsp;&lt;b&gt;",
    "{{ 7*7 }}{% include '/etc/passwd' %}{# weg #}{{ settings.SECRET_KEY }}{% endblock %}${7*7}<%= 7*7 %>",
    '=CMD("calc")+1 @SUM(A1) -2+3+cmd|\' /C calc\'!A0 =HYPERLINK("http://x.example";"klik")',
    "# Kop\n## Kop twee\n\n| a | b |\n|---|---|\n[klik](javascript:alert(1)) ![](http://x.example/a.png) `code` ~~weg~~ ***",
    "- een\n- **twee\n-drie\n* vier **vet** _schuin_ \\ \\\\ https://x.example/(a)?b=c&d=%27 www.x.example.",
    "e\u0323\u0301o\u0308\u0302 Z\u0336a\u0337\u0334l\u0335g\u0338o\u0336\u0489 \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \u202eomgekeerd\u202c \u2067a\u2069",
    "x" * 220,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "on\u200bzicht\u200dbaar\ufeff\u00ad\u2060 \u00a0\u2003 \U000e0067\ufe0f",
    "\U0001f600\U0001f389\U0001f469\U0001f3fd\u200d\U0001f3eb \U0001f1f3\U0001f1f1 \U0001f333 \u65e5\u672c\u8a9e \U0001d54f \ufb01 \u2460",
    "\x00\x07\x1b[31m\ud7ff\uffff\ufffe\r\nregel\r\rregel\u2028regel\u2029regel\ttab",
    "'; DROP TABLE profiles_answer; -- \" \\u0000 %s %(x)s {0} ${x} %n ../../../etc/passwd C:\\con",
)
_LONG = (
    "Wij kijken elke dag naar elk kind en praten daar met de ouders over, ook als het goed gaat. "
    "Samenwerkingsverbandoverstijgende ondersteuningsvoorzieningen vragen méér overleg; dat coördineren wij zélf.\n\n"
    "- een kort punt\n- een langer punt met **nadruk** en een adres: https://school.example/hulp\n\n"
)
TextFor = Callable[[int, int], str]


def plain(definition: FormatDefinition) -> dict[str, object]:
    return _answers(definition, lambda number, most: f"Antwoord {number}: zo doen wij dat."[:most], rows=2)


def longest(definition: FormatDefinition) -> dict[str, object]:
    """Every text as long as it may be, every table as full."""
    return _answers(definition, lambda _number, most: (_LONG * (most // len(_LONG) + 1))[:most], rows=None)


def hostile(definition: FormatDefinition) -> dict[str, object]:
    """Every snippet in turn, in other places of every text; each text as long as it may be, at most 1,500."""

    def text(number: int, most: int) -> str:
        start = number % len(SNIPPETS)
        pieces = [*SNIPPETS[start:], *SNIPPETS[:start]]
        return " ".join(islice(cycle(pieces), len(pieces)))[: min(most, 1_500)]

    return _answers(definition, text, rows=None)


def _answers(definition: FormatDefinition, text: TextFor, *, rows: int | None) -> dict[str, object]:
    return {
        question.key: _answer(question, number, text, rows)
        for number, question in enumerate(definition.questions)
    }


def _answer(question: Question, number: int, text: TextFor, rows: int | None) -> object:
    """Numbers differ and are no small counts; a table has `rows` rows, or as many as it may have."""
    match question.type:
        case QuestionType.TEXT | QuestionType.LONG_TEXT:
            return text(number, length_limit(question) or 300)
        case QuestionType.NUMBER:
            return min(max(int(question.minimum or 0), 12 + number), int(question.maximum or 10_000))
        case QuestionType.DATE:
            return f"2026-03-{number % 28 + 1:02}"
        case QuestionType.BOOLEAN:
            return True
        case QuestionType.CHOICE | QuestionType.RATING:
            return question.options[number % len(question.options)].key
        case QuestionType.CHOICES:
            return [option.key for option in question.options if option.key not in question.exclusive]
        case QuestionType.TABLE:
            most = int(30 if question.maximum is None else question.maximum)
            return [
                {
                    column.key: _answer(column, number + row + place, text, rows)
                    for place, column in enumerate(question.columns)
                }
                for row in range(min(rows or most, most))
            ]
