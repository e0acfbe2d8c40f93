"""An adopted version keeps what it offers, part by part, as the tags of its format give it."""

import json
from pathlib import Path

import pytest
from django.db import transaction

import levend.formats
from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.formats.engine.kinds import Provider
from levend.formats.models import FormatVersion
from levend.formats.services import import_format
from levend.formats.shipped import shipped_text
from levend.profiles.checks import offers_follow_the_tags
from levend.profiles.models import Offer, ProfileSnapshot
from levend.profiles.services import freeze_content, freeze_snapshot
from tests.factories import profiles
from tests.factories.region import Region

pytestmark = pytest.mark.django_db

EXAMPLE = Path(levend.formats.__file__).parent / "examples" / "bao.json"


@pytest.fixture
def adopted(region: Region) -> ProfileSnapshot:
    """The example of a primary school, written at De Linde and frozen."""
    version: FormatVersion = import_format(actor=Actor.system(), text=shipped_text("bao"))
    profile = profiles.make_profile(region.linde.location, version)
    profiles.answer(profile, region.linde.actor(Role.EDITOR), json.loads(EXAMPLE.read_text())["answers"])
    with transaction.atomic():
        content = freeze_content(profile_id=profile.pk)
        return freeze_snapshot(profile_id=profile.pk, sha256=content.sha256)


def test_level_state_providers_and_capacity_are_kept(adopted: ProfileSnapshot) -> None:
    autism = adopted.offers.get(support_type="GEDRAG-ASS")

    assert (autism.level, autism.state, autism.capacity) == ("extra", "in-development", 6)
    assert autism.providers == (Provider.OWN, Provider.CONSORTIUM)
    ill = adopted.offers.get(support_type="MED-ZIEK")
    assert (ill.state, ill.providers, ill.capacity) == ("planned", (Provider.OWN, Provider.PARTNER), None)
    assert adopted.offers.get(support_type="REKEN-DYSC").providers == ()


def test_what_is_not_offered_or_not_known_is_no_offer(adopted: ProfileSnapshot) -> None:
    assert not adopted.offers.filter(support_type__in=["LEREN-VB", "MED-VERZ", "SOCEM-ANGST"]).exists()


def test_the_check_compares_every_part(adopted: ProfileSnapshot) -> None:
    assert list(offers_follow_the_tags()) == []

    Offer.objects.bulk_create(
        [Offer(snapshot=adopted, support_type="MED-VERZ", level="extra", state="in-place", capacity=2)]
    )

    assert [fault.what for fault in offers_follow_the_tags()] == [
        "het aanbod MED-VERZ (extra) volgt niet uit de vastgestelde tekst"
    ]
