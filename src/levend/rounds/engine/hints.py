"""What schools met and did at each question of a format, for who changes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.support_group import SupportGroup
from levend.rounds.engine.burden import FEWEST, Stumbles

SUPPORT = "support"
"""The type of a list of kinds of support, which unfolds into many questions."""


@dataclass(frozen=True)
class Handling:
    """Answers of so many `schools` by what became of them, and the seconds of editing of all schools together."""

    schools: int
    seconds: int = 0
    confirmed: int = 0
    changed: int = 0
    new: int = 0
    dropped: int = 0
    unlooked: int = 0
    empty: int = 0

    def __add__(self, other: "Handling") -> "Handling":
        """Of several questions together; most schools that were asked one of them count as the schools."""
        return Handling(
            schools=max(self.schools, other.schools),
            seconds=self.seconds + other.seconds,
            confirmed=self.confirmed + other.confirmed,
            changed=self.changed + other.changed,
            new=self.new + other.new,
            dropped=self.dropped + other.dropped,
            unlooked=self.unlooked + other.unlooked,
            empty=self.empty + other.empty,
        )

    @property
    def minutes(self) -> float:
        """Minutes of editing for each school, on average."""
        return self.seconds / 60 / self.schools if self.schools else 0.0


@dataclass(frozen=True)
class Counted:
    """What was counted at one question in one version; `handling` is None under five schools that were asked it."""

    stumbles: Stumbles
    handling: Handling | None


Counts = Mapping[tuple[int, str], Counted]
"""By version and key of a question."""


@dataclass(frozen=True)
class Hint:
    """What is known of a question: in which version it was measured, and what is worth a look or can be shown."""

    version_id: int
    stumbles: Stumbles | None
    handling: Handling | None


def hints(
    asked: Mapping[str, str], versions: Sequence[tuple[int, FormatDefinition]], counts: Counts
) -> Mapping[str, Hint]:
    """For each question (type by key) what the newest version knows of it.

    `versions` come newest first. A question is followed back for as long as its key exists with the same type.
    """
    found: dict[str, Hint] = {}
    for key, kind in asked.items():
        for version_id, keys in _followed(key, kind, versions):
            hint = _hint(
                version_id, [counts[version_id, each] for each in keys if (version_id, each) in counts]
            )
            if hint is not None:
                found[key] = hint
                break
    return found


def _followed(
    key: str, kind: str, versions: Sequence[tuple[int, FormatDefinition]]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    for version_id, definition in versions:
        keys = _keys(definition, key, kind)
        if not keys:
            return
        yield version_id, keys


def _keys(definition: FormatDefinition, key: str, kind: str) -> tuple[str, ...]:
    """The questions behind a key in this version; empty when it is not there, or is something else."""
    if kind != SUPPORT:
        return (key,) if definition.has(key) and definition.question(key).type == kind else ()
    return tuple(
        question.key
        for chapter in definition.chapters
        for item in chapter.written
        if isinstance(item, SupportGroup) and item.key == key
        for _entry, question in item.unfolded
    )


def _hint(version_id: int, counted: Sequence[Counted]) -> Hint | None:
    """Of several questions: where most schools met something, and what became of all answers together."""
    met = [one.stumbles for one in counted if one.stumbles.is_worth_a_look]
    handled = [one.handling for one in counted if one.handling is not None and one.handling.schools >= FEWEST]
    if not met and not handled:
        return None
    return Hint(
        version_id=version_id,
        stumbles=max(met, key=lambda one: one.most) if met else None,
        handling=sum(handled[1:], handled[0]) if handled else None,
    )
