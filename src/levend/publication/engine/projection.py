"""The public projection: the part of a profile that everybody may read.

Documents, their attachments, pages, search and open data are made from this and from nothing else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from levend.catalogue.engine.loading import catalogue
from levend.formats.engine.beside import BESIDE
from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.extra import figure_codes, register_key
from levend.formats.engine.kinds import Audience, RegisterName
from levend.formats.engine.values import Answers
from levend.formats.engine.visibility import visible_answers, visible_keys
from levend.keyfigures.engine.small_counts import is_small
from levend.publication.engine.counts import without_small_counts


@dataclass(frozen=True)
class PublicContent:
    """Register facts by `RegisterName`, and public answers by question key; `asked` are the visible public questions.

    `withheld` names the counts that are left out because few children stand behind them: the key of a question, or
    for a table its key, a row (from 0) and a column, as `key.row.column`.
    """

    location: Mapping[str, object]
    answers: Answers
    asked: frozenset[str]
    withheld: frozenset[str] = frozenset()


def public_projection(
    definition: FormatDefinition, *, location: Mapping[str, object], answers: Answers
) -> PublicContent:
    """Keep register facts and the visible, public answers; leave out all else.

    Conditions look at every answer first: a public answer that hangs on an internal one stays where it would be
    shown. A *namely* text goes with the question that it explains. Counts of children under five are left out, and so
    is what would give them away (see `small_counts`).
    """
    asked = frozenset(
        key for key in visible_keys(definition, answers) if is_public(definition, definition.question(key))
    )
    return without_counts(definition, location=location, answers=answers, asked=asked)


def without_counts(
    definition: FormatDefinition,
    *,
    location: Mapping[str, object],
    answers: Answers,
    asked: frozenset[str],
) -> PublicContent:
    """The visible answers to the questions that somebody may know of, and the register facts, without small counts."""
    read = {key: value for key, value in visible_answers(definition, answers).items() if key in asked}
    shown, withheld = without_small_counts(definition, read)
    return PublicContent(
        location=_facts(definition, location, frozenset(shown)),
        answers=shown,
        asked=asked,
        withheld=withheld,
    )


def _facts(
    definition: FormatDefinition, location: Mapping[str, object], shown: frozenset[str]
) -> dict[str, object]:
    """Register facts, and what stands beside them and beside the answers that are shown: without small counts."""
    facts: dict[str, object] = {
        name.value: location[name.value] for name in RegisterName if location.get(name.value) is not None
    }
    if _is_small(facts.get(RegisterName.PUPILS)):
        del facts[RegisterName.PUPILS]
        facts.pop(RegisterName.PUPILS_ON, None)
    noted = location.get(BESIDE)
    if isinstance(noted, Mapping):
        entries = {
            key: entry for key, entry in _noted(definition, noted, shown) if not _is_small(entry.get("told"))
        }
        facts |= {BESIDE: entries} if entries else {}
    return facts


def _noted(
    definition: FormatDefinition, noted: Mapping[str, object], shown: frozenset[str]
) -> Iterator[tuple[str, dict[str, object]]]:
    known, codes = catalogue(), figure_codes(definition)
    registers = {register_key(name) for name in RegisterName}
    for key, entry in noted.items():
        if isinstance(entry, dict) and key in registers | shown:
            code = codes.get(key, "")
            counts = code not in known or known.entry(code).counts_children
            hidden = counts and _is_small(entry.get("value"))
            yield key, {part: value for part, value in entry.items() if part != "value" or not hidden}


def _is_small(count: object) -> bool:
    return isinstance(count, int | float) and is_small(count)


def is_public(definition: FormatDefinition, question: Question) -> bool:
    """Whether a question and, for a *namely* text, the question that it explains are for everybody."""
    if question.audience is not Audience.PUBLIC:
        return False
    return question.namely_for is None or is_public(definition, definition.question(question.namely_for[0]))
