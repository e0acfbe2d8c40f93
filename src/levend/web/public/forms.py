"""The filter of the list of schools. It never fails: what cannot be read filters nothing."""

from collections.abc import Mapping

from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.organisations.enums import SchoolType

LONGEST = 100


class SchoolFilter:
    """`words` and `kind` as asked, and the kinds that can be chosen."""

    def __init__(self, query: Mapping[str, str] | None = None, *, types: tuple[tuple[str, str], ...]) -> None:
        query = query or {}
        self.types = types
        self.words = _words(query.get("zoek", ""))
        kind = query.get("soort", "")
        self.kind = kind if kind in SchoolType.values else ""


def _words(text: str) -> str:
    try:
        return clean(text[: LONGEST * 2], max_length=LONGEST)
    except Invalid:
        return clean(text[:LONGEST])
