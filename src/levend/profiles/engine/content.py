"""The body of a frozen text."""

from collections.abc import Mapping
from typing import TypeAlias

from levend.formats.engine.beside import BESIDE, Facts, beside
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Answers
from levend.formats.engine.visibility import visible_answers

Body: TypeAlias = dict[str, object]


def content_body(
    definition: FormatDefinition, location: Mapping[str, object], answers: Answers, facts: Facts | None = None
) -> Body:
    """`format`, `version`, `location` (register fields of this moment) and the visible answers that say something.

    What a condition hides is no part of the text that a council reads, so it is no part of the hash either. The figures
    of the sources and what the school says beside them stand with the register fields, so that the text holds both;
    where there are none, nothing stands there.
    """
    noted = beside(definition, answers, facts or {}, location)
    return {
        "format": definition.key,
        "version": definition.version,
        "location": {**location, **({BESIDE: noted} if noted else {})},
        "answers": visible_answers(definition, answers),
    }
