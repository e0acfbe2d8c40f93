"""Sharing a concept with the consortium, and taking it back."""

import pytest
from django.db import transaction

from levend.accounts.enums import Role
from levend.audit.models import AuditEvent
from levend.core.errors import NotAllowed, NotFound, NotNow
from levend.notifications.models import OutboxMessage
from levend.profiles.enums import ThreadState
from levend.profiles.models import ConceptShare, SupportProfile
from levend.profiles.queries.reading_along import shared_concept
from levend.profiles.services import (
    answer_remark,
    freeze_content,
    freeze_snapshot,
    place_remark,
    save_answer,
    set_thread_state,
    share_concept,
    take_back_concept,
)
from tests.factories.region import Region
from tests.profiles.together import remark, texts_for

pytestmark = pytest.mark.django_db
R = Role


def _share(region: Region, profile: SupportProfile) -> ConceptShare:
    return share_concept(actor=region.linde.actor(R.DIRECTOR), profile_id=profile.pk)


def test_only_the_director_shares_and_takes_back(region: Region, profile: SupportProfile) -> None:
    refused = {
        R.EDITOR: NotAllowed,
        R.BOARD_MEMBER: NotAllowed,
        R.COORDINATOR: NotFound,
        R.COUNCIL_CHAIR: NotFound,
    }
    for role, refusal in refused.items():
        with pytest.raises(refusal):
            share_concept(actor=region.linde.actor(role), profile_id=profile.pk)
    share = _share(region, profile)
    assert _share(region, profile) == share
    for role, refusal in refused.items():
        with pytest.raises(refusal):
            take_back_concept(actor=region.linde.actor(role), profile_id=profile.pk)
    assert ConceptShare.objects.get().ended_at is None


def test_the_consortium_reads_while_it_is_shared_and_nothing_after(
    region: Region, profile: SupportProfile
) -> None:
    coordinator, director = region.linde.actor(R.COORDINATOR), region.linde.actor(R.DIRECTOR)
    save_answer(actor=director, profile_id=profile.pk, key="missie", value="Ons concept.", based_on=0)
    assert shared_concept(coordinator, "12AB00").concept is None
    _share(region, profile)
    seen = shared_concept(coordinator, "12AB00").concept
    assert seen is not None
    assert seen.answers["missie"] == "Ons concept."
    take_back_concept(actor=director, profile_id=profile.pk)
    after = shared_concept(coordinator, "12AB00")
    ended = ConceptShare.objects.get().ended_at

    assert (after.concept, after.taken_back_at) == (None, ended)
    take_back_concept(actor=director, profile_id=profile.pk)
    assert ConceptShare.objects.get().ended_at == ended
    events = AuditEvent.objects.filter(subject=f"profile:{profile.pk}", event__startswith="concept_")
    assert list(events.order_by("id").values_list("event", flat=True)) == [
        "concept_shared",
        "concept_taken_back",
    ]
    assert [letter.to for letter in OutboxMessage.objects.order_by("to")] == sorted(
        places.user(R.COORDINATOR).email for places in (region.linde, region.wilg)
    )


@pytest.mark.parametrize("role", sorted(set(Role) - {R.COORDINATOR, R.OPERATOR}))
def test_it_is_shared_with_nobody_else(region: Region, profile: SupportProfile, role: Role) -> None:
    _share(region, profile)
    with pytest.raises(NotAllowed):
        shared_concept(region.linde.actor(role), "12AB00")
    with pytest.raises(NotFound):
        shared_concept(region.beuk.actor(R.COORDINATOR), "12AB00")


def test_school_and_consortium_talk_and_the_rest_stays_inside(
    region: Region, profile: SupportProfile
) -> None:
    coordinator, editor = region.linde.actor(R.COORDINATOR), region.linde.actor(R.EDITOR)
    _share(region, profile)
    remark(region.linde, profile, text="Onder ons.")
    remark(region.linde, profile, text="Wat vindt u hiervan?", for_consortium=True)
    theirs = place_remark(
        actor=coordinator, profile_id=profile.pk, chapter="school", question="motto", text="Wie bedoelt u?"
    )
    answer_remark(actor=editor, thread_id=theirs.thread_id, text="Het team.")

    assert texts_for(coordinator, profile) == ["Wat vindt u hiervan?", "Wie bedoelt u?", "Het team."]
    with pytest.raises(NotAllowed):
        set_thread_state(actor=coordinator, thread_id=theirs.thread_id, state=ThreadState.RESOLVED)
    with pytest.raises(NotFound):
        save_answer(actor=coordinator, profile_id=profile.pk, key="motto", value="Van buiten", based_on=0)
    take_back_concept(actor=region.linde.actor(R.DIRECTOR), profile_id=profile.pk)
    assert texts_for(coordinator, profile) == []
    with pytest.raises(NotFound):
        answer_remark(actor=coordinator, thread_id=theirs.thread_id, text="Nog iets.")
    assert len(texts_for(editor, profile)) == 4


def test_a_coordinator_is_told_only_of_what_is_shared(region: Region, profile: SupportProfile) -> None:
    _share(region, profile)
    before = OutboxMessage.objects.count()
    told = [region.linde.user(R.COORDINATOR).pk]
    remark(region.linde, profile, for_consortium=True, tell=told)

    letter = OutboxMessage.objects.latest("id")
    assert OutboxMessage.objects.count() == before + 1
    assert "/werk/12AB00/gedeeld/school/#reeks-" in letter.context["url"]


def test_adoption_ends_what_was_shared(region: Region, profile: SupportProfile) -> None:
    _share(region, profile)
    with transaction.atomic():
        content = freeze_content(profile_id=profile.pk)
    assert shared_concept(region.linde.actor(R.COORDINATOR), "12AB00").concept is not None
    with transaction.atomic():
        freeze_snapshot(profile_id=profile.pk, sha256=content.sha256)
    assert shared_concept(region.linde.actor(R.COORDINATOR), "12AB00").concept is None
    with pytest.raises(NotNow, match="vastgesteld"):
        _share(region, profile)
