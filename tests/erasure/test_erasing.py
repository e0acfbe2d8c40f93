"""Two people erase a name: it is nowhere any more, and everything else is as it was."""

from collections import Counter

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection, transaction

from levend.accounts.enums import Role
from levend.adoption.enums import Step
from levend.adoption.models import AdoptionCase, PaperRecord
from levend.adoption.queries.cases import text_for
from levend.audit.engine.passages import MARKER
from levend.audit.enums import ErasedKind, ErasureState
from levend.audit.models import AuditEvent, ErasedHash
from levend.audit.queries import events_of, present_hash, verify_chain
from levend.audit.services import link_events, record
from levend.cli.main import main
from levend.jobs.testing import run_jobs
from levend.profiles.models import Answer, FrozenContent, SupportProfile
from levend.profiles.services import save_answer
from levend.profiles.values import Conflict
from levend.publication.models import ConceptDocument
from levend.publication.queries import artefact_bytes, erased_hashes
from levend.publication.services.erasure import finish_erasure
from tests.adoption.story import Story
from tests.erasure.held import HELD
from tests.erasure.planted import NAME, TEXT, Planted, left, plant, text_of_pdf
from tests.erasure.steps import ask, confirm, erase
from tests.factories.region import Region

pytestmark = pytest.mark.django_db(transaction=True)
follows = pytest.mark.sqlite
"""What follows from the rows that were rewritten; that they are is asked of both databases."""


def test_the_name_is_nowhere_any_more(planted: Planted) -> None:
    """Not in a table, a document, a letter or the database's own file; and it was in every one of them before."""
    before = set(left())
    assert before - {path for path in before if "sqlite" in path} == HELD
    if connection.vendor == "sqlite":
        assert len(before) > len(HELD)

    done = erase(planted)

    assert left() == []
    assert done.state == ErasureState.CONFIRMED
    assert done.done_at is not None
    assert done.why == f"De ouders van {MARKER} vroegen het."
    assert done.places > 20


def test_everything_else_is_as_it_was(planted: Planted, capsys: pytest.CaptureFixture[str]) -> None:
    rows = _row_counts()
    version = planted.version

    erase(planted)

    answers = Answer.objects.filter(profile_id=planted.first.profile_id)
    assert answers.get(question_key="over").value == TEXT.replace(NAME, MARKER)
    assert answers.get(question_key="dyslexie").value is True
    assert answers.get(question_key="cursussen").value == [{"wie": f"de juf van {MARKER}", "klaar": 2027}]
    after = _row_counts()
    assert {name for name in rows if rows[name] != after[name]} <= {
        "audit.AuditEvent",
        "audit.AuditLink",
        "audit.ErasedHash",
        "audit.Erasure",
        "jobs.Event",
        "django_tasks_database.DBTaskResult",
        "notifications.OutboxMessage",  # the board was told
        "notifications.MailAttempt",
        "profiles.AnswerRevision",  # what is left of an answer is a revision of its own
    }
    assert (planted.version.publish_from, planted.version.published_at) == (
        version.publish_from,
        version.published_at,
    )
    for case in (planted.first, planted.second):
        assert AdoptionCase.objects.get(pk=case.pk).state == case.state
    assert main(["check-data"]) == 0, capsys.readouterr().out


@follows
def test_documents_are_made_anew_and_the_old_ones_are_gone(planted: Planted) -> None:
    old = planted.version.full_pdf
    concept = ConceptDocument.objects.get(profile_id=planted.second.profile_id).pdf
    assert NAME in text_of_pdf(artefact_bytes(old))

    erase(planted)

    new = planted.version.full_pdf
    assert new.sha256 != old.sha256
    text = text_of_pdf(artefact_bytes(new))
    assert MARKER in text
    assert planted.version.sha256[:8] in text.replace(" ", "")
    for gone in (old, concept):
        assert not default_storage.exists(gone.path)
        assert not type(gone).objects.filter(sha256=gone.sha256).exists()
    case = AdoptionCase.objects.get(pk=planted.second.pk)
    concept = ConceptDocument.objects.get(profile_id=case.profile_id, sha256=case.content_sha256).pdf
    assert MARKER in text_of_pdf(artefact_bytes(concept))


@follows
def test_every_hash_of_before_is_known_as_withdrawn(planted: Planted) -> None:
    """By the hash of a text, of a document, of a concept and of a letter; and who follows it finds what took its place."""
    texts = set(FrozenContent.objects.values_list("sha256", flat=True))
    documents = {
        planted.version.full_pdf.sha256,
        *ConceptDocument.objects.values_list("pdf__sha256", flat=True),
    }
    letters = set(PaperRecord.objects.values_list("sha256", flat=True))

    erase(planted)

    assert erased_hashes(texts | documents | letters | {"0" * 64}) == texts | documents | letters
    now = set(FrozenContent.objects.values_list("sha256", flat=True))
    assert {present_hash(sha256) for sha256 in texts} == now
    assert (
        planted.version.full_pdf.sha256
        == ErasedHash.objects.get(
            kind=ErasedKind.ARTEFACT, old_sha256__in=documents, new_sha256__gt=""
        ).new_sha256
    )


@follows
def test_nothing_points_at_a_hash_of_before(planted: Planted) -> None:
    """In no column of any table, but for the record and the list of erased hashes, which name both."""
    texts = set(FrozenContent.objects.values_list("sha256", flat=True))

    erase(planted)

    found = Counter(
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.get_internal_type() == "CharField" and field.max_length == 64
        for value in model._default_manager.order_by("pk").values_list(field.name, flat=True)
        if value in texts
    )
    assert set(found) == {"audit.ErasedHash.old_sha256"}


def test_the_chain_verifies_after_erasing(planted: Planted) -> None:
    link_events()
    erase(planted)
    link_events()

    report = verify_chain()

    assert report.is_whole
    assert report.unlinked == 0


def test_a_name_that_came_into_the_record_is_erased_and_the_chain_says_so(planted: Planted) -> None:
    """It never should have: if some day it does, erasing reaches it and the chain holds both hashes."""
    subject = f"profile:{planted.first.profile_id}"
    with transaction.atomic():
        record(
            actor=planted.places.actor(Role.DIRECTOR), event="slipped", subject=subject, data={"who": [NAME]}
        )
    link_events()

    erase(planted)
    link_events()

    assert left() == []
    assert verify_chain().is_whole
    assert AuditEvent.objects.get(event="slipped").data == {"who": [MARKER]}


@follows
def test_who_when_and_why_stay_in_the_record(planted: Planted) -> None:
    done = erase(planted)

    asked, confirmed = [event for event in events_of(done.subject) if event.event.startswith("erasure_")]
    assert asked.actor_ref == planted.places.actor(Role.DIRECTOR).ref
    assert confirmed.actor_ref == planted.places.actor(Role.BOARD_MEMBER).ref
    (erased,) = [
        event for event in events_of(f"profile:{planted.first.profile_id}") if event.event == "passage_erased"
    ]
    texts = erased.data["texts"]
    assert isinstance(texts, list)
    assert planted.version.sha256 in {pair[1] for pair in texts if isinstance(pair, list)}


@follows
def test_the_council_still_reads_the_text_it_advised_on(planted: Planted) -> None:
    """Every step leads to the text as it is kept now."""
    erase(planted)

    chair = planted.places.actor(Role.COUNCIL_CHAIR)
    case = AdoptionCase.objects.get(pk=planted.second.pk)
    _case, _definition, body = text_for(chair, planted.code, case.content_sha256)
    answers = body["answers"]
    assert isinstance(answers, dict)
    assert answers["over"] == TEXT.replace(NAME, MARKER)
    assert SupportProfile.objects.get(pk=case.profile_id).locked_sha256 == case.content_sha256


@follows
def test_two_texts_that_differed_only_in_the_passage_both_stay(planted: Planted) -> None:
    """The school had already written the marker itself: after erasing both would be one text with one hash."""
    story = Story(planted.places, planted.second)
    story.take(Step.REOPEN)
    for answer in Answer.objects.filter(profile_id=planted.second.profile_id, question_key="over"):
        story.write("over", str(answer.value).replace(NAME, MARKER))
    story.take(Step.ASK_ADVICE)
    before = FrozenContent.objects.filter(profile_id=planted.second.profile_id).count()
    assert before == 2

    erase(planted)

    contents = FrozenContent.objects.filter(profile_id=planted.second.profile_id).order_by("id")
    assert len({content.sha256 for content in contents}) == 2
    assert left() == []
    assert main(["check-data"]) == 0


def test_another_school_keeps_its_own_texts(planted: Planted, region: Region) -> None:
    """The same name at another school is another person's business."""
    other = plant(region.wilg)
    over = Answer.objects.filter(profile_id=other.first.profile_id, question_key="over")
    pdf = other.version.full_pdf.sha256

    erase(planted)

    assert over.get().value == TEXT
    assert other.version.full_pdf.sha256 == pdf
    assert erased_hashes([pdf]) == frozenset()


def test_a_second_passage_can_be_erased_after_the_first(planted: Planted) -> None:
    first = planted.version.sha256
    erase(planted)
    second = planted.version.sha256
    erase(planted, passage="een eigen plek")

    assert left("een eigen plek") == []
    assert erased_hashes([first, second]) == {first, second}
    assert present_hash(first) == present_hash(second) == planted.version.sha256


@follows
def test_work_that_waits_speaks_of_the_new_text(planted: Planted) -> None:
    """Advice was asked a moment ago and its concept is not made yet: it is made of the text as it is now."""
    story = Story(planted.places, planted.second)
    story.take(Step.REOPEN)
    story.write("motto", f"Nieuw motto van {NAME}")
    story.take(Step.ASK_ADVICE)

    confirm(planted, ask(planted))
    run_jobs()

    case = AdoptionCase.objects.get(pk=planted.second.pk)
    concept = ConceptDocument.objects.get(profile_id=case.profile_id, sha256=case.content_sha256)
    assert f"Nieuw motto van {MARKER}" in text_of_pdf(artefact_bytes(concept.pdf))
    assert left() == []


@follows
def test_who_types_on_in_an_old_page_meets_a_conflict(planted: Planted) -> None:
    """Somebody has the text of before on screen; saved as it stands it would put the name back unseen."""
    story = Story(planted.places, planted.second)
    story.take(Step.REOPEN)
    answer = Answer.objects.get(profile_id=planted.second.profile_id, question_key="over")
    erase(planted)
    saved = save_answer(
        actor=planted.places.actor(Role.EDITOR),
        profile_id=planted.second.profile_id,
        key="over",
        value=f"{TEXT} En nog iets.",
        based_on=answer.revision,
        page="an open page",
    )
    assert isinstance(saved, Conflict)
    answer.refresh_from_db()
    assert NAME not in str(answer.value)


@follows
def test_finishing_again_changes_nothing(planted: Planted) -> None:
    done = erase(planted)
    pdf = planted.version.full_pdf.sha256
    finish_erasure(erasure_id=done.pk)
    assert planted.version.full_pdf.sha256 == pdf
    assert left() == []


def _row_counts() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}
