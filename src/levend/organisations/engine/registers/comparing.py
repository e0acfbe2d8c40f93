"""What differs between a location as we have it and as the register has it."""

import re
from dataclasses import asdict

from levend.organisations.engine.registers.addresses import LocationFacts
from levend.organisations.engine.registers.plan import FieldChange

OWNED = (
    "name",
    "school_type",
    "street",
    "postcode",
    "city",
    "municipality",
    "municipality_code",
    "phone",
    "website",
)
"""Fields of a location that the register owns. Everything else is kept by people."""


def differences(ours: LocationFacts, register: LocationFacts) -> tuple[FieldChange, ...]:
    """Fields that get another value. An empty cell takes nothing away, another spelling of the same is no change."""
    before, after = asdict(ours), asdict(register)
    return tuple(
        FieldChange(field, before[field], after[field])
        for field in OWNED
        if after[field] and before[field] != after[field] and not _is_same(field, before[field], after[field])
    )


def _is_same(field: str, before: str, after: str) -> bool:
    match field:
        case "phone":
            return re.sub(r"\D", "", before) == re.sub(r"\D", "", after)
        case "website":
            return _bare(before) == _bare(after)
        case "school_type":
            # The register has one row for special education of both ages; people said which of the two it is.
            return {before, after} == {"so", "vso"}
    return False


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address).rstrip("/")
