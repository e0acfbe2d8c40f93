"""What a school says per kind of support: one table, and below it what the school wrote.

A format may ask a dozen things about each kind of support. Set one by one they would be pages of loose lines; a reader
wants a line per kind, and then the words.
"""

from collections.abc import Iterator, Sequence

from levend.documents.values import Answer, Block, Bullets, Run, Table
from levend.formats.engine.definition import Question
from levend.formats.engine.display import display
from levend.formats.engine.offer_parts import OfferPart, offer_part
from levend.formats.engine.values import Answers, is_empty
from levend.publication.engine.light import light_blocks
from levend.publication.values import Phrases

_COLUMNS = (OfferPart.LEVEL, OfferPart.BY, OfferPart.STATE, OfferPart.CAPACITY)


def offer_blocks(questions: Sequence[Question], answers: Answers, phrases: Phrases) -> Iterator[Block]:
    """The table of what is offered, the words about it, and then, by answer, what is not offered or not known yet.

    Questions that nobody answered are left out: an empty line about a kind of support says nothing about it.
    """
    answered = [question for question in questions if not is_empty(answers.get(question.key))]
    rows: dict[str, dict[OfferPart, str]] = {}
    names: dict[str, str] = {}
    without: dict[str, list[str]] = {}
    for question in answered:
        code, part = offer_part(question) or ("", OfferPart.WORDS)
        shown = _in_a_row(display(question, answers[question.key]))
        if part is OfferPart.LEVEL and not _offers(question, answers):
            without.setdefault(shown, []).append(question.label)
        elif part is OfferPart.LEVEL:
            names[code] = question.label
            rows.setdefault(code, {})[part] = shown
        elif part in _COLUMNS:
            names.setdefault(code, question.label)
            rows.setdefault(code, {})[part] = shown
    if rows:
        yield _table(names, rows, phrases)
    for question in answered:
        if question.tag_values(OfferPart.WORDS):
            yield Answer("", question.label, light_blocks(str(answers[question.key])))
    for answer, labels in without.items():
        yield Answer("", answer, (Bullets(tuple((Run(label),) for label in labels)),))


def _in_a_row(lines: str) -> str:
    """Several answers as one: *Ons eigen team, een partner van buiten*. Abbreviations keep their capitals."""
    first, *others = lines.split("\n")
    return ", ".join(
        [first, *(other[:1].lower() + other[1:] if other[1:2].islower() else other for other in others)]
    )


def _offers(question: Question, answers: Answers) -> bool:
    """Whether the level that was chosen is one at which something is offered."""
    option = question.option(str(answers[question.key]))
    return option is not None and any(tag.startswith(f"{OfferPart.LEVEL}:") for tag in option.tags)


def _table(names: dict[str, str], rows: dict[str, dict[OfferPart, str]], phrases: Phrases) -> Table:
    """Columns that nobody filled are left out."""
    columns = [part for part in _COLUMNS if any(part in row for row in rows.values())]
    heads = dict(zip(_COLUMNS, (phrases.level, phrases.by, phrases.state, phrases.room), strict=True))
    return Table(
        "",
        (phrases.support, *(heads[part] for part in columns)),
        tuple((names[code], *(row.get(part, "") for part in columns)) for code, row in rows.items()),
    )
