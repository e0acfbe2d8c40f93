"""What a school can say beside its answers, as questions that stand in no format.

They are kept among the answers, under keys that no question can have: `aantal--reason` says why a number is another
one than the source has, `register--pupils` what the school says of a register fact, `register--pupils--reason` why.
"""

from collections.abc import Iterator

from .definition import Chapter, FormatDefinition, Question, RegisterField
from .kinds import QuestionType, RegisterName
from .messages import say
from .values import Answers

TAG = "keyfigure"
PUPILS = "KG-LL"
"""The key figure that the register fact `pupils` is."""
CORRECTABLE = frozenset(
    {
        RegisterName.NAME,
        RegisterName.STREET,
        RegisterName.POSTCODE,
        RegisterName.CITY,
        RegisterName.MUNICIPALITY,
        RegisterName.PUPILS,
    }
)
LONGEST_REASON = 500
LONGEST_FACT = 200
MOST_PUPILS = 20_000


def reason_key(key: str) -> str:
    return f"{key}--reason"


def register_key(field: RegisterName) -> str:
    return f"register--{field.value}"


def figure_codes(definition: FormatDefinition) -> dict[str, str]:
    """By the key of a question the key figure that fills it in: a number that alone asks for that figure."""
    asked: dict[str, list[str]] = {}
    for question in definition.questions:
        if question.type is QuestionType.NUMBER:
            for code in question.tag_values(TAG):
                asked.setdefault(code, []).append(question.key)
    return {keys[0]: code for code, keys in asked.items() if len(keys) == 1}


def extra_questions(definition: FormatDefinition, chapter: Chapter | None = None) -> dict[str, Question]:
    """What a school can say beside its answers, as questions that stand in no format; of one chapter when given."""
    codes = figure_codes(definition)
    found: dict[str, Question] = {}
    for each in (chapter,) if chapter else definition.chapters:
        for item in each.items:
            if isinstance(item, RegisterField) and item.field in CORRECTABLE:
                key = register_key(item.field)
                found[key] = _told_question(key, item)
                found[reason_key(key)] = _reason_question(key, item.label)
            elif isinstance(item, Question) and item.key in codes:
                found[reason_key(item.key)] = _reason_question(item.key, item.label)
    return found


def place_of(definition: FormatDefinition, key: str) -> tuple[Question, Chapter]:
    """A question, or what stands beside one, with its chapter; KeyError when there is none."""
    if definition.has(key):
        return definition.question(key), definition.chapter_of(key)
    for chapter in definition.chapters:
        extra = extra_questions(definition, chapter)
        if key in extra:
            return extra[key], chapter
    raise KeyError(key)


def is_told(answers: Answers) -> bool:
    """Whether the school says something of a register fact."""
    return any(answers.get(register_key(field)) is not None for field in CORRECTABLE)


def register_fields_of(definition: FormatDefinition) -> Iterator[RegisterField]:
    """The register facts of a format that a school can say something of, each once."""
    seen: set[RegisterName] = set()
    for chapter in definition.chapters:
        for item in chapter.items:
            if isinstance(item, RegisterField) and item.field in CORRECTABLE and item.field not in seen:
                seen.add(item.field)
                yield item


def _told_question(key: str, item: RegisterField) -> Question:
    if item.field is RegisterName.PUPILS:
        return Question.model_construct(
            key=key, label=item.label, type=QuestionType.NUMBER, minimum=0, maximum=MOST_PUPILS
        )
    return _made(key, item.label, QuestionType.TEXT, LONGEST_FACT)


def _reason_question(key: str, label: str) -> Question:
    label = say("beside.why", label=label)
    return _made(reason_key(key), label, QuestionType.LONG_TEXT, LONGEST_REASON)


def _made(key: str, label: str, kind: QuestionType, max_length: int) -> Question:
    """Not judged: its key is one that a format may not give."""
    return Question.model_construct(key=key, label=label, type=kind, max_length=max_length)
