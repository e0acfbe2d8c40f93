"""Finding a passage in texts, and putting a marker in its place.

A passage is found however it was typed: capitals, white space, soft hyphens and marks of light mark-up make no
difference. It is found by its words, or, when nobody may keep the words, by a keyed fingerprint of them.
"""

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from levend.audit.values import JsonValue

MARKER = "[gewist]"
"""What stands where a passage was. The same in every language: it is part of the text."""
SHORTEST = 3
"""Characters of the shortest passage: a shorter one would take pieces out of half of all words."""

Span: TypeAlias = tuple[int, int]

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060*"))
_SPACE = re.compile(r"\s+")


class Finder(Protocol):
    """Says where a passage stands in a text, as half-open ranges that do not overlap."""

    def spans(self, text: str) -> list[Span]: ...


@dataclass(frozen=True)
class Words:
    """Finds a passage by its words."""

    passage: str

    def spans(self, text: str) -> list[Span]:
        wanted, flat = flat_form(self.passage), flat_form(text)
        starts = []
        start = flat.find(wanted) if wanted else -1
        while start >= 0:
            starts.append(start)
            start = flat.find(wanted, start + len(wanted))
        return _in_text(text, starts, len(wanted)) if starts else []


@dataclass(frozen=True)
class Fingerprint:
    """A passage that nobody knows any more: its length in flat form, a salt, and a keyed hash of both.

    Without the key no list of names can be tried against it; with the key one still has to have the text.
    """

    length: int
    salt: str
    digest: str

    @classmethod
    def of(cls, passage: str, *, salt: str, key: bytes) -> "Fingerprint":
        flat = flat_form(passage)
        return cls(len(flat), salt, _digest(flat, salt, key))


@dataclass(frozen=True)
class Fingerprinted:
    """Finds a passage by its fingerprint: every stretch of the same length is hashed and compared.

    About a second for a million characters.
    """

    fingerprint: Fingerprint
    key: bytes

    def spans(self, text: str) -> list[Span]:
        wanted, flat = self.fingerprint, flat_form(text)
        starts, start = [], 0
        while start + wanted.length <= len(flat):
            stretch = flat[start : start + wanted.length]
            if hmac.compare_digest(_digest(stretch, wanted.salt, self.key), wanted.digest):
                starts.append(start)
                start += wanted.length
            else:
                start += 1
        return _in_text(text, starts, wanted.length) if starts else []


def flat_form(text: str) -> str:
    """The text as passages are compared: without marks that nobody sees, small letters, single spaces."""
    return _SPACE.sub(" ", text.translate(_UNSEEN).casefold()).strip()


def erased(text: str, finder: Finder) -> str:
    """The text with the marker wherever the passage stood; the same text when it stood nowhere."""
    kept, end = [], 0
    for start, stop in finder.spans(text):
        kept += [text[end:start], MARKER]
        end = stop
    return "".join([*kept, text[end:]]) if end else text


def erased_in(value: JsonValue, finder: Finder) -> JsonValue:
    """The same for every text inside a JSON value; keys and all other values stay as they are."""
    if isinstance(value, str):
        return erased(value, finder)
    if isinstance(value, list):
        return [erased_in(each, finder) for each in value]
    if isinstance(value, dict):
        return {key: erased_in(each, finder) for key, each in value.items()}
    return value


def excerpts(value: JsonValue, finder: Finder, *, around: int = 60) -> Iterator[tuple[str, str, str]]:
    """What stands before, at and after each place of the passage in a JSON value, at most `around` characters."""
    if isinstance(value, str):
        for start, end in finder.spans(value):
            before, after = value[max(0, start - around) : start], value[end : end + around]
            lead = "…" if start > around else ""
            tail = "…" if end + around < len(value) else ""
            yield lead + before, value[start:end], after + tail
    elif isinstance(value, list):
        for each in value:
            yield from excerpts(each, finder, around=around)
    elif isinstance(value, dict):
        for each in value.values():
            yield from excerpts(each, finder, around=around)


def _digest(flat: str, salt: str, key: bytes) -> str:
    return hmac.new(key, f"{salt}\n{flat}".encode(), hashlib.sha256).hexdigest()


def _in_text(text: str, starts: list[int], length: int) -> list[Span]:
    """Ranges of the flat form as ranges of the text."""
    where = _origins(text)
    return [(where[start], where[start + length - 1] + 1) for start in starts]


def _origins(text: str) -> list[int]:
    """For each character of the flat form the index in the text of the character that it comes from."""
    where: list[int] = []
    after_space = True
    for index, character in enumerate(text):
        if ord(character) in _UNSEEN:
            continue
        for folded in character.casefold():
            is_space = _SPACE.fullmatch(folded) is not None
            if not (is_space and after_space):
                where.append(index)
            after_space = is_space
    return where
