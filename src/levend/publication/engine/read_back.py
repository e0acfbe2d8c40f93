"""Answers out of a document that came back: the data that it carries. What a form says: see `form_back`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from levend.documents.reading.facts import PdfFacts
from levend.formats.engine.answers_file import AnswersFault, read_answers_file
from levend.publication.engine.verify import Integrity, Known, sealed_integrity

TEXT = "sop.json"
_ANSWERS_FILE = ("format", "version", "location", "answers")


class Source(StrEnum):
    ATTACHMENT = "attachment"
    FORM = "form"
    NONE = "none"


@dataclass(frozen=True)
class ReadBack:
    """Answers as the file gives them; `integrity` is that of its seal, which a form does not have.

    `faults` are those of a form that its questions cannot take, each with a sentence.
    """

    source: Source
    integrity: Integrity
    format: str | None = None
    version: int | None = None
    location: Mapping[str, object] = field(default_factory=dict)
    answers: Mapping[str, object] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)


def read_back(facts: PdfFacts, *, known: Known) -> ReadBack:
    """The attachment when a seal, ours or not, holds over it; else nothing.

    Data under a broken seal may have been swapped without the pages showing it, so it is not taken.
    """
    integrity = sealed_integrity(facts, known=known)
    text = facts.attachments.get(TEXT)
    if text is not None and facts.seal is not None and facts.seal.holds:
        try:
            data = json.loads(text)
            file = read_answers_file(json.dumps({name: data[name] for name in _ANSWERS_FILE}))
        except (ValueError, TypeError, LookupError, RecursionError, AnswersFault):
            return ReadBack(Source.NONE, integrity)
        return ReadBack(
            Source.ATTACHMENT, integrity, file.format, file.version, data["location"], file.answers
        )
    return ReadBack(Source.NONE, integrity)
