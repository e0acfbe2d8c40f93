"""The page of a location shows its pupils over the years, in a line and in a table, and no hidden count."""

import pytest
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, import_file
from levend.adoption.services import open_case
from tests.factories.formats import make_version
from tests.factories.region import make_region

YEARS = range(2017, 2027)
FORMAT = """\
key: tellen
version: 1
title: Format met een kengetal
chapters:
  - key: kort
    title: In het kort
    items:
      - {type: register, field: pupils, label: Aantal leerlingen}
      - {key: telling, type: number, label: Leerlingen bij ons, tags: ["keyfigure:KG-LL"]}
"""
FILE = (
    "INSTELLINGSCODE;VESTIGINGSCODE;" + ";".join(f"LEERLINGEN_{year}" for year in YEARS) + "\n"
    "12AB;12AB00;" + ";".join("<5" if year == 2024 else str(10 * year - 20_000) for year in YEARS) + "\n"
)


@pytest.mark.django_db
def test_pupils_over_the_years_stand_on_the_page_of_a_location() -> None:
    places = make_region().linde
    client = Client()
    client.force_login(places.user(Role.COORDINATOR))
    assert (
        "Leerlingen door de jaren" not in client.get("/werk/organisaties/vestiging/12AB00/").content.decode()
    )
    import_file(
        actor=Actor.system(), kind="pupils", file_name="p.csv", data=FILE.encode(), scope=ImportScope()
    )

    page = client.get("/werk/organisaties/vestiging/12AB00/").content.decode()
    assert page.count("<polyline") == 2
    assert page.count("minder dan 5") == 1
    for year in YEARS:
        assert f"1 oktober {year}" in page
        assert (f">{10 * year - 20_000}</td>" in page) == (year != 2024)
    assert "Bron: DUO." in page
    # The school itself reads the same, from the page of its steps and from beside the question.
    open_case(
        actor=places.actor(Role.DIRECTOR), location_id=places.location.pk, version_id=make_version(FORMAT).pk
    )
    for role in (Role.DIRECTOR, Role.EDITOR, Role.BOARD_MEMBER):
        client.force_login(places.user(role))
        own = client.get("/werk/12AB00/kengetallen/").content.decode()
        assert own.count("<polyline") == 2
        assert own.count("minder dan 5") == 1
        assert ">170</td>" in own
        beside = 1 if role is Role.BOARD_MEMBER else 2  # who only reads has no field to explain
        for address, links in (("/werk/12AB00/stappen/", 1), ("/werk/12AB00/profiel/kort/", beside)):
            found = client.get(address).content.decode()
            assert found.count('href="/werk/12AB00/kengetallen/"') == links, address
