"""The invariants of the chain, written by hand and apart from the table, under any order of steps.

Whatever sequence of steps, edits and days a machine tries, allowed or refused, these hold (ARCHITECTURE §3.11).
"""

import itertools
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, Reaction, State, Step
from levend.adoption.models import Adoption, AdoptionCase, AdvisedText, CaseStep, Submission
from levend.adoption.queries.in_force import in_force
from levend.adoption.services import react
from levend.core import clock
from levend.core.errors import LevendError
from levend.profiles.models import AnswerRevision, ProfileSnapshot, SupportProfile
from tests.adoption.story import STEPS, Story
from tests.factories.region import make_region

_SCHOOL_ROLES = {Role.EDITOR, Role.DIRECTOR}
_STEPS = st.sampled_from(sorted(STEPS))
_ROLES = st.sampled_from(sorted(Role))


_USUAL = {
    "draft": [Step.ASK_ADVICE],
    "awaiting_advice": [Step.GIVE_ADVICE, Step.REGISTER_ADVICE, Step.REOPEN],
    "advice_given": [Step.ADOPT, Step.REGISTER_ADOPTION, Step.RETURN_TO_SCHOOL, Step.REOPEN],
    "reopened": [Step.ASK_ADVICE, Step.ASK_CONFIRMATION, Step.OFFER_UNCHANGED],
    "awaiting_confirmation": [Step.CONFIRM_ADVICE, Step.GIVE_ADVICE],
    "returned_by_board": [Step.ASK_CONFIRMATION, Step.OFFER_UNCHANGED],
    "adopted": [Step.SUBMIT, Step.SUBMIT, Step.CORRECT, Step.OBJECT_TO_ADOPTION],
    "correcting": [Step.OFFER_CORRECTION],
    "awaiting_correction": [Step.CONFIRM_CORRECTION, Step.RETURN_CORRECTION],
    "submitted": [Step.RECEIVE, Step.ASK_CORRECTION, Step.OBJECT_TO_ADVICE],
    "returned_by_consortium": [Step.SUBMIT, Step.CORRECT, Step.REOPEN],
    "received": [Step.REOPEN],
}
_SEEN: set[str] = set()


class Chain(RuleBasedStateMachine):
    """Anyone may try anything at any time; the clock only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()

    def teardown(self) -> None:
        """Each example begins with an empty database."""
        transaction.savepoint_rollback(self.savepoint)

    @initialize(state=st.sampled_from(sorted(State)))
    def begin(self, state: State) -> None:
        self.story = Story.begin(make_region().linde)
        self.story.complete()
        _SEEN.add(self.story.state)
        self.story.bring_to(State(state))
        self.day = clock.now()
        self.written = 0

    @rule(data=st.data())
    def follow_the_procedure(self, data: st.DataObject) -> None:
        """What people usually do next, so that the machine comes far."""
        case = AdoptionCase.objects.get(pk=self.story.id)
        step = data.draw(st.sampled_from(_USUAL[case.state]))
        self._try(step, STEPS[step][0])

    @rule(step=_STEPS)
    def take_by_its_role(self, step: Step) -> None:
        self._try(step, STEPS[step][0])

    @rule(step=_STEPS, role=_ROLES)
    def take_by_anyone(self, step: Step, role: Role) -> None:
        self._try(step, role)

    @rule(kind=st.sampled_from([AdviceKind.NEGATIVE, AdviceKind.CONDITIONAL]))
    def advise_otherwise(self, kind: AdviceKind) -> None:
        conditions = ["Noem een datum."] if kind is AdviceKind.CONDITIONAL else []
        self._try(Step.GIVE_ADVICE, Role.COUNCIL_CHAIR, kind=kind, conditions=conditions)

    @rule(reaction=st.sampled_from([Reaction.FOLLOWED, Reaction.DECLINED]))
    def answer_a_condition(self, reaction: Reaction) -> None:
        with clock.at(self.day):
            try:
                react(
                    actor=self.story.actor(Role.BOARD_MEMBER),
                    case_id=self.story.id,
                    number=1,
                    reaction=reaction,
                    explanation="Dat past nu niet in de begroting.",
                )
            except LevendError:
                return

    @rule()
    def adopt_against_the_advice(self) -> None:
        self._try(
            Step.ADOPT,
            Role.BOARD_MEMBER,
            explanation="Nodig voor een dekkend aanbod in de regio.",
            talk_on=clock.local_date(self.day),
        )

    @precondition(lambda self: self.written < 4)
    @rule()
    def type_something_else(self) -> None:
        self.written += 1
        profile = SupportProfile.objects.get(pk=self.story.case.profile_id)
        before = profile.locked_sha256
        try:
            self.story.write("ambitions", f"Versie {self.written} van onze ambities.")
        except LevendError:
            assert before
        else:
            assert not before

    @rule(days=st.integers(1, 60))
    def let_days_pass(self, days: int) -> None:
        self.day += timedelta(days=days)

    def _try(self, step: Step, role: Role, **more: object) -> None:
        before = self._fingerprint()
        with clock.at(self.day):
            try:
                self.story.take(step, self.story.actor(role), **more)
            except LevendError:
                assert self._fingerprint() == before, "a refused step changed something"

    def _fingerprint(self) -> tuple[object, ...]:
        case = AdoptionCase.objects.get(pk=self.story.id)
        steps = CaseStep.objects.filter(case=case).count()
        return (
            case.state,
            case.content_sha256,
            steps,
            Adoption.objects.count(),
            AnswerRevision.objects.count(),
        )

    @invariant()
    def remember_where_the_machine_came(self) -> None:
        _SEEN.add(AdoptionCase.objects.get(pk=self.story.id).state)

    @invariant()
    def no_adoption_without_advice_on_that_text(self) -> None:
        for adoption in Adoption.objects.filter(corrects=None):
            sha256 = adoption.snapshot.sha256
            assert AdvisedText.objects.filter(advice=adoption.advice, content_sha256=sha256).exists()

    @invariant()
    def a_correction_rests_on_an_adopted_text(self) -> None:
        for adoption in Adoption.objects.exclude(corrects=None):
            assert adoption.corrects is not None
            assert adoption.corrects.case_id == adoption.case_id

    @invariant()
    def nothing_is_received_or_public_without_adoption_of_that_text(self) -> None:
        case = AdoptionCase.objects.get(pk=self.story.id)
        if case.state in {"adopted", "submitted", "received"}:
            assert case.adoption is not None
            assert case.adoption.annulled_at is None
            assert case.adoption.snapshot.sha256 == case.content_sha256

    @invariant()
    def no_declaration_before_adoption(self) -> None:
        for submission in Submission.objects.select_related("adoption"):
            assert submission.adoption.recorded_at <= submission.submitted_at

    @invariant()
    def never_two_in_force(self) -> None:
        location_id = self.story.case.location_id
        for days in (0, 30, 400):
            on = clock.local_date(self.day + timedelta(days=days))
            found = in_force(location_id, on)
            standing = Adoption.objects.filter(
                case__location_id=location_id,
                annulled_at=None,
                valid_from__lte=on,
                valid_until__gte=on,
            )
            assert (found is None) == (not standing.exists())
            if found is not None:
                assert all((one.valid_from, one.pk) <= (found.valid_from, found.pk) for one in standing)

    @invariant()
    def only_the_school_writes(self) -> None:
        writers = {self.story.places.user(role).pk for role in _SCHOOL_ROLES}
        assert set(AnswerRevision.objects.values_list("by_id", flat=True)) <= writers

    @invariant()
    def text_with_others_is_locked_and_frozen(self) -> None:
        case = AdoptionCase.objects.select_related("profile").get(pk=self.story.id)
        assert case.profile.locked_sha256 == case.content_sha256

    @invariant()
    def every_step_has_one_actor_and_follows_the_one_before(self) -> None:
        steps = list(CaseStep.objects.filter(case=self.story.id).order_by("number"))
        assert [step.number for step in steps] == list(range(1, len(steps) + 1))
        assert all(step.actor_ref and step.actor_name for step in steps)
        for earlier, later in itertools.pairwise(steps):
            assert later.source == earlier.target

    @invariant()
    def a_snapshot_is_what_its_hash_says(self) -> None:
        from levend.core.canonical import sha256_of

        for snapshot in ProfileSnapshot.objects.select_related("content"):
            assert sha256_of(snapshot.content.body.encode()) == snapshot.sha256


@pytest.mark.django_db
def test_the_invariants_hold_under_any_order_of_steps() -> None:
    run_state_machine_as_test(
        Chain,
        settings=settings(
            max_examples=30,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],  # shrinking a story of twenty steps takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert set(State.values) == _SEEN, "the machine did not come everywhere"
