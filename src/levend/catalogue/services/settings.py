"""Record what a region decided about the codes of the catalogue."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.catalogue import rules
from levend.catalogue.models import RegionalSetting
from levend.catalogue.queries.region import region_entries, settings_of
from levend.catalogue.services.locking import lock_consortium
from levend.catalogue.values import NOTHING_DECIDED, Setting
from levend.core import clock
from levend.core.errors import Invalid
from levend.jobs.events import emit


@transaction.atomic
def save_settings(*, actor: Actor, consortium_id: int, settings: Mapping[str, Setting]) -> tuple[str, ...]:
    """Set what is decided about these codes; other codes stay as they are. Returns the codes that changed.

    Raises `Invalid` for a code that this region does not know, for support that is agreed and switched off at once, and
    where something is agreed that is no support.
    """
    lock_consortium(consortium_id)
    rules.can_set(actor, consortium_id).require()
    language = get_language() or "nl"
    known = {entry.code: entry for entry in region_entries(consortium_id)}
    now_set = settings_of(consortium_id)
    changed = {
        code: setting for code, setting in settings.items() if setting != now_set.get(code, NOTHING_DECIDED)
    }
    for code, setting in changed.items():
        if code not in known:
            raise Invalid(_("De catalogus van deze regio heeft geen code %(code)s.") % {"code": code})
        if setting.switched_off and setting.in_basic_support:
            raise Invalid(
                _("“%(name)s” kan niet tegelijk basisondersteuning zijn en uitgezet.")
                % {"name": known[code].label(language)}
            )
        if (setting.in_basic_support or setting.in_national_norm) and not known[code].is_support:
            raise Invalid(
                _("“%(name)s” is geen soort ondersteuning: u kunt het alleen uitzetten.")
                % {"name": known[code].label(language)}
            )
    for code, setting in changed.items():
        RegionalSetting.objects.update_or_create(
            consortium_id=consortium_id,
            code=code,
            defaults={
                "in_basic_support": setting.in_basic_support,
                "in_national_norm": setting.in_national_norm,
                "switched_off": setting.switched_off,
                "changed_by": actor.ref,
                "changed_at": clock.now(),
            },
        )
    if any(
        setting.switched_off != now_set.get(code, NOTHING_DECIDED).switched_off
        for code, setting in changed.items()
    ):
        emit("support_switched", consortium_id=consortium_id)
    if changed:
        record(
            actor=actor,
            event="catalogue_settings_changed",
            subject=f"consortium:{consortium_id}",
            data={
                code: [setting.in_basic_support, setting.in_national_norm, setting.switched_off]
                for code, setting in changed.items()
            },
        )
    return tuple(changed)
