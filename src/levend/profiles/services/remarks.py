"""Remarks about a profile: place one, answer one, say what became of it. A text that is locked may be talked about."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core import clock
from levend.core.errors import Invalid, NotFound, NotNow
from levend.core.plaintext import clean
from levend.formats.queries import definition_with
from levend.profiles.engine.personal_data import PersonalKind, places_in_text
from levend.profiles.enums import Side, ThreadState
from levend.profiles.models import CoReader, Remark, RemarkThread, SupportProfile
from levend.profiles.queries.voices import require_voice
from levend.profiles.rules.together import Voice, can_remark, can_set_state, is_readable
from levend.profiles.services.telling import tell_people

LONGEST = 2_000
"""Characters of one remark."""
MOST_BY_LINK = 50
"""Remarks of one link on one day."""
_ABOUT_ONE_PERSON = frozenset({PersonalKind.BSN, PersonalKind.BIRTH, PersonalKind.NAME})
_SAME_CLICK = timedelta(minutes=10)


@transaction.atomic
def place_remark(
    *,
    actor: Actor,
    profile_id: int,
    chapter: str,
    question: str = "",
    text: str,
    for_readers: bool = False,
    for_consortium: bool = False,
    tell: Iterable[int] = (),
) -> Remark:
    """Begin a thread about a question, or about a whole chapter when `question` is empty.

    What the school writes stays with the school unless it chooses otherwise; what the consortium writes is for school
    and consortium. The same words again within ten minutes are a second click and change nothing. `tell` are keys of
    people who get a letter. Raises `NotFound`, `NotAllowed`, `Invalid`, and `NotNow` for a link that placed too many.
    """
    profile, voice = _spoken(actor, profile_id)
    _require_question(profile, voice, chapter, question)
    text = words_of(text)
    twin = _twin(
        voice,
        text,
        RemarkThread.objects.filter(profile=profile, chapter_key=chapter, question_key=question).values_list(
            "pk", flat=True
        ),
    )
    if twin is not None:
        return twin
    now = clock.now()
    thread = RemarkThread.objects.create(
        profile=profile,
        chapter_key=chapter,
        question_key=question,
        for_readers=for_readers and voice.is_school,
        for_consortium=(for_consortium and voice.is_school) or voice.side is Side.CONSORTIUM,
        begun_by_link_id=voice.link_id,
        begun_at=now,
        state_at=now,
        state_by_id=actor.user_id,
        state_by_name=actor.name,
    )
    return _write(actor, voice, thread, text, tell, event="remark_placed")


@transaction.atomic
def answer_remark(*, actor: Actor, thread_id: int, text: str, tell: Iterable[int] = ()) -> Remark:
    """Add to a thread; one that was closed is open again, since somebody has more to say. Raises like `place_remark`."""
    thread, voice = _heard(actor, thread_id)
    can_remark(voice).require()
    text = words_of(text)
    twin = _twin(voice, text, [thread.pk])
    if twin is not None:
        return twin
    if thread.state != ThreadState.OPEN:
        _set_state(actor, thread, ThreadState.OPEN)
    return _write(actor, voice, thread, text, tell, event="remark_answered")


@transaction.atomic
def set_thread_state(*, actor: Actor, thread_id: int, state: ThreadState) -> RemarkThread:
    """Say what became of a remark. The same state again changes nothing. Raises `NotFound` and `NotAllowed`."""
    thread, voice = _heard(actor, thread_id)
    can_set_state(voice).require()
    if thread.state != state:
        _set_state(actor, thread, state)
    return thread


def _set_state(actor: Actor, thread: RemarkThread, state: ThreadState) -> None:
    thread.state = state
    thread.state_at = clock.now()
    thread.state_by_id = actor.user_id
    thread.state_by_name = actor.name
    thread.save(update_fields=["state", "state_at", "state_by", "state_by_name"])
    record(actor=actor, event="remark_state_set", subject=f"thread:{thread.pk}", data={"state": state.value})


def _spoken(actor: Actor, profile_id: int) -> tuple[SupportProfile, Voice]:
    profile = (
        SupportProfile.objects.select_related("location__school", "format_version")
        .defer("format_version__body")
        .filter(pk=profile_id)
        .first()
    )
    if profile is None:
        raise NotFound(str(profile_id))
    voice = require_voice(actor, profile)
    can_remark(voice).require()
    return profile, voice


def _heard(actor: Actor, thread_id: int) -> tuple[RemarkThread, Voice]:
    """A thread that is for this actor, kept for this transaction."""
    threads = RemarkThread.objects.select_for_update(of=("self",)).select_related(
        "profile__location__school", "profile__format_version"
    )
    thread = threads.filter(pk=thread_id).first()
    if thread is None:
        raise NotFound(str(thread_id))
    voice = require_voice(actor, thread.profile)
    definition = definition_with(thread.profile.format_version.sha256)
    known = not thread.question_key or definition.has(thread.question_key)
    if not (voice.hears(thread) and known and is_readable(voice, definition, thread.question_key)):
        raise NotFound(str(thread_id))
    return thread, voice


def _require_question(profile: SupportProfile, voice: Voice, chapter: str, question: str) -> None:
    """Raises `NotFound` for a chapter or question that the format does not have, or that this side may not know of."""
    definition = definition_with(profile.format_version.sha256)
    if all(each.key != chapter for each in definition.chapters):
        raise NotFound(chapter)
    if question and not (definition.has(question) and definition.chapter_of(question).key == chapter):
        raise NotFound(question)
    if not is_readable(voice, definition, question):
        raise NotFound(question)


def words_of(text: str) -> str:
    """Raises `Invalid` for nothing, for more than a remark, and for what looks like data about a pupil.

    An answer with such a place is looked at by two people before advice; nobody looks at a remark, and a parent who
    reads along writes about the child that they know best.
    """
    words = clean(text)
    if not words:
        raise Invalid(_("Schrijf eerst uw opmerking."), {"text": _("Schrijf eerst uw opmerking.")})
    if len(words) > LONGEST:
        message = _("Deze opmerking is te lang: %(length)d tekens. Maak er hoogstens %(most)d van.") % {
            "length": len(words),
            "most": LONGEST,
        }
        raise Invalid(message, {"text": message})
    found = next((place for place in places_in_text(words) if place.kind in _ABOUT_ONE_PERSON), None)
    if found is not None:
        message = _(
            "“%(passage)s” lijkt te gaan over één kind of persoon. Dat hoort hier niet. Schrijf het zonder naam, "
            "geboortedatum of nummer."
        ) % {"passage": found.passage}
        raise Invalid(message, {"text": message})
    return words


def _twin(voice: Voice, text: str, thread_ids: Iterable[int]) -> Remark | None:
    """The same words of the same person, of a moment ago."""
    since = clock.now() - _SAME_CLICK
    rows = Remark.objects.filter(thread__in=list(thread_ids), text=text, at__gte=since).order_by("id")
    return next((row for row in rows if voice.wrote(row)), None)


def _write(
    actor: Actor, voice: Voice, thread: RemarkThread, text: str, tell: Iterable[int], *, event: str
) -> Remark:
    if voice.link_id is not None:
        _require_room(voice.link_id)
    remark = Remark.objects.create(
        thread=thread,
        text=text,
        side=voice.side,
        by_id=actor.user_id,
        by_link_id=voice.link_id,
        by_name=actor.name,
        at=clock.now(),
    )
    record(actor=actor, event=event, subject=f"thread:{thread.pk}", data={"remark": remark.pk})
    tell_people(actor, voice, thread, remark, set(tell))
    return remark


def _require_room(link_id: int) -> None:
    """One link fills no profile: two at the same moment wait for each other."""
    CoReader.objects.select_for_update().filter(pk=link_id).first()
    since = clock.end_of_day(clock.today() - timedelta(days=1))
    if Remark.objects.filter(by_link_id=link_id, at__gte=since).count() >= MOST_BY_LINK:
        raise NotNow(
            ngettext(
                "U plaatste vandaag al %(n)d opmerking. Morgen kunt u er weer een plaatsen.",
                "U plaatste vandaag al %(n)d opmerkingen. Morgen kunt u er weer een plaatsen.",
                MOST_BY_LINK,
            )
            % {"n": MOST_BY_LINK}
        )
