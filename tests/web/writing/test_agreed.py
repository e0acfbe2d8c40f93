"""What the consortium agreed stands beside the kind of support: while writing, in the preview, and at the receipt."""

import pytest
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption.services import open_case
from levend.catalogue.services import save_settings
from levend.catalogue.values import Setting
from levend.formats.queries.kept import owners_for
from levend.formats.services import copy_format
from levend.rounds.queries.plausibility import expected_questions
from tests.factories.formats import make_version
from tests.factories.profiles import answer
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
FORMAT = """\
key: afspraken
version: 1
title: Afspraken
chapters:
  - key: hulp
    title: Hulp
    items:
      - type: support
        key: hulp
        parts: [words]
        entries:
          - {code: TAAL-DYS, label: Dyslexie}
          - {code: WERK-HOUD, label: Werkhouding}
      - key: ook
        type: choices
        label: Wat doet u ook?
        options:
          - {key: pesten, label: Pesten voorkomen, tags: ["support:SOCEM-WEER:basic"]}
          - {key: tos, label: Taalstoornis, tags: ["support:COMM-TOS:extra"]}
"""
BASIC = "Hoort bij de basisondersteuning van uw samenwerkingsverband."
NORM = "Valt onder een landelijke norm."
SOME = "Bij de basisondersteuning van uw samenwerkingsverband hoort: Pesten voorkomen."


def test_what_was_agreed_stands_beside_the_kind_of_support_and_is_asked_about_when_it_is_not_offered(
    region: Region,
) -> None:
    version = make_version(FORMAT)
    places, anna = region.linde, region.linde.actor(Role.COORDINATOR)
    writer = places.actor(Role.EDITOR)
    case = open_case(actor=Actor.system(), location_id=places.location.pk, version_id=version.pk)
    page = f"/werk/{places.location.code}/profiel/hulp/"
    editor, coordinator = Client(), Client()
    editor.force_login(places.user(Role.EDITOR))
    coordinator.force_login(places.user(Role.COORDINATOR))
    answer(case.profile, writer, {"hulp-taal-dys": "niet", "hulp-werk-houd": "niet"})
    assert "basisondersteuning van uw" not in editor.get(page).content.decode()
    assert not expected_questions(writer, case)

    agreed = Setting(in_basic_support=True)
    settings = {"TAAL-DYS": Setting(in_basic_support=True, in_national_norm=True), "SOCEM-WEER": agreed}
    save_settings(actor=anna, consortium_id=places.consortium.pk, settings=settings)
    # What another region agrees is nothing to this one.
    save_settings(
        actor=region.beuk.actor(Role.COORDINATOR),
        consortium_id=region.beuk.consortium.pk,
        settings={"WERK-HOUD": agreed},
    )
    own = copy_format(actor=anna, owner=owners_for(anna)[0], source="afspraken", number=1, title="Ons")
    preview = coordinator.get(f"/werk/formats/{own.key}/concept/bekijk/1/").content.decode()
    for shown in (editor.get(page).content.decode(), preview):
        assert shown.count(f"{BASIC} {NORM}") == 1
        assert shown.count(BASIC) == shown.count(SOME) == 1
        assert shown.index("Dyslexie") < shown.index(BASIC) < shown.index("Werkhouding")
    (asked,) = expected_questions(writer, case)
    assert asked.text == (
        "Klopt het dat de school „Dyslexie” niet biedt? "
        "In uw samenwerkingsverband hoort dit bij de basisondersteuning."
    )
