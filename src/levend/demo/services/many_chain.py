"""The chain's rows of profiles that are received at once: advice, adoption, submission, receipt, and their record."""

from collections.abc import Iterator, Sequence

from django.db.models import OuterRef, Subquery

from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, Manner, State, Step
from levend.adoption.models import Adoption, AdoptionCase, Advice, AdvisedText, CaseStep, Submission
from levend.audit.models import AuditEvent
from levend.core import clock
from levend.demo.engine.stories import Act, pick, words
from levend.demo.services.ready import Frozen, Ready
from levend.jobs.events import emit
from levend.organisations.values import SchoolYear
from levend.profiles.models import SupportProfile
from levend.regimes.engine import terms
from levend.regimes.queries import regime, regime_for

_ROWS = 500
_STEPS: tuple[tuple[Act, Step, State | None, State, Role | None], ...] = (
    (Act.OPEN, Step.OPEN, None, State.DRAFT, None),
    (Act.ASK, Step.ASK_ADVICE, State.DRAFT, State.AWAITING_ADVICE, Role.DIRECTOR),
    (Act.ADVISE, Step.GIVE_ADVICE, State.AWAITING_ADVICE, State.ADVICE_GIVEN, Role.COUNCIL_CHAIR),
    (Act.ADOPT, Step.ADOPT, State.ADVICE_GIVEN, State.ADOPTED, Role.BOARD_MEMBER),
    (Act.SUBMIT, Step.SUBMIT, State.ADOPTED, State.SUBMITTED, Role.DIRECTOR),
    (Act.RECEIVE, Step.RECEIVE, State.SUBMITTED, State.RECEIVED, Role.COORDINATOR),
)


def go_through_chain(batch: Sequence[Frozen], year: SchoolYear) -> None:
    """Write a whole received case for each. A case can name its advice only once both are there."""
    cases = AdoptionCase.objects.bulk_create(_opened(batch))
    pairs = list(zip(batch, cases, strict=True))
    advices = _advise(pairs)
    _adopt_and_submit(pairs, advices, year)
    same_case = {"case_id": OuterRef("pk")}
    AdoptionCase.objects.filter(pk__in=[case.pk for case in cases]).update(
        state=State.RECEIVED,
        content_sha256=Subquery(SupportProfile.objects.filter(case=OuterRef("pk")).values("locked_sha256")),
        advice_id=Subquery(Advice.objects.filter(**same_case).values("pk")),
        adoption_id=Subquery(Adoption.objects.filter(**same_case).values("pk")),
    )
    _record(pairs)


def _opened(batch: Sequence[Frozen]) -> Iterator[AdoptionCase]:
    laws: dict[int, str] = {}
    for each in batch:
        ready = each.ready
        if ready.consortium.pk not in laws:
            laws[ready.consortium.pk] = regime_for(ready.consortium.pk, ready.day(Act.OPEN)).key
        yield AdoptionCase(
            profile=each.profile,
            location=ready.location,
            consortium=ready.consortium,
            regime=laws[ready.consortium.pk],
            state=State.DRAFT,
            state_since=ready.moments[Act.RECEIVE],
            asked_sha256=ready.sha256,
            opened_at=ready.moments[Act.OPEN],
        )


def _advise(pairs: Sequence[tuple[Frozen, AdoptionCase]]) -> list[Advice]:
    advices = Advice.objects.bulk_create(
        Advice(
            case=case,
            kind=AdviceKind.POSITIVE,
            words=_words(each.ready, Act.ADVISE),
            words_public=True,
            given_on=each.ready.day(Act.ADVISE),
            recorded_at=each.ready.moments[Act.ADVISE],
            actor_ref=each.ready.cast.chair.ref,
            actor_name=each.ready.cast.chair.name,
        )
        for each, case in pairs
    )
    AdvisedText.objects.bulk_create(
        AdvisedText(
            advice=advice,
            content_sha256=each.ready.sha256,
            manner=Manner.GIVEN,
            at=each.ready.moments[Act.ADVISE],
        )
        for (each, _case), advice in zip(pairs, advices, strict=True)
    )
    return advices


def _adopt_and_submit(
    pairs: Sequence[tuple[Frozen, AdoptionCase]], advices: Sequence[Advice], year: SchoolYear
) -> None:
    adoptions = Adoption.objects.bulk_create(
        _adoption(each, case, advice, year) for (each, case), advice in zip(pairs, advices, strict=True)
    )
    Submission.objects.bulk_create(
        Submission(
            case=case,
            adoption=adoption,
            declared_by_ref=each.ready.cast.director.ref,
            declared_by_name=each.ready.cast.director.name,
            declared_function="directeur",
            submitted_at=each.ready.moments[Act.SUBMIT],
            received_at=each.ready.moments[Act.RECEIVE],
            received_by_name=each.ready.actor(Act.RECEIVE).name,
        )
        for (each, case), adoption in zip(pairs, adoptions, strict=True)
    )


def _adoption(each: Frozen, case: AdoptionCase, advice: Advice, year: SchoolYear) -> Adoption:
    law, adopted_on = regime(case.regime), each.ready.day(Act.ADOPT)
    valid_from = terms.valid_from(law, adopted_on, year)
    return Adoption(
        case=case,
        snapshot=each.snapshot,
        advice=advice,
        adopted_on=adopted_on,
        valid_from=valid_from,
        valid_until=terms.valid_until(law, valid_from),
        publish_not_before=terms.publishable_from(law, adopted_on, deviates=False),
        recorded_at=each.ready.moments[Act.ADOPT],
        actor_ref=each.ready.cast.board.ref,
        actor_name=each.ready.cast.board.name,
    )


def _record(pairs: Sequence[tuple[Frozen, AdoptionCase]]) -> None:
    steps = [step for each, case in pairs for step in _steps(each.ready, case)]
    CaseStep.objects.bulk_create(steps, batch_size=_ROWS)
    AuditEvent.objects.bulk_create(
        (
            AuditEvent(
                at=step.at,
                actor_kind=step.actor_ref.partition(":")[0],
                actor_ref=step.actor_ref,
                event=f"case_{step.step}_done",
                subject=f"profile:{step.case.profile_id}",
                data={
                    "case": step.case_id,
                    "source": step.source,
                    "target": step.target,
                    "sha256": step.content_sha256,
                },
            )
            for step in steps
        ),
        batch_size=_ROWS,
    )
    for each, case in pairs:
        with clock.at(each.ready.moments[Act.RECEIVE]):
            emit(
                "profile_received",
                case_id=case.pk,
                profile_id=each.profile.pk,
                snapshot_id=each.snapshot.pk,
            )


def _steps(ready: Ready, case: AdoptionCase) -> Iterator[CaseStep]:
    for number, (act, step, source, target, role) in enumerate(_STEPS, start=1):
        yield CaseStep(
            case=case,
            number=number,
            step=step.value,
            source=source.value if source else "",
            target=target.value,
            at=ready.moments[act],
            happened_on=ready.day(act),
            actor_ref=ready.actor(act).ref,
            actor_name=ready.actor(act).name,
            actor_role=role.value if role else "",
            words=_words(ready, act),
            content_sha256="" if act is Act.OPEN else ready.sha256,
        )


def _words(ready: Ready, act: Act) -> str:
    match act:
        case Act.ASK:
            return pick(words().asked, ready.location.code)
        case Act.ADVISE:
            return pick(words().positive, ready.location.code)
        case _:
            return ""
