"""What must hold for what regions decide about the catalogue."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.catalogue.engine.loading import catalogue
from levend.catalogue.models import OwnEntry, RegionalSetting


@invariant("regional-catalogue")
def settings_are_about_known_codes() -> Iterator[Fault]:
    """A region decides about codes of the catalogue and its own; own codes begin with that of the consortium."""
    own: dict[int, set[str]] = {}
    for entry in OwnEntry.objects.select_related("consortium").order_by("id"):
        own.setdefault(entry.consortium_id, set()).add(entry.code)
        if not entry.code.startswith(f"{entry.consortium.code}-"):
            yield Fault(
                f"own_entry:{entry.pk}", _("de code begint niet met die van het samenwerkingsverband")
            )
    for setting in RegionalSetting.objects.order_by("id"):
        if setting.code not in catalogue() and setting.code not in own.get(setting.consortium_id, set()):
            yield Fault(f"regional_setting:{setting.pk}", _("deze code staat niet in de catalogus"))
