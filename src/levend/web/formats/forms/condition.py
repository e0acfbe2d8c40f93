"""When a question is asked: groups of lines of a question, how to compare, and with what.

A field's name ends with its place: `regel-1-0-vraag` is the first line of the group that stands second. Buttons called
`doe` add, take away or look again: the page comes back with what was typed, and nothing is saved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from levend.formats.engine.kinds import QuestionType
from levend.formats.engine.question_types import TYPES
from levend.formats.engine.yaml_source import Plain
from levend.web.formats.condition_tree import (
    MODES,
    Group,
    Line,
    Way,
    condition_of,
    fits,
    lines_of,
    tree_of,
    with_part,
    without,
)
from levend.web.formats.conditions import ALL, ANY, OPERATORS, UNARY, WITHOUT, Asked, operand_of

MOST = 60
"""Lines that one form shows; a longer condition is kept as it is, or replaced."""
DEEPEST = 24


@dataclass(frozen=True)
class ConditionForm:
    """The condition as it is stored or as it was sent; `is_sent`: with the button that saves."""

    asked: tuple[Asked, ...]
    tree: Group
    stored: Plain = None
    is_sent: bool = False
    begins_at: Way | None = None
    """Where the reader goes on: what was just added."""
    is_wiped: bool = False
    """Whether a condition that is too long to show is to go."""

    @cached_property
    def by_key(self) -> dict[str, Asked]:
        return {each.key: each for each in self.asked}

    @cached_property
    def lines(self) -> dict[Way, Line]:
        return dict(lines_of(self.tree))

    @property
    def is_long(self) -> bool:
        """Whether what is stored has more lines than a form can show."""
        return sum(1 for _line in lines_of(tree_of(self.stored))) > MOST

    @property
    def is_valid(self) -> bool:
        return not self.fault and not any(map(self.fault_of, self.lines.values()))

    @property
    def fault(self) -> str:
        """What is wrong with the condition as a whole."""
        if len(self.lines) > MOST:
            return _("Dit zijn te veel regels: hoogstens %(most)d.") % {"most": MOST}
        return "" if fits(self.condition) else _("Dit zijn te veel groepen in elkaar. Haal er een weg.")

    @cached_property
    def condition(self) -> Plain:
        """As it would be written; a line without a question says nothing."""
        if self.is_long and not self.is_wiped and not any(line.key for line in self.lines.values()):
            return self.stored
        return condition_of(self.tree, self.by_key, self.stored)

    @cached_property
    def kept(self) -> frozenset[Line]:
        """The lines that were there already: what is wrong with them is told as a finding of the draft."""
        return frozenset(line for _way, line in lines_of(tree_of(self.stored)))

    def fault_of(self, line: Line) -> str:
        """What keeps a line from being saved; a stored one that was not touched never does."""
        question = self.by_key.get(line.key)
        if not line.key or line in self.kept:
            return ""
        if question is None:
            return _("Kies een vraag die eerder komt.")
        if line.operator not in operators_of(question):
            return _("Kies hoe u vergelijkt.")
        if line.operator in UNARY:
            return ""
        if not line.value:
            return _("Vul in waarmee u vergelijkt.")
        if question.options and line.value not in dict(question.options):
            return _("Kies een antwoord uit de lijst.")
        if operand_of(line.value, question.type) is None:
            return (
                _("Vul een getal in, bijvoorbeeld 12 of 12,5.")
                if question.type == QuestionType.NUMBER
                else _("Vul een datum in als dag-maand-jaar, bijvoorbeeld 14-3-2026.")
            )
        return ""


def stored_form(condition: Plain, asked: Sequence[Asked]) -> ConditionForm:
    """The form for what is stored."""
    form = ConditionForm(tuple(asked), tree_of(condition), condition)
    return ConditionForm(form.asked, Group(), condition) if form.is_long else form


def sent_form(post: Mapping[str, object], asked: Sequence[Asked], stored: Plain) -> ConditionForm:
    """The form as it was sent, after what its buttons ask."""
    before = ConditionForm(tuple(asked), Group(), stored)
    tree = _sent(post, (), before)
    tree, begins_at = _done(tree, str(post.get("doe", "")))
    return ConditionForm(before.asked, tree, stored, not post.get("doe"), begins_at, bool(post.get("wis")))


def operators_of(question: Asked) -> tuple[str, ...]:
    """How a condition can compare the answer to a question."""
    own = TYPES[QuestionType(question.type)].operators
    return tuple(
        each for each in OPERATORS if each in own or each in UNARY or (each == WITHOUT and "has" in own)
    )


def named(way: Way) -> str:
    """A place as part of a field's name."""
    return "-".join(map(str, way))


def _sent(post: Mapping[str, object], way: Way, before: ConditionForm) -> Group:
    name = f"groep-{named(way)}-samen" if way else "samen"
    mode = str(post.get(name, ""))
    parts: list[Line | Group] = []
    while len(way) < DEEPEST:
        here = (*way, len(parts))
        if f"regel-{named(here)}-vraag" in post:
            parts.append(_line(post, named(here), before))
        elif f"groep-{named(here)}-samen" in post:
            parts.append(_sent(post, here, before))
        else:
            break
    return Group(mode if mode in MODES else ALL, tuple(parts))


def _line(post: Mapping[str, object], here: str, before: ConditionForm) -> Line:
    key, operator, value = (str(post.get(f"regel-{here}-{name}", "")) for name in ("vraag", "hoe", "wat"))
    line = Line(key, operator, value)
    if line in before.kept:
        return line
    question = before.by_key.get(key)
    if question is not None and operator not in operators_of(question):  # another question was just chosen
        return Line(key, operators_of(question)[0], "")
    return Line(key, operator, value.strip())


def _done(tree: Group, asked: str) -> tuple[Group, Way | None]:
    """The tree after a button, and where the reader goes on."""
    what, _space, place = asked.partition(" ")
    steps = place.split("-") if place else []
    if len(steps) > DEEPEST or not all(step.isdecimal() and len(step) < 4 for step in steps):
        return tree, None
    way = tuple(map(int, steps))
    match what:
        case "regel-erbij":
            return with_part(tree, way, Line()), (*way, _count(tree, way))
        case "groep-erbij":
            mode = ALL if _group_at(tree, way).mode == ANY else ANY
            added = with_part(tree, way, Group(mode, (Line(),)))
            return added, (*way, _count(tree, way), 0)
        case "weg":
            return without(tree, way), way[:-1]
    return tree, None


def _count(tree: Group, way: Way) -> int:
    return len(_group_at(tree, way).parts)


def _group_at(tree: Group, way: Way) -> Group:
    for place in way:
        part = tree.parts[place] if place < len(tree.parts) else None
        if not isinstance(part, Group):
            return Group()
        tree = part
    return tree
