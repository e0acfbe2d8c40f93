"""A profile knows what its own consortium does not use, and no other one's."""

import pytest

from levend.accounts.enums import Role
from levend.catalogue.queries import switched_off, switched_off_by
from levend.catalogue.services import save_settings
from levend.catalogue.values import Setting
from levend.profiles.queries.writing import draft_for
from tests.factories.profiles import make_profile
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db
OFF = frozenset({"TAAL-DYS", "P-DYS"})


def test_the_consortium_of_the_profile_decides() -> None:
    region = make_region()
    first = make_profile(region.linde.location)
    make_profile(region.beuk.location, first.format_version)
    assert draft_for(region.linde.actor(Role.EDITOR), "12AB00").off == frozenset()
    save_settings(
        actor=region.linde.actor(Role.COORDINATOR),
        consortium_id=region.linde.consortium.pk,
        settings={
            **{code: Setting(switched_off=True) for code in OFF},
            "TAAL-LEES": Setting(in_basic_support=True),
        },
    )
    ours, theirs = region.linde.consortium.pk, region.beuk.consortium.pk

    assert draft_for(region.linde.actor(Role.EDITOR), "12AB00").off == OFF
    assert draft_for(region.beuk.actor(Role.EDITOR), "34EF00").off == frozenset()
    assert switched_off(theirs) == frozenset()
    assert switched_off_by([ours, theirs]) == {ours: OFF}
