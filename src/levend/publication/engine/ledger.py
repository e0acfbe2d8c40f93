"""A line of the list of erasures. It holds ids and hashes, never a word of what was erased. Plain Python."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Entry:
    """One erasure: where, by whom, the fingerprint of the passage, and each hash with what took its place.

    `asked_by` and `confirmed_by` are references such as "user:12"; `hashes` are kind, old and new; `key` says by which
    key the fingerprint was made.
    """

    reference: str
    location: str
    asked_by: str
    asked_at: str
    confirmed_by: str
    confirmed_at: str
    length: int
    salt: str
    digest: str
    key: str
    hashes: tuple[tuple[str, str, str], ...] = ()


def line_of(entry: Entry) -> str:
    """The entry as a line of JSON, with its line end."""
    return json.dumps(asdict(entry)) + "\n"


def entries_of(text: str) -> tuple[Entry, ...]:
    """The entries of a list; a later line of the same erasure takes the place of an earlier one."""
    found: dict[str, Entry] = {}
    for line in text.splitlines():
        try:
            raw = json.loads(line)
            raw["hashes"] = tuple((kind, old, new) for kind, old, new in raw["hashes"])
            entry = Entry(**raw)
        except (ValueError, TypeError, KeyError):
            continue
        found[entry.reference] = entry
    return tuple(found.values())
