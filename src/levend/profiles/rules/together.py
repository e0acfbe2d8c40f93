"""Who speaks along about a profile, and who decides about that.

The school's writers speak as the school. A co-reader comes by a link, the consortium reads only while the school
shares its concept. Board and council read texts elsewhere; what is said here is not for them.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import Permission, PlaceKind
from levend.core.decision import Decision
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import Audience
from levend.formats.engine.visibility import audience_of
from levend.profiles.enums import Side
from levend.profiles.models import Remark, RemarkThread, SupportProfile
from levend.profiles.rules.writing import own_reach

READS: dict[Side, frozenset[Audience]] = {
    Side.SCHOOL: frozenset(Audience),
    Side.CONSORTIUM: frozenset({Audience.PUBLIC, Audience.CONSORTIUM}),
    Side.READER: frozenset({Audience.PUBLIC}),
}
"""The questions that each side may know of."""


@dataclass(frozen=True)
class Voice:
    """Somebody who speaks about one profile, and from which side."""

    side: Side
    user_id: int | None = None
    link_id: int | None = None
    may_remark: bool = True

    @property
    def is_school(self) -> bool:
        return self.side is Side.SCHOOL

    def wrote(self, remark: Remark) -> bool:
        if self.link_id is not None:
            return remark.by_link_id == self.link_id
        return remark.side == self.side and remark.by_id == self.user_id

    def hears(self, thread: RemarkThread) -> bool:
        """Whether this thread is for them."""
        match self.side:
            case Side.SCHOOL:
                return True
            case Side.READER:
                return thread.for_readers or thread.begun_by_link_id == self.link_id
            case Side.CONSORTIUM:
                return thread.for_consortium


def voice_of(actor: Actor, profile: SupportProfile, *, is_shared: bool) -> Voice | None:
    """How this actor speaks about the profile; none for everybody else. `is_shared`: with the consortium, now."""
    if actor.is_system or actor.has(Permission.WRITE, on=own_reach(profile)):
        return Voice(Side.SCHOOL, user_id=actor.user_id)
    if actor.grant is not None:
        if actor.grant.profile_id != profile.pk:
            return None
        return Voice(Side.READER, link_id=actor.grant.link_id, may_remark=actor.grant.may_remark)
    if is_shared and could_be_shared_with(actor, profile):
        return Voice(Side.CONSORTIUM, user_id=actor.user_id)
    return None


def could_be_shared_with(actor: Actor, profile: SupportProfile) -> bool:
    """The coordinators of the profile's own consortium are whom a concept is shared with."""
    return profile.consortium_id in actor.places(PlaceKind.CONSORTIUM, Permission.RECEIVE)


def can_remark(voice: Voice) -> Decision:
    if voice.may_remark:
        return Decision.yes()
    return Decision.forbidden(_("Met deze link leest u mee. Opmerkingen plaatsen kan er niet mee."))


def can_set_state(voice: Voice) -> Decision:
    """The school says what is done with a remark."""
    if voice.is_school:
        return Decision.yes()
    return Decision.forbidden(_("De school zegt wat zij met een opmerking doet."))


def is_readable(voice: Voice, definition: FormatDefinition, question_key: str) -> bool:
    """Whether a question is one that this side may know of; a whole chapter (no key) is."""
    return not question_key or audience_of(definition, question_key) in READS[voice.side]


def can_organise(actor: Actor, profile: SupportProfile, *, is_adopted: bool) -> Decision:
    """Giving chapters and inviting co-readers: the school's writers, until the board adopted the text."""
    if not (actor.is_system or actor.has(Permission.WRITE, on=own_reach(profile))):
        return Decision.forbidden(_("Alleen de schrijvers en de directeur van deze school regelen dit."))
    return _until_adoption(is_adopted)


def can_share(actor: Actor, profile: SupportProfile, *, is_adopted: bool) -> Decision:
    """The director shares the concept with the consortium, and takes that back."""
    if not (actor.is_system or actor.has(Permission.SHARE_CONCEPT, on=own_reach(profile))):
        return Decision.forbidden(_("Alleen de directeur deelt het concept, of neemt dat terug."))
    return _until_adoption(is_adopted)


def _until_adoption(is_adopted: bool) -> Decision:
    if is_adopted:
        return Decision.not_now(
            _("Dit profiel is vastgesteld. Meelezen met een concept kan weer bij het volgende profiel.")
        )
    return Decision.yes()
