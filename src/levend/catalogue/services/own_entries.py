"""Add what is a region's own to the lists of the catalogue, and close it."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.catalogue import rules
from levend.catalogue.enums import LISTS, Kind
from levend.catalogue.models import OwnEntry
from levend.catalogue.queries.codes import is_code
from levend.catalogue.queries.region import kind_in, region_entries, successors
from levend.catalogue.services.locking import lock_consortium
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean

NAME_MAX = 90


@transaction.atomic
def add_own_entry(
    *, actor: Actor, consortium_id: int, suffix: str, domain: str, nl: str, plain: str, en: str
) -> OwnEntry:
    """Add an entry under the consortium's code and `suffix`, say PO2604-RUST; the same again changes nothing.

    `domain` is that of a support type, or the name of another list. Raises `Invalid` with the field for a code that was
    given out before, an unknown domain or list, and names that are missing or that this region has in the same list.
    """
    consortium = lock_consortium(consortium_id)
    rules.can_set(actor, consortium_id).require()
    names = {name: _name(name, text) for name, text in (("nl", nl), ("plain", plain), ("en", en))}
    code = f"{consortium.code}-{_suffix(suffix)}"
    if not is_code(domain, Kind.DOMAIN) and domain not in LISTS:
        raise _invalid("domain", _("Kies een domein of een lijst."))
    known = OwnEntry.objects.filter(code=code).first()
    if known is not None:
        if {"nl": known.nl, "plain": known.plain, "en": known.en} == names and known.domain == domain:
            return known
        raise _invalid("suffix", _("Deze code is al gebruikt. Een code krijgt nooit een andere betekenis."))
    kind = kind_in(domain)
    beside = (each for each in region_entries(consortium_id) if each.kind is kind or each.is_own)
    if any(entry.name.casefold() == names["nl"].casefold() for entry in beside):
        raise _invalid("nl", _("Dit staat al in de catalogus."))
    entry = OwnEntry.objects.create(
        consortium=consortium, code=code, domain=domain, added_by=actor.ref, added_at=clock.now(), **names
    )
    record(
        actor=actor,
        event="own_entry_added",
        subject=f"consortium:{consortium_id}",
        data={"code": code, "domain": domain},
    )
    return entry


@transaction.atomic
def close_own_entry(*, actor: Actor, consortium_id: int, code: str, successor: str = "") -> OwnEntry:
    """Take an own entry out of use, with what takes its place; a second time changes nothing.

    Profiles that name it stay as they are. Raises `NotFound`, and `Invalid` for a successor that is not in use here, or
    is another kind of thing.
    """
    lock_consortium(consortium_id)
    rules.can_set(actor, consortium_id).require()
    entry = OwnEntry.objects.filter(consortium_id=consortium_id, code=code).first()
    if entry is None:
        raise NotFound(code)
    if entry.closed_at is not None:
        return entry
    if successor and successor not in {each.code for each in successors(consortium_id, code)}:
        raise _invalid("successor", _("Kies iets van dezelfde lijst dat in uw regio in gebruik is."))
    entry.closed_at, entry.closed_by, entry.successor = clock.now(), actor.ref, successor
    entry.save(update_fields=["closed_at", "closed_by", "successor"])
    record(
        actor=actor,
        event="own_entry_closed",
        subject=f"consortium:{consortium_id}",
        data={"code": code, "successor": successor},
    )
    return entry


def _suffix(text: str) -> str:
    suffix = clean(text).upper()
    if not re.fullmatch(r"[A-Z][A-Z0-9]{1,11}", suffix):
        raise _invalid("suffix", _("Gebruik 2 tot 12 letters en cijfers, en begin met een letter."))
    return suffix


def _name(field: str, text: str) -> str:
    name = " ".join(clean(text).split())
    if len(name) < 2:
        raise _invalid(field, _("Vul een naam in."))
    if len(name) > NAME_MAX:
        raise _invalid(field, _("Maak er hoogstens %(most)d tekens van.") % {"most": NAME_MAX})
    return name


def _invalid(field: str, message: str) -> Invalid:
    return Invalid(message, {field: message})
