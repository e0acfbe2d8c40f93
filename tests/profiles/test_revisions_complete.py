"""Whatever is sent in, in whatever order: every text that was taken is found again."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.core.errors import Invalid
from levend.profiles.models import Answer, AnswerRevision, SupportProfile
from levend.profiles.services import save_answer
from levend.profiles.values import Conflict
from tests.factories.region import Region

pytestmark = pytest.mark.django_db

Save = tuple[Role, object, int, str]
saves = st.lists(
    st.tuples(
        st.sampled_from([Role.EDITOR, Role.DIRECTOR]),
        st.one_of(st.text(max_size=40), st.sampled_from(["", "Een", "Twee", " Een\r\n"])),
        st.integers(min_value=0, max_value=6),
        st.sampled_from(["", "p1", "p2"]),
    ),
    max_size=12,
)


class Undone(Exception):
    """Rolls an example back."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=saves)
def test_revisions_are_complete(region: Region, profile: SupportProfile, sequence: Sequence[Save]) -> None:
    actors = {role: region.linde.actor(role) for role in (Role.EDITOR, Role.DIRECTOR)}
    with pytest.raises(Undone), transaction.atomic():
        _replay(profile, actors, sequence)
        raise Undone


def _replay(profile: SupportProfile, actors: dict[Role, Actor], sequence: Sequence[Save]) -> None:
    lost: list[object] = []
    expected: object = None
    for role, text, based_on, page in sequence:
        try:
            outcome = save_answer(
                actor=actors[role],
                profile_id=profile.pk,
                key="missie",
                value=text,
                based_on=based_on,
                page=page,
            )
        except Invalid:
            continue
        if isinstance(outcome, Conflict):
            lost.append(outcome.yours)
            assert outcome.theirs == expected
        elif outcome.is_new:
            expected = Answer.objects.get().value
    answer = Answer.objects.filter(profile=profile).first()
    rows = AnswerRevision.objects.filter(answer__profile=profile).order_by("id")
    kept = [row for row in rows if row.kind == "saved"]
    aside = [row.value for row in rows if row.kind == "set_aside"]
    assert [row.number for row in kept] == list(range(1, (answer.revision if answer else 0) + 1))
    assert (kept[-1].value if kept else None) == expected == (answer.value if answer else None)
    assert all(before.value != after.value for before, after in pairwise(kept))
    assert all(text in aside for text in lost)
