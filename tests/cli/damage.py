"""What somebody may have done to the data past the application, by the check that must find it."""

import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult

from levend.adoption.enums import State, Step
from levend.adoption.models import Adoption, AdoptionCase, AdvisedText, CaseStep, PaperRecord, Submission
from levend.audit.enums import ErasedKind, ErasureState
from levend.audit.models import AuditEvent, Erasure
from levend.audit.services import keep_erased_hash
from levend.catalogue.models import RegionalSetting
from levend.cli.main import main
from levend.core import clock
from levend.formats.models import Format, FormatDraft, FormatVersion
from levend.notifications.models import OutboxMessage
from levend.organisations.models import Consortium
from levend.profiles.models import (
    Answer,
    AnswerRevision,
    FrozenContent,
    Offer,
    ProfileSnapshot,
    SupportProfile,
)
from levend.publication.engine.ledger import Entry, line_of
from levend.publication.models import Artefact
from tests.adoption.ends import withdrawn
from tests.cli.damage_public import PUBLIC
from tests.cli.damage_rounds import ROUNDS


def changed_event() -> None:
    main(["check-data", "--only", "log-chain"])
    AuditEvent.objects.filter(event="profile_started").update(actor_ref="user:999")


def other_format_text() -> None:
    FormatVersion.objects.update(body="key: iets anders\n")


def draft_without_its_text() -> None:
    format_ = Format.objects.create(key="po9901-proef", title="Proef")
    FormatDraft.objects.create(format=format_, number=1, begun_by="system", begun_at=clock.now())


def decision_about_no_code() -> None:
    consortium = Consortium.objects.order_by("id")[0]
    RegionalSetting.objects.create(
        consortium=consortium, code="ONZIN", switched_off=True, changed_by="system", changed_at=clock.now()
    )


def other_frozen_text() -> None:
    body = FrozenContent.objects.order_by("id")[0].body
    FrozenContent.objects.update(body=body.replace("Zo doen wij dat", "Zo deden wij dat"))


def other_spelling_of_a_frozen_text() -> None:
    from levend.core.canonical import sha256_of

    content = FrozenContent.objects.order_by("id")[0]
    body = json.dumps(json.loads(content.body), indent=1)
    FrozenContent.objects.filter(pk=content.pk).update(body=body, sha256=sha256_of(body.encode()))


def other_snapshot_hash() -> None:
    ProfileSnapshot.objects.update(sha256="a" * 64)


def invented_offer() -> None:
    Offer.objects.create(
        snapshot=ProfileSnapshot.objects.get(), support_type="TAAL-DYS", level="basic", state="in-place"
    )


def answer_without_revision() -> None:
    Answer.objects.filter(question_key="ambitions").update(value="Van niemand")


def answer_ahead_of_its_revisions() -> None:
    Answer.objects.filter(question_key="ambitions").update(revision=7)


def lost_revision() -> None:
    for number in (2, 3):
        for answer in Answer.objects.filter(question_key="ambitions"):
            AnswerRevision.objects.create(
                answer=answer, number=number, value=answer.value, by_name="A", at=answer.updated_at
            )
    Answer.objects.filter(question_key="ambitions").update(revision=3)
    AnswerRevision.objects.filter(number=2).delete()


def answer_to_no_question() -> None:
    Answer.objects.filter(question_key="ambitions").update(question_key="onbekend")


def answers_changed_under_a_lock() -> None:
    for answer in Answer.objects.filter(question_key="ambitions"):
        Answer.objects.filter(pk=answer.pk).update(value="Stiekem", revision=2)
        AnswerRevision.objects.create(
            answer=answer, number=2, value="Stiekem", by_name="A", at=answer.updated_at
        )


def lock_on_no_text() -> None:
    SupportProfile.objects.exclude(locked_sha256="").update(locked_sha256="b" * 64)


def lock_against_state() -> None:
    SupportProfile.objects.exclude(locked_sha256="").update(
        locked_sha256="", locked_at=None, locked_by_name=""
    )


def unchanged_from_another_text() -> None:
    AdoptionCase.objects.filter(state=State.ADVICE_GIVEN).update(unchanged_from=ProfileSnapshot.objects.get())


def missing_step() -> None:
    CaseStep.objects.filter(number=2).delete()


def step_that_does_not_follow() -> None:
    CaseStep.objects.filter(step=Step.SUBMIT).update(source=State.DRAFT)


def state_without_step() -> None:
    AdoptionCase.objects.filter(state=State.RECEIVED).update(state=State.SUBMITTED)


def case_without_steps() -> None:
    CaseStep.objects.all().delete()


def adoption_without_advice() -> None:
    AdvisedText.objects.all().delete()


def adoption_before_the_advice() -> None:
    Adoption.objects.update(adopted_on=date(2020, 1, 1))


def withdrawn_in_the_past() -> None:
    Adoption.objects.update(**withdrawn(clock.today() - timedelta(days=1)))


def withdrawn_before_receipt() -> None:
    Submission.objects.update(received_at=None, received_by_name="")
    Adoption.objects.update(**withdrawn(clock.today()))


def annulled_adoption() -> None:
    adoption = Adoption.objects.get()
    Adoption.objects.update(annulled_at=adoption.recorded_at)


def second_adoption() -> None:
    adoption = Adoption.objects.get()
    adoption.pk = None
    adoption.save()


def received_without_declaration() -> None:
    Submission.objects.update(received_at=None, received_by_name="")


def lost_text() -> None:
    CaseStep.objects.filter(step=Step.REGISTER_ADVICE).update(content_sha256="c" * 64)


def lost_paper() -> None:
    paper = PaperRecord.objects.get()
    default_storage.delete(f"paper/{paper.sha256[:2]}/{paper.sha256}")


def other_paper() -> None:
    paper = PaperRecord.objects.get()
    _overwrite(f"paper/{paper.sha256[:2]}/{paper.sha256}", b"%" * paper.size)


def forgotten_letter() -> None:
    OutboxMessage.objects.update(state="queued", sent_at=None, error="")
    DBTaskResult.objects.all().delete()


def lost_artefact() -> None:
    default_storage.delete(Artefact.objects.order_by("id")[0].path)


def shortened_artefact() -> None:
    _overwrite(Artefact.objects.order_by("id")[0].path, b"%PDF-1.7")


def changed_artefact() -> None:
    artefact = Artefact.objects.order_by("id")[0]
    _overwrite(artefact.path, b"%" * artefact.size)


def stray_file() -> None:
    name = default_storage.save("artefacts/ab/cd/abcd", ContentFile(b"left behind"))
    two_days_ago = (clock.now() - timedelta(days=2)).timestamp()
    os.utime(default_storage.path(name), (two_days_ago, two_days_ago))


def _erasure(**more: object) -> Erasure:
    now = clock.now()
    return Erasure.objects.create(
        **{
            "reference": "ab" * 16,
            "subject": "location:1",
            "state": ErasureState.CONFIRMED,
            "why": "x",
            "asked_at": now,
            "asked_by_ref": "user:1",
            "closed_at": now,
            "closed_by_ref": "user:2",
            "digest": "f" * 64,
            "length": 4,
            **more,
        }
    )


def erasure_that_nobody_finishes() -> None:
    _erasure()


def erasure_that_is_noted_nowhere() -> None:
    _erasure(done_at=clock.now())


def erasure_of_before_the_restore() -> None:
    line = line_of(Entry("cd" * 16, "12AB00", "user:1", "", "user:2", "", 4, "", "", "", ()))
    (Path(settings.LEVEND_DATA) / "erasures.jsonl").write_text(line)


def erased_text_that_is_back() -> None:
    sha256 = FrozenContent.objects.order_by("id")[0].sha256
    keep_erased_hash(erasure=_erasure(), kind=ErasedKind.CONTENT, old=sha256, new="e" * 64)


def _overwrite(path: str, data: bytes) -> None:
    default_storage.delete(path)
    default_storage.save(path, ContentFile(data))


DAMAGE: dict[Callable[[], None], tuple[str, str]] = {
    changed_event: ("log-chain", "de gebeurtenis is gewijzigd"),
    other_format_text: ("format-versions", "hoort niet bij zijn hash"),
    draft_without_its_text: ("format-drafts", "van een format ontbreekt"),
    decision_about_no_code: ("regional-catalogue", "staat niet in de catalogus"),
    other_frozen_text: ("frozen-contents", "hoort niet bij zijn hash"),
    other_spelling_of_a_frozen_text: ("frozen-contents", "geen canonieke JSON"),
    other_snapshot_hash: ("snapshots", "niet naar haar eigen tekst"),
    invented_offer: ("offers", "TAAL-DYS (basic) volgt niet"),
    answer_without_revision: ("answers", "anders dan wat er als laatste is opgeslagen"),
    answer_ahead_of_its_revisions: ("answers", "niet die van het antwoord"),
    lost_revision: ("answers", "versie 2 van dit antwoord ontbreekt"),
    answer_to_no_question: ("questions", "geen vraag “onbekend”"),
    answers_changed_under_a_lock: ("locked-texts", "anders dan de tekst die vaststaat"),
    lock_on_no_text: ("locked-texts", "een tekst die er niet is"),
    lock_against_state: ("locks", "spreken elkaar tegen"),
    unchanged_from_another_text: ("unchanged", "zegt iets anders dan toen"),
    missing_step: ("steps", "er ontbreekt een stap"),
    step_that_does_not_follow: ("steps", "volgt niet op de stap ervoor"),
    state_without_step: ("steps", "eindigt niet waar het profiel nu is"),
    case_without_steps: ("steps", "geen enkele stap"),
    adoption_without_advice: ("adoptions", "geen advies"),
    adoption_before_the_advice: ("adoptions", "voordat het advies er was"),
    withdrawn_in_the_past: ("withdrawals", "met terugwerkende kracht"),
    withdrawn_before_receipt: ("withdrawals", "zonder dat het was ontvangen"),
    annulled_adoption: ("in-force", "een besluit dat niet geldt"),
    second_adoption: ("in-force", "een nieuwer besluit"),
    received_without_declaration: ("in-force", "zonder verklaring"),
    lost_text: ("asked-texts", "is er niet meer"),
    lost_paper: ("papers", "het bestand is er niet"),
    other_paper: ("papers", "het bestand is gewijzigd"),
    forgotten_letter: ("outbox", "niemand gaat hem nog versturen"),
    lost_artefact: ("artefacts", "het bestand is er niet"),
    shortened_artefact: ("artefacts", "8 bytes groot in plaats van"),
    changed_artefact: ("artefacts", "het bestand is gewijzigd"),
    stray_file: ("stray-files", "dit bestand hoort nergens bij"),
    erasure_that_nobody_finishes: ("erasures", "niemand maakt de documenten nog opnieuw"),
    erasure_that_is_noted_nowhere: ("erasures", "niet genoteerd buiten de database"),
    erasure_of_before_the_restore: ("erasures", "doe het opnieuw met levend erasures --apply"),
    erased_text_that_is_back: ("erasures", "staat er weer zoals hij was"),
    **PUBLIC,
    **ROUNDS,
}
