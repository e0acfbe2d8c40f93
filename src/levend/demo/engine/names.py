"""Believable names of people who do not exist, always the same ones in the same order."""

import unicodedata
from collections.abc import Iterator
from importlib.resources import files

_LINES = (files("levend.demo") / "data" / "names.csv").read_text(encoding="utf-8").splitlines()
_FIRST, _LAST = (line.split(";") for line in _LINES)


def names(taken: frozenset[str] = frozenset()) -> Iterator[str]:
    """Names, each once and none of `taken`; when first and last names are used up, a number of the family follows."""
    number = 0
    while True:
        first = _FIRST[number % len(_FIRST)]
        last = _LAST[(number + number // len(_FIRST)) % len(_LAST)]
        turn = number // (len(_FIRST) * len(_LAST))
        name = f"{first} {last}" if turn == 0 else f"{first} {last}-{_LAST[turn % len(_LAST)].split()[-1]}"
        if turn >= len(_LAST):
            name = f"{name} {turn}"
        number += 1
        if name not in taken:
            yield name


def mail_name(name: str) -> str:
    """What stands before the @ of a person's address: `zoe.van.den.berg`."""
    plain = unicodedata.normalize("NFD", name.lower())
    letters = "".join(
        character if character.isascii() and character.isalnum() else " "
        for character in plain
        if not unicodedata.combining(character)
    )
    return ".".join(letters.split())
