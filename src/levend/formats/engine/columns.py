"""Which question the column of a spreadsheet is about: the best guess, from what stands above it."""

import re
from collections.abc import Mapping, Sequence

from .cells import IN_CELLS, alike
from .definition import FormatDefinition, Question

_WORD = re.compile(r"\w+")
_NEAR = 0.7
"""Shared words over all words: from here on two sentences ask the same."""
_CODE_WORDS = frozenset(
    {
        "brin",
        "brin6",
        "brincode",
        "brin code",
        "brin+vestiging",
        "brin-vestiging",
        "brinnummer",
        "code",
        "schoolcode",
        "vestiging",
        "vestigingscode",
        "vestigingsnummer",
        "vestigings code",
    }
)
_CODE = re.compile(r"[0-9]{2}[A-Z]{2}[\s|/.-]?([0-9]{1,2})?")


def guess_columns(definition: FormatDefinition, headers: Sequence[str]) -> dict[int, str]:
    """The question of each column, as far as there is one; no question twice.

    What is certain comes first: a column that is called by a key, then by a label, then by nearly the same words.
    Questions with the same words are taken in the order in which they are asked.
    """
    free = {question.key: question for question in definition.questions if question.type in IN_CELLS}
    found: dict[int, str] = {}
    for fits in (_by_key, _by_label):
        for column, header in enumerate(headers):
            if column not in found and (key := fits(header, free)):
                found[column] = key
                del free[key]
    words = {key: _words(question.label) for key, question in free.items()}
    for column, header in enumerate(headers):
        if column not in found and (key := _nearest(_words(header), words)):
            found[column] = key
            del words[key]
    return found


def guess_code_column(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> int | None:
    """The column with the codes of the schools: the one that has most of them, or is called so."""
    counted = [
        (sum(looks_like_code(row[column]) for row in rows), alike(header) in _CODE_WORDS, -column)
        for column, header in enumerate(headers)
    ]
    most = max(counted, default=(0, False, 0))
    return -most[2] if most[0] or most[1] else None


def looks_like_code(cell: object) -> bool:
    return isinstance(cell, str) and _CODE.fullmatch(cell.strip().upper()) is not None


def location_code(cell: object) -> str:
    """A code as the register writes it: `12ab-0` and `12AB|00` are 12AB00; four signs stay four."""
    text = re.sub(r"[\s|/.-]", "", str(cell).upper()) if isinstance(cell, str) else ""
    return f"{text[:4]}0{text[4]}" if len(text) == 5 and text[4].isdigit() else text


def _by_key(header: str, free: Mapping[str, Question]) -> str | None:
    bare = header.strip()
    return bare if bare in free else None


def _by_label(header: str, free: Mapping[str, Question]) -> str | None:
    wanted = alike(header)
    return next((key for key, question in free.items() if wanted and alike(question.label) == wanted), None)


def _nearest(header: frozenset[str], words: Mapping[str, frozenset[str]]) -> str | None:
    if not header:
        return None
    scored = [(len(header & each) / len(header | each), key) for key, each in words.items() if each]
    best = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
    return best[1] if best[0] >= _NEAR and sum(score == best[0] for score, _key in scored) == 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
