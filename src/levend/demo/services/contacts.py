"""Whom parents can call at the region's schools: who looks after support, and the director."""

from collections.abc import Iterable

from levend.demo.engine.names import mail_name
from levend.demo.engine.region import SchoolFacts
from levend.organisations.models import Location, PublicContact

_DAYS = (
    "maandag tot en met donderdag",
    "maandag, dinsdag en donderdag",
    "dinsdag en vrijdag",
    "elke schooldag van 8 tot 16 uur",
)


def make_contacts(schools: Iterable[SchoolFacts]) -> None:
    """Two people per location, function first. Their list was last changed on the day that pupils were counted."""
    locations = dict(Location.objects.values_list("code", "pk"))
    PublicContact.objects.bulk_create(
        [
            contact
            for number, facts in enumerate(schools)
            for contact in _two(locations[facts.code], facts, _DAYS[number % len(_DAYS)])
        ],
        batch_size=500,
    )


def _two(location_id: int, facts: SchoolFacts, days: str) -> tuple[PublicContact, PublicContact]:
    return (
        PublicContact(
            location_id=location_id,
            position=1,
            function="Intern begeleider",
            name=facts.editor,
            phone=facts.phone,
            email=f"{mail_name(facts.editor)}@{facts.domain}",
            reachable=days,
        ),
        PublicContact(
            location_id=location_id,
            position=2,
            function="Directeur",
            name=facts.director,
            email=f"directie@{facts.domain}",
        ),
    )
