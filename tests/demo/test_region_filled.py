"""`levend demo` makes a whole region through the real services, and only once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from levend.accounts.enums import Permission
from levend.accounts.models import User
from levend.accounts.queries import actor_for
from levend.accounts.queries.scope import locations_for
from levend.adoption.enums import State
from levend.adoption.models import AdoptionCase, CaseStep
from levend.adoption.queries.in_force import in_force
from levend.audit.models import AuditEvent
from levend.cli.main import main
from levend.core import clock
from levend.core.errors import NotNow
from levend.demo.engine.region import region
from levend.demo.engine.stories import cases
from levend.demo.guard import is_marked
from levend.demo.models import DemoMark
from levend.demo.services import fill_demo
from levend.jobs.models import Event
from levend.keyfigures.models import KeyFigure
from levend.notifications.models import OutboxMessage
from levend.organisations.models import Location
from levend.profiles.models import Answer, AnswerRevision, FrozenContent, SupportProfile
from levend.profiles.queries.content import content_sha256
from levend.rounds.engine.progress import Stage
from levend.rounds.enums import QuestionState
from levend.rounds.models import CollectionRound, SchoolQuestion
from levend.rounds.queries.progress import Show
from levend.rounds.queries.progress_totals import totals_of
from levend.rounds.queries.progress_trend import trend_of
from levend.rounds.queries.sight import sight_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.sqlite,
]  # test_scale fills a region on both


@pytest.fixture(scope="module", autouse=True)
def _filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One region for all tests here: making it takes some seconds. Each test still rolls back its own changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        fill_demo()
        yield
        transaction.set_rollback(True)


def test_every_state_of_the_chain_is_there() -> None:
    assert set(AdoptionCase.objects.values_list("state", flat=True)) == set(State.values)


def test_every_case_ended_where_the_file_says() -> None:
    for code, facts in cases().items():
        found = (
            AdoptionCase.objects.filter(location__code=code).order_by("id").values_list("state", flat=True)
        )
        expected = ([State.RECEIVED.value] if facts.earlier else []) + ([facts.now] if facts.now else [])
        assert list(found) == expected, code


def test_most_schools_have_a_version_in_force_today() -> None:
    without = {
        location.code for location in Location.objects.all() if in_force(location.pk, clock.today()) is None
    }
    assert without == {"41BV00", "41CK00"}


def test_steps_are_in_order_and_in_the_past_and_have_one_actor_each() -> None:
    now = clock.now()
    for case in AdoptionCase.objects.prefetch_related("steps"):
        moments = [step.at for step in case.steps.all()]
        assert moments == sorted(moments), case.location_id
        assert moments[-1] < now
    assert not CaseStep.objects.filter(actor_ref__in=["", "user", "system"]).exists()
    assert not AuditEvent.objects.filter(at__gt=now).exclude(actor_kind="system").exists()


def test_no_answer_is_written_by_another_than_the_school() -> None:
    writers = set(Answer.objects.values_list("updated_by__memberships__role", flat=True))
    assert writers == {"director", "editor"}
    assert AnswerRevision.objects.count() >= Answer.objects.count()


def test_the_locked_text_is_the_text_of_the_answers() -> None:
    for profile in SupportProfile.objects.exclude(locked_sha256=""):
        assert content_sha256(profile_id=profile.pk) == profile.locked_sha256
        assert FrozenContent.objects.filter(profile=profile, sha256=profile.locked_sha256).exists()


def test_what_was_received_waits_for_the_worker_to_publish_it() -> None:
    received = AdoptionCase.objects.filter(state=State.RECEIVED)
    told = Event.objects.filter(name="profile_received").values_list("ids__case_id", flat=True)
    assert set(told) == set(received.values_list("pk", flat=True))


def test_no_letter_of_the_made_up_past_is_sent() -> None:
    told = set(OutboxMessage.objects.values_list("template", "state"))
    assert {state for _template, state in told} <= {"sent", "gathered"}
    assert {("reminder", "sent"), ("reminder_late", "sent")} <= told


def test_regimes_differ_by_consortium() -> None:
    present = AdoptionCase.objects.filter(opened_at__gte=clock.now() - timedelta(days=250))
    found = set(present.values_list("consortium__code", "regime"))
    assert found == {("PO9901", "schoolgids"), ("PO9902", "schoolgids"), ("PO9903", "sop")}


def test_the_director_of_the_demo_has_something_to_write_and_a_version_in_force() -> None:
    actor = actor_for(User.objects.get(email="director@levend.example"))
    own = AdoptionCase.objects.filter(location__in=locations_for(actor, Permission.WRITE))
    assert [case.state for case in own.order_by("id")] == [State.RECEIVED, State.DRAFT]


def test_filling_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = (Location.objects.count(), Answer.objects.count(), AuditEvent.objects.count())
    with pytest.raises(NotNow):
        fill_demo()
    assert main(["demo"]) == 2
    assert "niet leeg" in capsys.readouterr().err
    assert (Location.objects.count(), Answer.objects.count(), AuditEvent.objects.count()) == before


def test_the_database_is_marked() -> None:
    assert is_marked()
    assert DemoMark.objects.get().locations == len(region().schools)


def test_the_round_is_half_way() -> None:
    actor = actor_for(User.objects.get(email="group@levend.example"))
    found = CollectionRound.objects.get()
    totals = totals_of(sight_of(actor, found.pk))
    assert totals.schools == len(region().schools)
    assert totals.waiting == 0
    assert {Stage.WRITING, Stage.COUNCIL, Stage.BOARD, Stage.SUBMITTED, Stage.RECEIVED} <= set(totals.stages)
    assert 5 < totals.shown[Show.LATE] < totals.shown[Show.EXTENDED]
    own = found.entries.get(extended_until__isnull=False)
    assert own.location.code == "22WX00"
    course = trend_of(sight_of(actor, found.pk))
    assert course is not None
    assert len(course.turns) > 15
    assert OutboxMessage.objects.filter(template="reminder_late").exists()
    assert set(SchoolQuestion.objects.values_list("state", flat=True)) >= {QuestionState.ANSWERED}
    assert KeyFigure.objects.filter(is_under_five=True).exists()
    assert Answer.objects.filter(question_key="register--pupils").count() == 1
