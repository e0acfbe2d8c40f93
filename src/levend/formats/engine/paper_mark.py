"""Which form on paper this is: it stands in fields that cannot be changed, and in the foot of every page."""

import re
from dataclasses import dataclass
from hashlib import sha256

from .definition import FormatDefinition
from .paper import FieldTexts, field_texts, one_line_end
from .values import Answers


@dataclass(frozen=True)
class PaperMark:
    """Which form this is. `location` is empty for one of no school; `digest` says what it was filled in with."""

    format: str
    version: int
    location: str
    digest: str


LOCATION_FIELD, FORMAT_FIELD, DIGEST_FIELD = "levend:vestiging", "levend:format", "levend:formulier"
NO_LOCATION = "–"
_FORMAT = re.compile(r"(?P<key>[a-z][a-z0-9_-]{0,59}) versie (?P<version>[1-9][0-9]{0,5})")
_CODE = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}")
_DIGEST = re.compile(r"[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}")
_FOOT = re.compile(
    r"(?P<key>[a-z][a-z0-9_-]{0,59})\s+versie\s+(?P<version>[1-9][0-9]{0,5})\s*·\s*"
    r"(?P<code>[0-9]{2}[A-Z]{2}[0-9]{2}|–)\s*·\s*(?P<digest>[0-9a-f]{4}\s*[0-9a-f]{4}\s*[0-9a-f]{4})"
)


def paper_mark(definition: FormatDefinition, location: str, answers: Answers) -> PaperMark:
    """The mark of the form with these answers."""
    fields: dict[str, str] = {}
    for question in definition.questions:
        fields |= field_texts(question, answers.get(question.key))
    return PaperMark(definition.key, definition.version, location, digest_of(fields))


def digest_of(fields: FieldTexts) -> str:
    """Short and to be read out: equal for equal fields. It tells forms apart, it proves nothing."""
    held = sorted((name, one_line_end(text)) for name, text in fields.items() if text)
    digits = sha256("\0".join(part for pair in held for part in pair).encode()).hexdigest()
    return f"{digits[:4]} {digits[4:8]} {digits[8:12]}"


def mark_fields(mark: PaperMark) -> dict[str, str]:
    """The fields that say which form it is."""
    return {
        LOCATION_FIELD: mark.location or NO_LOCATION,
        FORMAT_FIELD: f"{mark.format} versie {mark.version}",
        DIGEST_FIELD: mark.digest,
    }


def foot_of(mark: PaperMark) -> str:
    """The same on one line, for the foot of every page."""
    return " · ".join((f"{mark.format} versie {mark.version}", mark.location or NO_LOCATION, mark.digest))


def mark_in_fields(fields: FieldTexts) -> PaperMark | None:
    """Which form of ours this is; `None` for any other."""
    match = _FORMAT.fullmatch(fields.get(FORMAT_FIELD, "").strip())
    location = fields.get(LOCATION_FIELD, "").strip()
    digest = fields.get(DIGEST_FIELD, "").strip()
    if match is None or not (_CODE.fullmatch(location) or location == NO_LOCATION):
        return None
    return PaperMark(
        match["key"],
        int(match["version"]),
        location if location != NO_LOCATION else "",
        digest if _DIGEST.fullmatch(digest) else "",
    )


def mark_in_text(text: str) -> PaperMark | None:
    """Which form of ours the words of a page belong to: what is left when the fields are gone."""
    match = _FOOT.search(text)
    if match is None:
        return None
    location = match["code"] if match["code"] != NO_LOCATION else ""
    return PaperMark(match["key"], int(match["version"]), location, " ".join(match["digest"].split()))


def fields_without_mark(fields: FieldTexts) -> dict[str, str]:
    return {name: text for name, text in fields.items() if not name.startswith("levend:")}
