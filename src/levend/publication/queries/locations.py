"""The list of schools with a published profile."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from levend.core import clock
from levend.organisations.enums import SchoolType
from levend.organisations.models import Consortium, ConsortiumMembership, Location
from levend.publication.models import PublicSite
from levend.publication.queries.versions import published

MOST_WORDS = 6


def published_locations(*, words: str = "", school_type: str = "") -> QuerySet[Location]:
    """Open locations with a published profile, by name; one that was withdrawn is found too, its page says why.

    A profile that was published a moment ago counts from when its page is there, so that no link leads nowhere.

    Each word of `words` must stand in the name, the place, the municipality, the postcode or the code.
    """
    today = clock.today()
    found = Location.objects.filter(
        Q(closed_on=None) | Q(closed_on__gt=today),
        Exists(published().filter(location=OuterRef("pk"))),
        Exists(PublicSite.objects.filter(location=OuterRef("pk"))),
    )
    for word in words.split()[:MOST_WORDS]:
        found = found.filter(
            Q(name__icontains=word)
            | Q(city__icontains=word)
            | Q(municipality__icontains=word)
            | Q(postcode__icontains=word)
            | Q(code__iexact=word)
        )
    if school_type:
        found = found.filter(school_type=school_type)
    return found.order_by("name", "city", "code")


def published_types() -> tuple[tuple[str, str], ...]:
    """Kinds of school that have at least one published profile, in the order of the register."""
    present = set(published_locations().order_by().values_list("school_type", flat=True).distinct())
    return tuple((kind.value, str(kind.label)) for kind in SchoolType if kind.value in present)


def publishing_consortia() -> tuple[Consortium, ...]:
    """Consortia with at least one published profile, by name."""
    today = clock.today()
    members = ConsortiumMembership.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today),
        valid_from__lte=today,
        location__in=published_locations(),
    )
    return tuple(Consortium.objects.filter(id__in=members.values("consortium_id")).order_by("name", "code"))
