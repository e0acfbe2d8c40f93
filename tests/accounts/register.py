"""What tests of organisations share: facts of a school, adding one, and reading a refusal."""

from collections.abc import Callable
from datetime import date

import pytest

from levend.accounts.actor import Actor
from levend.accounts.services.organisations import (
    LocationFields,
    add_location,
)
from levend.core.errors import Invalid
from levend.organisations.models import Location
from tests.factories.region import Region

FIELDS = LocationFields(
    name="De Es",
    school_type="bao",
    street="Brink 1",
    postcode="9451 AA",
    city="Rolde",
    municipality="Aa en Hunze",
)
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'
DAY = date(2026, 8, 1)


def refusal(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Invalid) as refused:
        act()
    return {name: str(text) for name, text in refused.value.fields.items()}


def add(actor: Actor, region: Region, code: str = "56GH00", **changed: object) -> Location:
    given: dict[str, object] = {
        "fields": FIELDS,
        "board_code": "41001",
        "consortium_id": region.linde.consortium.pk,
        "valid_from": DAY,
        **changed,
    }
    return add_location(actor=actor, code=code, **given)  # type: ignore[arg-type]  # the test gives what it likes
