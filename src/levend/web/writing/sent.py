"""What came in with a form and could not be saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from levend.profiles.values import Conflict
from levend.web.writing.controls import Post


@dataclass(frozen=True)
class Sent:
    """What was sent in and is not saved: the fields as typed, faults and conflicts by question, rows to show.

    `cells` holds the name of the field that is at fault, for tables.
    """

    typed: Post = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    conflicts: Mapping[str, Conflict] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)


NOTHING_SENT = Sent()
