"""Answers out of a form are saved like any other; the history and the record say where they came from."""

import pytest
from django.db import transaction

from levend.accounts.enums import Role
from levend.audit.models import AuditEvent
from levend.core.errors import NotAllowed, NotFound, NotNow
from levend.profiles.enums import RevisionKind
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import lock, save_answer, take_over
from levend.profiles.values import ChapterSaved, Submitted
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
DIGEST = "3f9c 2a11 77d0"


def take(
    region: Region, profile: SupportProfile, role: Role = Role.EDITOR, **answers: tuple[object, int]
) -> ChapterSaved:
    return take_over(
        actor=region.linde.actor(role),
        profile_id=profile.pk,
        answers={key: Submitted(value, based_on) for key, (value, based_on) in answers.items()},
        form=DIGEST,
    )


def test_answers_from_a_form_are_revisions_that_say_so_once(region: Region, profile: SupportProfile) -> None:
    editor = region.linde.actor(Role.EDITOR)
    save_answer(actor=editor, profile_id=profile.pk, key="motto", value="Hup", based_on=0)

    outcome = take(region, profile, missie=("Van papier", 0), motto=(None, 1), groepen=("acht", 0))
    again = take(region, profile, missie=("Van papier", 0), motto=(None, 1))

    assert (outcome.changed, list(outcome.invalid), again.changed) == (2, ["groepen"], 0)
    assert answers_of(profile.pk) == {"missie": "Van papier"}
    kinds = AnswerRevision.objects.order_by("answer__question_key", "number")
    assert list(kinds.values_list("answer__question_key", "kind", "by_name")) == [
        ("missie", RevisionKind.PAPER, editor.name),
        ("motto", RevisionKind.SAVED, editor.name),
        ("motto", RevisionKind.PAPER, editor.name),
    ]
    event = AuditEvent.objects.get(event="form_taken_over")
    assert (event.subject, event.data) == (f"profile:{profile.pk}", {"form": DIGEST, "answers": 2})


def test_an_answer_that_somebody_changed_meanwhile_is_a_conflict(
    region: Region, profile: SupportProfile
) -> None:
    take(region, profile, Role.DIRECTOR, missie=("Een", 0))
    save_answer(
        actor=region.linde.actor(Role.DIRECTOR), profile_id=profile.pk, key="missie", value="Twee", based_on=1
    )

    outcome = take(region, profile, missie=("Drie", 1))

    assert list(outcome.conflicts) == ["missie"]
    assert answers_of(profile.pk) == {"missie": "Twee"}


def test_only_who_writes_takes_over_and_only_while_the_text_is_open(
    region: Region, profile: SupportProfile
) -> None:
    with pytest.raises(NotAllowed):
        take(region, profile, Role.BOARD_MEMBER, missie=("Nee", 0))
    with pytest.raises(NotFound):
        take(region, profile, Role.COORDINATOR, missie=("Nee", 0))
    with transaction.atomic():
        lock(profile_id=profile.pk, sha256="0" * 64)
    with pytest.raises(NotNow):
        take(region, profile, missie=("Nee", 0))
    assert answers_of(profile.pk) == {}
