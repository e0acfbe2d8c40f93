"""When a question is asked, in a Dutch sentence: for who fills in where no program hides it."""

from collections.abc import Iterable, Sequence

from .conditions import (
    All,
    AnyOf,
    ConditionPart,
    Empty,
    Equal,
    Greater,
    Has,
    Less,
    Not,
    NotEqual,
    Operand,
)
from .definition import FormatDefinition, Question
from .display import display
from .kinds import QuestionType
from .messages import say
from .question_types.base import label_of

_CHOSEN = {QuestionType.CHOICE, QuestionType.RATING, QuestionType.BOOLEAN}


def condition_sentence(definition: FormatDefinition, question: Question) -> str:
    """*Vul dit alleen in als u bij “Pestprotocol” “Ja” kiest.* Empty for what is always asked."""
    clauses = []
    if question.namely_for is not None:
        key, option = question.namely_for
        clauses.append(_chosen(definition.question(key), [option]))
    if question.condition is not None:
        clauses.append(_clause(definition, question.condition))
    return say("when.sentence", when=_listed(clauses, "when.and")) if clauses else ""


def _clause(definition: FormatDefinition, condition: ConditionPart) -> str:
    match condition:
        case All(all=parts):
            return _listed([_clause(definition, part) for part in parts], "when.and")
        case AnyOf(any=parts):
            return _either(definition, parts)
        case Not(not_=Empty(empty=key)):
            return say("when.filled", label=definition.question(key).label)
        case Not(not_=part):
            return say("when.not", when=_clause(definition, part))
        case Empty(empty=key):
            return say("when.empty", label=definition.question(key).label)
        case Equal(eq=(key, operand)) | Has(has=(key, operand)):
            return _chosen(definition.question(key), [operand])
        case NotEqual(ne=(key, operand)):
            return _compared(definition.question(key), "when.other", operand)
        case Greater(gt=(key, operand)):
            return _ordered(definition.question(key), "when.more", operand)
        case Less(lt=(key, operand)):
            return _ordered(definition.question(key), "when.less", operand)
    raise TypeError(f"{condition!r} is no condition")


def _either(definition: FormatDefinition, parts: Sequence[ConditionPart]) -> str:
    """Neighbours about one question are said together: “aanvullend” of “extra”."""
    clauses: list[str] = []
    together: list[Operand] = []
    about = ""
    for part in [*parts, None]:
        match part:
            case Equal(eq=(key, operand)) | Has(has=(key, operand)) if key == about:
                together.append(operand)
                continue
        if together:
            clauses.append(_chosen(definition.question(about), together))
        about, together = "", []
        match part:
            case Equal(eq=(key, operand)) | Has(has=(key, operand)):
                about, together = key, [operand]
            case ConditionPart():
                clauses.append(_clause(definition, part))
    return _listed(clauses, "when.or")


def _chosen(question: Question, operands: Iterable[Operand]) -> str:
    what = _listed([f"“{_words(question, operand)}”" for operand in operands], "when.or")
    kind = (
        "ticked"
        if question.type is QuestionType.CHOICES
        else "chosen"
        if question.type in _CHOSEN
        else "typed"
    )
    return say(f"when.{kind}", label=question.label, what=what)


def _compared(question: Question, sentence: str, operand: Operand) -> str:
    return say(sentence, label=question.label, what=f"“{_words(question, operand)}”")


def _ordered(question: Question, sentence: str, operand: Operand) -> str:
    kind = f".{question.type}" if question.type in {QuestionType.RATING, QuestionType.DATE} else ""
    return _compared(question, f"{sentence}{kind}", operand)


def _words(question: Question, operand: Operand) -> str:
    return label_of(question, operand) if question.options else display(question, operand)


def _listed(parts: Sequence[str], word: str) -> str:
    """a, b en c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {say(word)} {parts[-1]}"
