"""Conditions: small trees that compare answers to earlier questions.

A comparison with an unanswered question does not hold, whatever the operator; only `empty` asks for that.
So `ne: [a, x]` means "a is answered, and not with x"; `not: {eq: [a, x]}` also holds when a is unanswered.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

Operand: TypeAlias = bool | int | float | str
Comparison: TypeAlias = tuple[Annotated[str, Field(description="key of an earlier question")], Operand]


class ConditionPart(BaseModel):
    """One operator with what it works on."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    operator: ClassVar[str]

    @property
    def parts(self) -> "tuple[Condition, ...]":
        """The conditions inside this one."""
        return ()


class Equal(ConditionPart):
    """The answer is this value."""

    operator = "eq"
    eq: Comparison


class NotEqual(ConditionPart):
    """The question is answered with something else."""

    operator = "ne"
    ne: Comparison


class Greater(ConditionPart):
    """The answer is more, later, or a higher option of a rating."""

    operator = "gt"
    gt: Comparison


class Less(ConditionPart):
    """The answer is less, earlier, or a lower option of a rating."""

    operator = "lt"
    lt: Comparison


class Has(ConditionPart):
    """This option is among those ticked."""

    operator = "has"
    has: Comparison


class Empty(ConditionPart):
    """The question is unanswered or hidden."""

    operator = "empty"
    empty: str


class All(ConditionPart):
    """Every condition holds."""

    operator = "all"
    all: "Annotated[tuple[Condition, ...], Field(min_length=1)]"

    @property
    def parts(self) -> "tuple[Condition, ...]":
        return self.all


class AnyOf(ConditionPart):
    """At least one condition holds."""

    operator = "any"
    any: "Annotated[tuple[Condition, ...], Field(min_length=1)]"

    @property
    def parts(self) -> "tuple[Condition, ...]":
        return self.any


class Not(ConditionPart):
    """The condition does not hold."""

    operator = "not"
    not_: "Annotated[Condition, Field(alias='not')]"

    @property
    def parts(self) -> "tuple[Condition, ...]":
        return (self.not_,)


OPERATORS = ("eq", "ne", "gt", "lt", "has", "empty", "all", "any", "not")


def _operator(value: object) -> str | None:
    if isinstance(value, ConditionPart):
        return f"<{value.operator}>"
    if isinstance(value, dict) and len(value) == 1:
        (key,) = value
        return f"<{key}>" if key in OPERATORS else None
    return None


Condition: TypeAlias = Annotated[
    Annotated[Equal, Tag("<eq>")]
    | Annotated[NotEqual, Tag("<ne>")]
    | Annotated[Greater, Tag("<gt>")]
    | Annotated[Less, Tag("<lt>")]
    | Annotated[Has, Tag("<has>")]
    | Annotated[Empty, Tag("<empty>")]
    | Annotated[All, Tag("<all>")]
    | Annotated[AnyOf, Tag("<any>")]
    | Annotated[Not, Tag("<not>")],
    Discriminator(_operator),
]

for _part in (All, AnyOf, Not):
    _part.model_rebuild()


def comparison_of(condition: ConditionPart) -> Comparison | None:
    """The question key and the operand, for the five operators that compare."""
    match condition:
        case Equal(eq=pair) | NotEqual(ne=pair) | Greater(gt=pair) | Less(lt=pair) | Has(has=pair):
            return pair
    return None


def keys_named(condition: ConditionPart) -> Iterator[str]:
    """The keys of all questions that a condition looks at."""
    comparison = comparison_of(condition)
    if comparison is not None:
        yield comparison[0]
    elif isinstance(condition, Empty):
        yield condition.empty
    for part in condition.parts:
        yield from keys_named(part)
