"""A form that came back: is it ours, which one, and what does it hold?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from levend.documents.reading.facts import FieldValue, PdfFacts, Trouble
from levend.formats.engine.paper_mark import (
    PaperMark,
    digest_of,
    fields_without_mark,
    mark_in_fields,
    mark_in_text,
)
from levend.publication.engine.read_back import TEXT


class Kind(StrEnum):
    """What a file is, to who expects a form.

    `FLATTENED`: our form, printed or saved so that its fields are gone. `DOCUMENT`: a profile of ours, no form.
    """

    FORM = "form"
    FLATTENED = "flattened"
    DOCUMENT = "document"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class FormBack:
    """`fields` are what it says now; `base` what it said when it was made, `None` where that is no longer sure.

    A program that saved the file may have left out what the fields began with. The mark's digest tells.
    """

    kind: Kind
    mark: PaperMark | None = None
    fields: Mapping[str, str] | None = None
    base: Mapping[str, str] | None = None


def form_back(facts: PdfFacts) -> FormBack:
    """What a file that was read is."""
    texts = _texts(facts.fields)
    mark = mark_in_fields(texts)
    if mark is not None:
        base = fields_without_mark(_texts(facts.defaults))
        known = bool(mark.digest) and digest_of(base) == mark.digest
        return FormBack(Kind.FORM, mark, fields_without_mark(texts), base if known else None)
    if facts.trouble is not Trouble.NONE:
        return FormBack(Kind.UNREADABLE)
    if TEXT in facts.attachments:
        return FormBack(Kind.DOCUMENT)
    printed = mark_in_text(facts.words)
    return FormBack(Kind.FLATTENED, printed) if printed else FormBack(Kind.FOREIGN)


def _texts(fields: Mapping[str, FieldValue]) -> dict[str, str]:
    """No field of ours holds a list; of one that does, the first is taken."""
    return {
        name: (value[0] if value else "") if isinstance(value, list) else value
        for name, value in fields.items()
    }
