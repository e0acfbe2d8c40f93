"""What cannot be is said at its field, in words."""

from dataclasses import replace

import pytest

from levend.accounts.actor import Actor
from levend.accounts.services.organisations import (
    save_colours,
    save_consortium,
    save_logo,
)
from levend.organisations.models import Consortium, School
from levend.web.organisations.forms.choices import OWN_COLOURS
from tests.accounts.register import DAY, FIELDS, LOGO, add, refusal
from tests.factories.region import Region

# Words for what is wrong


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PO9901", "Deze code is al in gebruik."),
        ("PO99", "Dit is geen code van een samenwerkingsverband."),
        ("", "Vul dit veld in."),
        ("XX9901", "Dit is geen code van een samenwerkingsverband."),
    ],
)
def test_a_code_that_cannot_be_is_said_at_its_field(operator: Actor, code: str, words: str) -> None:
    found = refusal(lambda: save_consortium(actor=operator, code=code, name="Noord", group_id=None))

    assert list(found) == ["code"]
    assert found["code"].startswith(words)


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"postcode": "94510"}, "postcode", "Dit is geen postcode."),
        ({"email": "geen adres"}, "email", "Dit is geen e-mailadres."),
        ({"website": "javascript:alert(1)"}, "website", "Dit is geen webadres."),
        ({"website": "ftp://es.example"}, "website", "Dit is geen webadres."),
        ({"school_type": "hbo"}, "school_type", "Kies een van de mogelijkheden"),
        ({"name": "  "}, "name", "Vul dit veld in."),
        ({"name": "a" * 201}, "name", "Dit is te lang. Gebruik hoogstens 200 tekens."),
        ({"latitude": 52.1}, "longitude", "Vul allebei in"),
        ({"latitude": 91.0, "longitude": 5.0}, "latitude", "Vul een getal in van -90 tot 90."),
        ({"latitude": float("nan"), "longitude": 5.0}, "latitude", "Vul een getal in"),
        ({"pupils": 12}, "pupils_on", "Vul in op welke dag"),
        ({"pupils_on": DAY}, "pupils", "Vul het aantal leerlingen in"),
        ({"pupils": -1, "pupils_on": DAY}, "pupils", "Vul een aantal in"),
    ],
)
def test_a_fact_that_cannot_be_is_said_at_its_field(
    region: Region, operator: Actor, changed: dict[str, object], field: str, words: str
) -> None:
    found = refusal(lambda: add(operator, region, fields=replace(FIELDS, **changed)))  # type: ignore[arg-type]

    assert list(found) == [field]
    assert found[field].startswith(words)
    assert not School.objects.filter(code="56GH").exists()


@pytest.mark.parametrize(
    ("code", "board", "field"),
    [
        ("56G", "41001", "code"),
        ("56GHI00", "41001", "code"),
        ("12AB01", "41002", "board"),
        ("56GH00", "9", "board"),
    ],
)
def test_a_location_needs_a_code_and_a_board_that_fit(
    region: Region, operator: Actor, code: str, board: str, field: str
) -> None:
    assert field in refusal(lambda: add(operator, region, code, board_code=board))


def test_a_postcode_is_written_as_the_register_does(region: Region, operator: Actor) -> None:
    assert add(operator, region, fields=replace(FIELDS, postcode="9451aa")).postcode == "9451 AA"


def test_a_colour_that_cannot_be_read_is_named_with_its_ratio(coordinator: Actor, region: Region) -> None:
    pale = {**OWN_COLOURS, "700": "#9fbfc5"}

    found = refusal(
        lambda: save_colours(actor=coordinator, consortium_id=region.linde.consortium.pk, theme=pale)
    )

    assert set(found) == {"700"}
    assert (
        "Kleur 700 verschilt te weinig van wit: het contrast is 1,9 en moet 4,5 of meer zijn." in found["700"]
    )


@pytest.mark.parametrize(
    "theme",
    [
        {**OWN_COLOURS, "700": "red"},
        {**OWN_COLOURS, "700": "#fff;}body{display:none}"},
        {key: value for key, value in OWN_COLOURS.items() if key != "700"},
    ],
)
def test_what_is_no_colour_reaches_no_stylesheet(
    coordinator: Actor, region: Region, theme: dict[str, str]
) -> None:
    found = refusal(
        lambda: save_colours(actor=coordinator, consortium_id=region.linde.consortium.pk, theme=theme)
    )

    assert found["700"].startswith("Dit is geen kleur.")
    assert Consortium.objects.get(pk=region.linde.consortium.pk).theme == {}


def test_a_drawing_with_a_script_is_refused_by_name(coordinator: Actor, region: Region) -> None:
    hostile = LOGO.replace(b"<path", b"<script>alert(1)</script><path")

    found = refusal(
        lambda: save_logo(actor=coordinator, consortium_id=region.linde.consortium.pk, svg=hostile)
    )

    assert "“script”" in found["logo"]
    assert Consortium.objects.get(pk=region.linde.consortium.pk).logo == ""
