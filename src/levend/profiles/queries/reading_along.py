"""A concept as somebody reads it who does not write it: by a link, or while it is shared with the consortium."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from levend.accounts.actor import Actor, ActorKind, LinkGrant
from levend.accounts.enums import Permission
from levend.accounts.queries.scope import location_for
from levend.core import clock
from levend.core.canonical import sha256_of
from levend.core.errors import NotAllowed, NotFound
from levend.formats.engine.beside import BESIDE, beside
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import visible_keys
from levend.formats.queries import definition_with
from levend.profiles.models import ConceptShare, SupportProfile
from levend.profiles.queries.answers import answers_of
from levend.profiles.queries.content import register_fields
from levend.profiles.queries.facts import facts_of
from levend.profiles.queries.links import working_links
from levend.profiles.queries.voices import is_adopted
from levend.profiles.rules.together import Voice, could_be_shared_with, is_readable, voice_of

_NOT_FOR_YOU = _("Een gedeeld concept is alleen voor de coördinator van het samenwerkingsverband.")
_AROUND = ("location__school__board", "consortium", "format_version")


@dataclass(frozen=True)
class Concept:
    """The text as it is now. `answers` holds every answer, `readable` the questions that this reader may know of."""

    profile_id: int
    code: str
    location_name: str
    consortium_name: str
    school_year: str
    definition: FormatDefinition
    register: dict[str, object]
    answers: dict[str, Value]
    readable: frozenset[str]
    voice: Voice


@dataclass(frozen=True)
class ReaderLink:
    """A link that works, and who came by it. `is_first_today` until the day is counted."""

    actor: Actor
    name: str
    expires_on: date
    is_first_today: bool
    concept: Concept


@dataclass(frozen=True)
class SharedConcept:
    """What the consortium sees of a concept: the text while it is shared, else since when it is not."""

    code: str
    location_name: str
    concept: Concept | None
    shared_at: datetime | None = None
    taken_back_at: datetime | None = None


def concept_by_link(token: str) -> ReaderLink:
    """The concept to which a link leads (five queries). Raises `NotFound`: unknown, past, taken back and adopted are one."""
    rows = working_links().filter(token_sha256=sha256_of(token.encode("utf-8", "replace")))
    reader = rows.select_related(*(f"profile__{each}" for each in _AROUND)).first()
    if reader is None:
        raise NotFound
    grant = LinkGrant(reader.pk, reader.profile_id, reader.may_remark)
    actor = Actor(ActorKind.LINK, name=reader.name, grant=grant)
    voice = voice_of(actor, reader.profile, is_shared=False)
    if voice is None:
        raise NotFound
    return ReaderLink(
        actor=actor,
        name=reader.name,
        expires_on=reader.expires_on,
        is_first_today=reader.last_used_on != clock.today(),
        concept=_concept(reader.profile, voice),
    )


def shared_concept(actor: Actor, location_code: str) -> SharedConcept:
    """The newest profile of a location for the coordinators of its consortium.

    Raises `NotFound` for strangers, and `NotAllowed` for who works around the school but with whom nothing is shared.
    """
    location = location_for(actor, location_code, Permission.SEE_STATE)
    profiles = SupportProfile.objects.filter(location=location).select_related(*_AROUND)
    profile = profiles.defer("format_version__body").order_by("-created_at", "-id").first()
    if profile is None or not could_be_shared_with(actor, profile):
        raise NotAllowed(_NOT_FOR_YOU)
    share = ConceptShare.objects.filter(profile=profile).order_by("-id").first()
    if share is None or share.ended_at is not None or is_adopted(profile.pk):
        taken_back = share.ended_at if share else None
        return SharedConcept(location.code, location.name, None, taken_back_at=taken_back)
    voice = voice_of(actor, profile, is_shared=True)
    if voice is None:
        raise NotAllowed(_NOT_FOR_YOU)
    return SharedConcept(location.code, location.name, _concept(profile, voice), shared_at=share.shared_at)


def _concept(profile: SupportProfile, voice: Voice) -> Concept:
    definition = definition_with(profile.format_version.sha256)
    answers = answers_of(profile.pk)
    facts = facts_of(profile)
    register = register_fields(profile.location, str(profile.consortium), facts, until=profile.reference_date)
    register |= {BESIDE: beside(definition, answers, facts, register)}
    return Concept(
        profile_id=profile.pk,
        code=profile.location.code,
        location_name=profile.location.name,
        consortium_name=str(profile.consortium),
        school_year=profile.school_year.replace("-", "–"),
        definition=definition,
        register={**register, "school_type": str(profile.location.get_school_type_display())},
        answers=answers,
        readable=frozenset(
            key for key in visible_keys(definition, answers) if is_readable(voice, definition, key)
        ),
        voice=voice,
    )
