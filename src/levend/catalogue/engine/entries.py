"""Entries of the catalogue, and finding them."""

from collections.abc import Mapping
from dataclasses import dataclass

from levend.catalogue.enums import Kind
from levend.catalogue.errors import UnknownCode

SCHOOL_TYPES = ("bao", "sbo", "so", "vso", "vo", "pro")


@dataclass(frozen=True)
class Entry:
    """One code with its names.

    `nl` is the word of the field, `plain` the words for parents and pupils, `en` English. `domain` is the code of the
    domain of a support type, empty for other kinds. `aliases` are other spellings, each of one entry alone, for reading
    files and for search; `words` are what people type who do not know the name, and may lead to several entries.
    `counts_children` is about key figures: such a number under five points at somebody.
    A retired code keeps its meaning for ever; `successor` is the code that took its place, empty when none did.
    """

    kind: Kind
    code: str
    nl: str
    plain: str
    en: str
    domain: str = ""
    school_types: tuple[str, ...] = SCHOOL_TYPES
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    counts_children: bool = True
    retired: bool = False
    successor: str = ""

    def label(self, language: str = "nl", *, plain: bool = False) -> str:
        """The name in a language; in Dutch, `plain` gives the words for parents."""
        if language.partition("-")[0] == "en":
            return self.en
        return self.plain if plain else self.nl


@dataclass(frozen=True)
class Catalogue:
    """All entries by code, in the order of the lists."""

    by_code: Mapping[str, Entry]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def entry(self, code: str) -> Entry:
        """The entry of a code, retired or not: old answers stay readable. Raises UnknownCode."""
        try:
            return self.by_code[code]
        except KeyError:
            raise UnknownCode(code) from None

    def current(self, code: str) -> Entry:
        """The entry that a code stands for today: itself, or what took its place. Raises UnknownCode."""
        entry = self.entry(code)
        while entry.successor:
            entry = self.entry(entry.successor)
        return entry

    def of_kind(
        self, kind: Kind, *, school_type: str | None = None, retired: bool = False
    ) -> tuple[Entry, ...]:
        """The entries of a list, for one school type when given, without those out of use unless asked for."""
        return tuple(
            entry
            for entry in self.by_code.values()
            if entry.kind is kind
            and (retired or not entry.retired)
            and (school_type is None or school_type in entry.school_types)
        )

    def in_domain(self, domain: str) -> tuple[Entry, ...]:
        """The support types of a domain."""
        return tuple(entry for entry in self.of_kind(Kind.SUPPORT_TYPE) if entry.domain == domain)
