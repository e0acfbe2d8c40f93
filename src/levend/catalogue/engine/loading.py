"""Reading the lists."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML

from levend.catalogue.engine.entries import SCHOOL_TYPES, Catalogue, Entry
from levend.catalogue.enums import Kind
from levend.catalogue.errors import CatalogueFault

FOLDER = Path(__file__).parents[1] / "lists"


class _WrittenEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str = Field(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$")
    nl: str = Field(min_length=1)
    plain: str = Field(min_length=1)
    en: str = Field(min_length=1)
    domain: str = ""
    school_types: tuple[str, ...] = SCHOOL_TYPES
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    counts_children: bool = True
    retired: bool = False
    successor: str = ""


class _WrittenList(BaseModel):
    model_config = ConfigDict(extra="forbid")

    version: int
    entries: tuple[_WrittenEntry, ...] = Field(min_length=1)


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue, read once."""
    return build(entry for kind in Kind for entry in read_list(FOLDER / f"{kind.value}.yaml", kind))


def read_list(path: Path, kind: Kind) -> tuple[Entry, ...]:
    """One list. Raises pydantic's ValidationError, naming every field that is wrong."""
    written = _WrittenList.model_validate(YAML(typ="safe", pure=True).load(path))
    return tuple(Entry(kind=kind, **entry.model_dump()) for entry in written.entries)


def build(entries: Iterable[Entry]) -> Catalogue:
    """Put the lists together. Raises CatalogueFault for a code that stands twice, and for what leads nowhere."""
    by_code: dict[str, Entry] = {}
    for entry in entries:
        if entry.code in by_code:
            raise CatalogueFault(f"{entry.code} stands twice.")
        by_code[entry.code] = entry
    for entry in by_code.values():
        _check(entry, by_code)
    return Catalogue(MappingProxyType(by_code))


def _check(entry: Entry, by_code: Mapping[str, Entry]) -> None:
    if (entry.kind is Kind.SUPPORT_TYPE) != bool(entry.domain):
        raise CatalogueFault(f"{entry.code}: support types, and they only, have a domain.")
    if entry.domain and (entry.domain not in by_code or by_code[entry.domain].kind is not Kind.DOMAIN):
        raise CatalogueFault(f"{entry.code} has an unknown domain {entry.domain}.")
    if not entry.school_types or not set(entry.school_types) <= set(SCHOOL_TYPES):
        raise CatalogueFault(f"{entry.code} has unknown school types.")
    if entry.successor:
        _check_successor(entry, by_code)


def _check_successor(entry: Entry, by_code: Mapping[str, Entry]) -> None:
    """A successor is of the same kind, and following successors ends."""
    if not entry.retired:
        raise CatalogueFault(f"{entry.code} has a successor and is in use.")
    seen, at = {entry.code}, entry
    while at.successor:
        if at.successor not in by_code or by_code[at.successor].kind is not entry.kind:
            raise CatalogueFault(f"{at.code} has an unknown successor {at.successor}.")
        if at.successor in seen:
            raise CatalogueFault(f"{entry.code} succeeds itself.")
        at = by_code[at.successor]
        seen.add(at.code)
