"""The body of a frozen text."""

from collections.abc import Mapping
from typing import TypeAlias

from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Answers
from levend.formats.engine.visibility import visible_answers

Body: TypeAlias = dict[str, object]


def content_body(definition: FormatDefinition, location: Mapping[str, object], answers: Answers) -> Body:
    """`format`, `version`, `location` (register fields of this moment) and the visible answers that say something.

    What a condition hides is no part of the text that a council reads, so it is no part of the hash either.
    """
    return {
        "format": definition.key,
        "version": definition.version,
        "location": dict(location),
        "answers": visible_answers(definition, answers),
    }
