"""Keys that are suggested, so that nobody has to think of one."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 60
_USUAL = 40
_EMPTY_WORDS = {
    "de", "het", "een", "en", "of", "van", "voor", "in", "op", "aan", "met", "bij", "te", "u", "uw", "wij", "ons",
    "onze", "is", "zijn", "wat", "welke", "hoe", "er", "die", "dat", "doet", "heeft",
}  # fmt: skip


def suggested_key(label: str, taken: Container[str], *, otherwise: str = "vraag") -> str:
    """A key out of the words of a label, none of `taken`.

    Words without meaning of their own are left out; a key is never longer than `LONGEST`.
    """
    words = slug(label).split("-")
    telling = [word for word in words if word not in _EMPTY_WORDS] or words
    key = ""
    for word in telling:
        if key and len(key) + len(word) + 1 > _USUAL:
            break
        key = f"{key}-{word}" if key else word[:_USUAL]
    if not key or not key[0].isalpha():
        key = f"{otherwise}-{key}".rstrip("-")
    return free_key(key, taken)


def free_key(key: str, taken: Container[str]) -> str:
    """The key, or the key with the first number from 2 that is free."""
    key = key[:LONGEST].strip("-")
    if key not in taken:
        return key
    number = 2
    while (numbered := f"{key[: LONGEST - len(str(number)) - 1].rstrip('-')}-{number}") in taken:
        number += 1
    return numbered


def slug(text: str) -> str:
    """Small letters and digits with single dashes between them; accents fall away."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
