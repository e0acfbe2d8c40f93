"""A profile as the people who write it see it: everything that its pages need, in three queries."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from levend.accounts.actor import Actor
from levend.catalogue.queries.agreed import Agreed, agreed_in
from levend.core.decision import Decision
from levend.formats.engine.beside import BESIDE, Entry, Facts, beside
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.progress import Progress, progress
from levend.formats.engine.switched_off import not_asked
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import visible_keys
from levend.formats.queries import definition_with
from levend.profiles import rules
from levend.profiles.engine.tally import Tally, tally
from levend.profiles.enums import Standing
from levend.profiles.models import Answer
from levend.profiles.queries.content import register_fields
from levend.profiles.queries.facts import facts_of
from levend.profiles.queries.former import Former, brought_text, former_text
from levend.profiles.queries.owners import Owners, owners_of
from levend.profiles.queries.profiles import profile_in_region
from levend.profiles.queries.remarks import ThreadHead, heads_of
from levend.profiles.rules.together import Voice, voice_of


@dataclass(frozen=True)
class AnswerState:
    """An answer with who wrote it last. Revision 0: never answered."""

    value: Value = None
    revision: int = 0
    by_id: int | None = None
    by_name: str = ""
    at: datetime | None = None
    standing: Standing = Standing.NEW


NEVER_ANSWERED = AnswerState()


@dataclass(frozen=True)
class Draft:
    """A profile that this actor may read, still without its answers."""

    profile_id: int
    code: str
    location_name: str
    consortium_name: str
    school_year: str
    definition: FormatDefinition
    register: dict[str, object]
    """Register facts as they are; what the school says of them stands with the answers."""
    writable: Decision
    is_locked: bool
    carried_from_id: int | None = None
    location_id: int | None = None
    """Where the profile is of a location: a format that is looked at has none."""
    facts: Facts = field(default_factory=dict)
    consortium_id: int | None = None
    reference_date: date | None = None
    """The day that its figures are of, or the last count before it."""
    off: frozenset[str] = frozenset()
    """Kinds of support that the profile's consortium does not use."""
    voice: Voice | None = None
    """How this actor speaks in remarks; none for the board, which reads along and says what it has to say in a step."""


@dataclass(frozen=True)
class Writing:
    """The draft with all its answers."""

    draft: Draft
    states: dict[str, AnswerState]

    @property
    def code(self) -> str:
        return self.draft.code

    @property
    def definition(self) -> FormatDefinition:
        return self.draft.definition

    @cached_property
    def answers(self) -> dict[str, Value]:
        return {key: state.value for key, state in self.states.items() if state.value is not None}

    @cached_property
    def beside(self) -> dict[str, Entry]:
        """What stands beside the text, by the key of the question or register fact."""
        return beside(self.definition, self.answers, self.draft.facts, self.draft.register)

    @property
    def register(self) -> dict[str, object]:
        """Register facts with what stands beside them and beside the answers, as the text will have them."""
        return {**self.draft.register, BESIDE: self.beside}

    @cached_property
    def visible(self) -> frozenset[str]:
        """What is asked: what the conditions leave, without what the region does not ask and nobody ever said."""
        applying = visible_keys(self.definition, self.answers)
        said = {key for key in applying & self.states.keys() if self._is_said(self.states[key])}
        return applying - not_asked(self.definition, self.draft.off, said)

    @cached_property
    def progress(self) -> Progress:
        return progress(self.definition, self.answers, self.draft.off)

    @property
    def last_saved(self) -> AnswerState:
        """The answer that was written last."""
        moments = [state for state in self.states.values() if state.at is not None]
        return max(moments, key=lambda state: (state.at, state.revision), default=NEVER_ANSWERED)

    @cached_property
    def former(self) -> Former | None:
        """Last time's text, when this profile started from one, or what was brought from elsewhere (one query, where a
        page asks for it and there is an answer of last time)."""
        former_id = self.draft.carried_from_id
        if former_id is not None:
            return former_text(former_id, self.definition)
        location_id = self.draft.location_id
        if location_id is None or all(state.standing is Standing.NEW for state in self.states.values()):
            return None
        return brought_text(location_id, self.definition)

    @cached_property
    def threads(self) -> tuple[ThreadHead, ...]:
        """Every thread of remarks, for who speaks in them (one query, where a page asks for it)."""
        return heads_of(self.draft.profile_id) if self.draft.voice else ()

    @cached_property
    def agreed(self) -> Agreed:
        """What its consortium agreed about kinds of support (one query, where a page asks for it)."""
        return agreed_in(self.draft.consortium_id)

    @cached_property
    def owners(self) -> Owners:
        """Who has which chapter (one query, where a page asks for it)."""
        return owners_of(self.draft.profile_id)

    @cached_property
    def open_remarks(self) -> Counter[str]:
        """How many threads are open, by question and by chapter; the chapters' keys end in a slash."""
        still_open = [head for head in self.threads if head.is_open]
        by_question = Counter(head.question for head in still_open if head.question)
        return by_question + Counter(f"{head.chapter}/" for head in still_open)

    @cached_property
    def tally(self) -> Tally:
        return tally({key: state.standing for key, state in self.states.items() if key in self.visible})

    @staticmethod
    def _is_said(state: AnswerState) -> bool:
        """An answer of last time that was dropped can be put back, so it is still there to see."""
        return state.value is not None or state.standing is not Standing.NEW

    def state_of(self, key: str) -> AnswerState:
        return self.states.get(key, NEVER_ANSWERED)


def writing(actor: Actor, location_code: str) -> Writing:
    """The newest profile of a location with its answers, for who may read its draft. Raises `NotFound`."""
    return with_answers(draft_for(actor, location_code))


def draft_for(actor: Actor, location_code: str) -> Draft:
    """The newest profile of a location, for who may read its draft (one query, two with key figures). Raises `NotFound`."""
    profile, off = profile_in_region(actor, location_code)
    facts = facts_of(profile)
    register = register_fields(profile.location, str(profile.consortium), facts, until=profile.reference_date)
    return Draft(
        profile_id=profile.pk,
        location_id=profile.location_id,
        consortium_id=profile.consortium_id,
        code=profile.location.code,
        location_name=profile.location.name,
        consortium_name=str(profile.consortium),
        school_year=profile.school_year.replace("-", "–"),
        definition=definition_with(profile.format_version.sha256),
        register={**register, "school_type": str(profile.location.get_school_type_display())},
        writable=rules.can_write(actor, profile),
        is_locked=profile.is_locked,
        carried_from_id=profile.carried_from_id,
        facts=facts,
        reference_date=profile.reference_date,
        off=off,
        voice=voice_of(actor, profile, is_shared=False),
    )


def with_answers(draft: Draft) -> Writing:
    """The draft with its answers as they are at this moment (one query)."""
    return Writing(draft, _states(draft.profile_id))


def _states(profile_id: int) -> dict[str, AnswerState]:
    rows = (
        Answer.objects.filter(profile_id=profile_id)
        .order_by()
        .values_list(
            "question_key", "value", "revision", "updated_by_id", "updated_by_name", "updated_at", "standing"
        )
    )
    return {
        key: AnswerState(value, revision, by_id, by_name, at, Standing(standing))
        for key, value, revision, by_id, by_name, at, standing in rows
    }
