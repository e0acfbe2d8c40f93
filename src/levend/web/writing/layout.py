"""The order of a chapter on the page: which questions have a card, and which hang under an option of another.

A *namely* text hangs under its option. So do at most three questions that directly follow a question and are asked
because of one option of it. Every other conditional question has a card of its own, which comes and goes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from levend.formats.engine.conditions import Equal, Has
from levend.formats.engine.definition import Chapter, FixedText, Heading, Question, RegisterField
from levend.formats.engine.kinds import QuestionType

AT_MOST_UNDER_ONE_OPTION = 3
_WITH_OPTIONS = {QuestionType.BOOLEAN, QuestionType.CHOICE, QuestionType.CHOICES, QuestionType.RATING}


@dataclass(frozen=True)
class Node:
    """A question with what hangs under its options; `place` counts the cards of a chapter from 1, 0 under another."""

    question: Question
    place: int = 0
    under: dict[str, list["Node"]] = field(default_factory=dict)

    @property
    def is_conditional(self) -> bool:
        return self.question.condition is not None or self.question.namely_for is not None

    def all(self) -> Iterator["Node"]:
        """This one and everything under it."""
        yield self
        for nodes in self.under.values():
            for node in nodes:
                yield from node.all()


Part = Heading | FixedText | RegisterField | Node


def parts_of(chapter: Chapter) -> tuple[Part, ...]:
    """What stands on the chapter's page, in order."""
    parts: list[Part] = []
    family: dict[str, Node] = {}
    runs = _runs_under_options(chapter)
    place = 0
    for item in chapter.items:
        if not isinstance(item, Question):
            parts.append(item)
            family = {}
            continue
        parent, option = _parent(item)
        if parent in family and (item.namely_for or runs[(parent, option)] <= AT_MOST_UNDER_ONE_OPTION):
            node = Node(item)
            family[parent].under.setdefault(option, []).append(node)
        else:
            place += 1
            node = Node(item, place)
            parts.append(node)
            family = {}
        family[item.key] = node
    return tuple(parts)


def nodes_of(parts: Iterable[Part]) -> Iterator[Node]:
    """Every question of the page, with those under options, in reading order."""
    for part in parts:
        if isinstance(part, Node):
            yield from part.all()


def _parent(question: Question) -> tuple[str, str]:
    """The question and the option that a question hangs on; two empty words when it hangs on nothing that simple."""
    if question.namely_for is not None:
        return question.namely_for
    match question.condition:
        case Equal(eq=(key, bool() as operand)):
            return key, "true" if operand else "false"
        case Equal(eq=(key, str() as operand)) | Has(has=(key, str() as operand)):
            return key, operand
    return "", ""


def _runs_under_options(chapter: Chapter) -> dict[tuple[str, str], int]:
    """How many questions hang on each option, namely texts not counted; too many to count for what has no options."""
    counts: dict[tuple[str, str], int] = {}
    types = {question.key: question.type for question in chapter.questions}
    for question in chapter.questions:
        place = _parent(question)
        if place[0] and question.namely_for is None:
            counts[place] = counts.get(place, 0) + 1
            if types.get(place[0]) not in _WITH_OPTIONS:
                counts[place] = AT_MOST_UNDER_ONE_OPTION + 1
    return counts
