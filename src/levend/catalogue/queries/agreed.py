"""What a region agreed about kinds of support. Like the catalogue it is public: no actor is asked for."""

from dataclasses import dataclass

from django.db.models import Q

from levend.catalogue.models import RegionalSetting


@dataclass(frozen=True)
class Agreed:
    """Codes of kinds of support: what every school of the region gives, and what a national norm asks of schools."""

    basic: frozenset[str] = frozenset()
    norm: frozenset[str] = frozenset()


NOTHING_AGREED = Agreed()


def agreed_in(consortium_id: int | None) -> Agreed:
    """What a consortium agreed (one query); nothing for none."""
    if consortium_id is None:
        return NOTHING_AGREED
    rows = list(
        RegionalSetting.objects.filter(Q(in_basic_support=True) | Q(in_national_norm=True))
        .filter(consortium_id=consortium_id)
        .order_by()
        .values_list("code", "in_basic_support", "in_national_norm")
    )
    return Agreed(
        basic=frozenset(code for code, basic, _norm in rows if basic),
        norm=frozenset(code for code, _basic, norm in rows if norm),
    )
