"""The page of a withdrawn version, as its template wants it."""

from dataclasses import dataclass
from datetime import date

from levend.publication.queries.public_site import LocationVersion
from levend.publication.values import Contact


@dataclass(frozen=True)
class WithdrawnPage:
    """Nothing of the profile's text: `since` is the first day without it, `reason` what the board told."""

    about: LocationVersion
    since: date | None
    reason: str
    contacts: tuple[Contact, ...] = ()

    @classmethod
    def of(cls, version: LocationVersion, contacts: tuple[Contact, ...]) -> "WithdrawnPage":
        adoption = version.adoption
        return cls(version, adoption.ended_on, adoption.withdrawal_reason, contacts)

    @property
    def theme(self) -> str:
        return self.about.consortium.code if self.about.consortium.theme else ""

    @property
    def logo(self) -> str:
        return self.about.consortium.code if self.about.consortium.logo else ""
