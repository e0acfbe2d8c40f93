"""What must hold for what regions decide about the catalogue."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.catalogue.engine.loading import catalogue
from levend.catalogue.enums import SUPPORT_KINDS, Kind
from levend.catalogue.models import OwnEntry, RegionalSetting
from levend.catalogue.queries.region import own_codes


@invariant("regional-catalogue")
def settings_are_about_known_codes() -> Iterator[Fault]:
    """A region decides about codes of the catalogue and its own; own codes begin with that of the consortium."""
    own: dict[int, set[str]] = {}
    kinds = own_codes()
    for entry in OwnEntry.objects.select_related("consortium").order_by("id"):
        own.setdefault(entry.consortium_id, set()).add(entry.code)
        if not entry.code.startswith(f"{entry.consortium.code}-"):
            yield Fault(
                f"own_entry:{entry.pk}", _("de code begint niet met die van het samenwerkingsverband")
            )
    for setting in RegionalSetting.objects.order_by("id"):
        if setting.code not in catalogue() and setting.code not in own.get(setting.consortium_id, set()):
            yield Fault(f"regional_setting:{setting.pk}", _("deze code staat niet in de catalogus"))
        elif (setting.in_basic_support or setting.in_national_norm) and not _is_support(setting.code, kinds):
            yield Fault(
                f"regional_setting:{setting.pk}", _("wat is afgesproken, is geen soort ondersteuning")
            )


def _is_support(code: str, kinds: Mapping[str, Kind]) -> bool:
    kind = kinds[code] if code in kinds else catalogue().entry(code).kind
    return kind in SUPPORT_KINDS
