"""The groups and lines of a condition as its page shows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from levend.web.formats.condition_tree import MODES, NONE, NOT_ALL, Group, Line, Way
from levend.web.formats.conditions import ALL, ANY, OPERATORS, UNARY, operator_words
from levend.web.formats.forms.condition import MOST, ConditionForm, named, operators_of
from levend.web.look.fields import Said

MOST_LAYERS = 5
"""How deep groups can be put in each other: always less than a file may hold."""


@dataclass(frozen=True)
class Choice:
    value: str
    label: str | Promise
    chosen: bool


@dataclass(frozen=True)
class LineView:
    """A line: without a question it only asks which. `place` ends the names of its fields."""

    place: str
    number: str
    questions: tuple[Choice, ...]
    operators: tuple[Choice, ...]
    values: tuple[Choice, ...]
    value: str
    needs_value: bool
    notes: tuple[Said, ...]
    begins: bool

    @property
    def is_known(self) -> bool:
        return bool(self.operators)


@dataclass(frozen=True)
class PartView:
    """A line or a group, with the word that ties it to what stands before it."""

    word: str
    line: LineView | None = None
    group: "GroupView | None" = None


@dataclass(frozen=True)
class GroupView:
    """A group; the whole condition has no place."""

    place: str
    number: str
    modes: tuple[Choice, ...]
    parts: tuple[PartView, ...]
    can_nest: bool
    begins: bool

    @property
    def name(self) -> str:
        return f"groep-{self.place}-samen" if self.place else "samen"


def view_of(form: ConditionForm, findings: Mapping[Way, tuple[Said, ...]]) -> GroupView:
    """The form for a template; `findings` are those of the draft, by the line that they are about."""
    tree = form.tree if form.tree.parts else Group(form.tree.mode, (Line(),))
    return _group(form, tree, (), findings)


def _group(
    form: ConditionForm, group: Group, way: Way, findings: Mapping[Way, tuple[Said, ...]]
) -> GroupView:
    return GroupView(
        named(way),
        _number(way),
        _modes(group.mode),
        tuple(_parts(form, group, way, findings)),
        len(way) + 1 < MOST_LAYERS and len(form.lines) < MOST,
        form.begins_at == way,
    )


def _parts(
    form: ConditionForm, group: Group, way: Way, findings: Mapping[Way, tuple[Said, ...]]
) -> Iterator[PartView]:
    for number, part in enumerate(group.parts):
        here = (*way, number)
        word = "" if not number else _("of") if group.mode in {ANY, NONE} else _("en")
        if isinstance(part, Line):
            yield PartView(word, line=_line(form, part, here, findings.get(here, ())))
        else:
            yield PartView(word, group=_group(form, part, here, findings))


def _line(form: ConditionForm, line: Line, way: Way, findings: tuple[Said, ...]) -> LineView:
    question = form.by_key.get(line.key)
    questions = [Choice(each.key, each.label, each.key == line.key) for each in form.asked]
    if line.key and question is None:  # the question went, or moved behind this one
        questions.insert(0, Choice(line.key, line.key, True))
    operators = operators_of(question) if question else tuple(OPERATORS) if line.key else ()
    if line.key and line.operator in OPERATORS and line.operator not in operators:
        operators = (*operators, line.operator)
    options = question.options if question else ()
    if options and line.value and line.value not in dict(options):
        options = (*options, (line.value, line.value))
    fault = form.fault_of(line) if form.is_sent or line.value else ""
    return LineView(
        named(way),
        _number(way),
        tuple(questions),
        tuple(Choice(each, operator_words(each, question), each == line.operator) for each in operators),
        tuple(Choice(key, label, key == line.value) for key, label in options),
        line.value,
        line.operator not in UNARY,
        (Said(fault),) if fault else findings,
        form.begins_at == way,
    )


def _modes(mode: str) -> tuple[Choice, ...]:
    labels = {
        ALL: _("alles klopt wat hieronder staat"),
        ANY: _("minstens één ding klopt van wat hieronder staat"),
        NONE: _("niets klopt van wat hieronder staat"),
        NOT_ALL: _("niet alles klopt wat hieronder staat"),
    }
    return tuple(Choice(each, labels[each], each == mode) for each in MODES)


def _number(way: Way) -> str:
    return ".".join(str(place + 1) for place in way)


def line_views(group: GroupView) -> Iterator[LineView]:
    """Every line in reading order."""
    for part in group.parts:
        if part.line is not None:
            yield part.line
        if part.group is not None:
            yield from line_views(part.group)
