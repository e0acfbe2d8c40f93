"""A consortium's own colours and logo."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts import rules
from levend.accounts.actor import Actor
from levend.accounts.services.organisations.consortia import locked_consortium
from levend.accounts.services.organisations.storing import refused, store
from levend.audit.services import record
from levend.core.canonical import sha256_of
from levend.jobs.events import emit
from levend.organisations.engine.contrast import INK, LEAST, PAPER, WHITE, TooLittle, contrast_faults
from levend.organisations.engine.drawing import LARGEST, safe_drawing
from levend.organisations.errors import DrawingFault, UnsafeDrawing
from levend.organisations.models import Consortium
from levend.organisations.values import THEME_KEYS, theme_faults


@transaction.atomic
def save_colours(*, actor: Actor, consortium_id: int, theme: Mapping[str, str]) -> Consortium:
    """Give a consortium its ten colours, each `#rrggbb`; an empty theme takes them back to those of Levend.

    Raises `Invalid` at the colours on or in which a text could not be read.
    """
    consortium = locked_consortium(consortium_id)
    rules.can_change_consortium(actor, consortium_id).require()
    colours = {key: str(value).strip().lower() for key, value in theme.items()}
    _check_colours(colours)
    return store(actor=actor, row=consortium, values={"theme": colours})


@transaction.atomic
def save_logo(*, actor: Actor, consortium_id: int, svg: bytes) -> Consortium:
    """Give a consortium its logo, written anew from shapes and paints only; nothing takes it away.

    Raises `Invalid` at the field `logo` for a drawing that could act or load something, or is none.
    """
    consortium = locked_consortium(consortium_id)
    rules.can_change_consortium(actor, consortium_id).require()
    logo = _safe(svg) if svg.strip() else ""
    if logo == consortium.logo:
        return consortium
    consortium.logo = logo
    consortium.save(update_fields=["logo"])
    record(
        actor=actor,
        event="consortium_logo_changed",
        subject=f"consortium:{consortium_id}",
        data={"after": sha256_of(logo.encode())},
    )
    emit("consortium_changed", consortium_id=consortium_id)
    return consortium


def _check_colours(colours: Mapping[str, str]) -> None:
    if faults := theme_faults(dict(colours)):
        sentence = _("Dit is geen kleur. Schrijf een hekje en zes cijfers of letters, zoals #11515f.")
        raise refused(**{key if key in THEME_KEYS else "theme": sentence for key in faults})
    if not colours:
        return
    found: dict[str, str] = {}
    for fault in contrast_faults(colours):
        found.setdefault(fault.key, _unreadable(fault))
    if found:
        raise refused(**found)


def _unreadable(fault: TooLittle) -> str:
    others = {WHITE: _("wit"), INK: _("de donkere letters"), PAPER: _("de achtergrond van de bladzijde")}
    return _(
        "Kleur %(key)s verschilt te weinig van %(other)s: het contrast is %(ratio)s en moet %(least)s of meer zijn."
    ) % {
        "key": fault.key,
        "other": others.get(fault.against) or _("kleur %(key)s") % {"key": fault.against},
        "ratio": f"{int(fault.ratio * 10) / 10:.1f}".replace(".", ","),
        "least": f"{LEAST:.1f}".replace(".", ","),
    }


def _safe(svg: bytes) -> str:
    try:
        return safe_drawing(svg)
    except UnsafeDrawing as unsafe:
        raise refused(logo=_why_not(unsafe)) from None


def _why_not(unsafe: UnsafeDrawing) -> str:
    match unsafe.fault:
        case DrawingFault.TOO_LARGE:
            return _("Dit logo is te groot of te ingewikkeld. Een logo is hoogstens %(most)d kB.") % {
                "most": LARGEST // 1024
            }
        case DrawingFault.NO_DRAWING:
            return _("Dit is geen SVG-tekening. Kies een bestand dat op .svg eindigt.")
        case DrawingFault.NO_SIZE:
            return _("Deze tekening zegt niet hoe groot zij is. Sla haar op met een viewBox.")
        case DrawingFault.DECLARES:
            return _("Deze tekening begint met een DOCTYPE. Sla haar op zonder, als gewone of kale SVG.")
        case DrawingFault.FORBIDDEN:
            return _(
                "Deze tekening bevat “%(part)s”. Een logo mag alleen vormen en kleuren bevatten: geen scripts, "
                "letters, foto’s of verwijzingen. Zet letters om in vormen en sla haar op als kale SVG."
            ) % {"part": unsafe.part[:40]}
