"""The fictional region as the files in `data/` describe it."""

import csv
import re
import zlib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from ruamel.yaml import YAML

_DATA = files("levend.demo") / "data"


class Fact(BaseModel):
    """Everything here is read-only, and a field that nobody knows is a mistake in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GroupFacts(Fact):
    code: str
    name: str


class ConsortiumFacts(Fact):
    code: str
    name: str
    regime: Literal["schoolgids", "sop"]
    sees: Literal["state", "content"]
    website: str
    email: str
    phone: str
    support_desk: str
    support_desk_phone: str
    coordinator: str
    viewer: str
    theme: dict[str, str]
    logo: str


class BoardFacts(Fact):
    code: str
    name: str
    domain: str
    member: str
    secretary: str


class CouncilFacts(Fact):
    """A council that serves several locations."""

    kind: Literal["mr", "gmr"]
    name: str
    chair: str
    locations: tuple[str, ...]


class MoveFacts(Fact):
    """A location's membership of a consortium that has ended; `until` is its last day."""

    location: str
    consortium: str
    since: date = Field(alias="from")
    until: date


class SchoolFacts(Fact):
    """One location, with the names of the two people who work on its profile."""

    code: str
    name: str
    board: str
    consortia: Annotated[tuple[str, ...], BeforeValidator(str.split)]
    type: Literal["bao", "sbo", "so"]
    street: str
    postcode: str
    city: str
    municipality: str
    latitude: float
    longitude: float
    pupils: int
    setting: str
    director: str
    editor: str

    @property
    def short_name(self) -> str:
        """What people call it: `De Linde`, `SBO De Vlinderboom`."""
        for kind in _KINDS:
            if self.name.startswith(kind):
                return self.name.removeprefix(kind).strip()
        return self.name

    @property
    def domain(self) -> str:
        """Where its website and mailboxes live; `.example` belongs to nobody (RFC 2606)."""
        return re.sub(r"[^a-z0-9]", "", self.short_name.lower()) + ".example"

    @property
    def phone(self) -> str:
        """A number in an area that does not exist; De Linde's is the one in the mock-ups."""
        number = 123_456 if self.code == "12AB00" else 200_000 + zlib.crc32(self.code.encode()) % 700_000
        digits = f"{number:06d}"
        return f"(0399) {digits[:2]} {digits[2:4]} {digits[4:]}"


_KINDS = (
    "Openbare basisschool",
    "Katholieke basisschool",
    "Christelijke basisschool",
    "Basisschool",
    "Daltonschool",
    "Jenaplanschool",
    "Montessorischool",
    "Dorpsschool",
)


class Region(Fact):
    group: GroupFacts
    consortia: tuple[ConsortiumFacts, ...]
    boards: tuple[BoardFacts, ...]
    councils: tuple[CouncilFacts, ...]
    moved: tuple[MoveFacts, ...]
    group_coordinator: str
    operator: str
    chairs: dict[str, str]
    schools: tuple[SchoolFacts, ...]

    @property
    def people(self) -> frozenset[str]:
        """Every name that the files give."""
        named = {self.group_coordinator, self.operator, *self.chairs.values()}
        named |= {
            name for consortium in self.consortia for name in (consortium.coordinator, consortium.viewer)
        }
        named |= {name for board in self.boards for name in (board.member, board.secretary)}
        named |= {council.chair for council in self.councils}
        return frozenset(
            named | {name for school in self.schools for name in (school.director, school.editor)}
        )

    def school(self, code: str) -> SchoolFacts:
        """The location with this code; StopIteration when there is none."""
        return next(school for school in self.schools if school.code == code)


@cache
def region() -> Region:
    """Read the files once; a mistake in them raises pydantic's ValidationError."""
    data = YAML(typ="safe").load((_DATA / "region.yaml").read_text(encoding="utf-8"))
    with (_DATA / "schools.csv").open(encoding="utf-8") as file:
        schools = tuple(SchoolFacts.model_validate(row) for row in csv.DictReader(file, delimiter=";"))
    return Region.model_validate({**data, "schools": schools})
