"""Who reads and writes a profile's answers.

Only the school and its board read what is being written; only the school writes. No consortium, council or board
ever writes an answer.
"""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission
from levend.core import clock
from levend.core.decision import Decision
from levend.organisations.values import LocationReach
from levend.profiles.models import SupportProfile


def can_read(actor: Actor, profile: SupportProfile) -> Decision:
    """Live answers: the location's own people and its board. Others read frozen texts, through adoption."""
    if actor.is_system or actor.has(Permission.READ_DRAFT, on=own_reach(profile)):
        return Decision.yes()
    return Decision.forbidden(
        _("Alleen de school en het bestuur lezen een profiel waaraan geschreven wordt.")
    )


def can_write(actor: Actor, profile: SupportProfile) -> Decision:
    """The school, for as long as the text does not lie with the council or the board."""
    if not (actor.is_system or actor.has(Permission.WRITE, on=own_reach(profile))):
        return Decision.forbidden(
            _("Alleen de schrijvers en de directeur van deze school wijzigen het profiel.")
        )
    if profile.locked_at is not None:
        return Decision.not_now(_locked_sentence(profile))
    return Decision.yes()


def can_start(actor: Actor, reach: LocationReach) -> Decision:
    """The director or the board begins a profile."""
    if actor.is_system or actor.has(Permission.START_PROFILE, on=reach):
        return Decision.yes()
    return Decision.forbidden(_("Alleen de directeur of het bestuur begint een nieuw profiel."))


def _locked_sentence(profile: SupportProfile) -> str:
    assert profile.locked_at is not None  # noqa: S101  (the caller looked)
    day = date_format(clock.local_date(profile.locked_at), "j F Y")
    who = (
        _("%(name)s zette de tekst op %(day)s vast.") % {"name": profile.locked_by_name, "day": day}
        if profile.locked_by_name
        else _("De tekst staat vast sinds %(day)s.") % {"day": day}
    )
    what = _(
        "Daarom kunt u nu niets wijzigen. Bij Stappen ziet u bij wie de tekst ligt en hoe u haar heropent als er toch "
        "iets anders moet."
    )
    return f"{who} {what}"


def own_reach(profile: SupportProfile) -> LocationReach:
    """Location and board, and on purpose nobody else: no role elsewhere can ever open a draft."""
    return LocationReach(
        location_id=profile.location_id,
        board_id=profile.location.school.board_id,
        council_id=None,
        consortium_ids=frozenset(),
        group_ids=frozenset(),
        open_group_ids=frozenset(),
    )
