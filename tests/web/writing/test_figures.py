"""A key figure is filled in by its source; another number stands beside it with a reason, on every page and on paper."""

import json
from datetime import date

import pytest
from django.test import Client

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.services.registers import ImportScope, import_file
from levend.adoption.queries.before import before_advice
from levend.adoption.services import open_case
from levend.documents.values import texts
from levend.formats.queries import definition_of
from levend.keyfigures.models import KeyFigure
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.queries.content import live_body
from levend.profiles.services import freeze_content, save_answer
from levend.publication.render.full import full_profile_of_body
from tests.factories.formats import make_version
from tests.factories.region import make_region
from tests.publication.editions import EDITION
from tests.web.writing.test_without_javascript import save

pytestmark = pytest.mark.django_db
FORMAT = """\
key: tellen
version: 1
title: Format met een kengetal
chapters:
  - key: kort
    title: In het kort
    items:
      - {type: register, field: name, label: Naam van de school}
      - {type: register, field: pupils, label: Aantal leerlingen}
      - {key: telling, type: number, label: Leerlingen bij ons, tags: ["keyfigure:KG-LL"]}
"""
FILE = "INSTELLINGSCODE;VESTIGINGSCODE;LEERLINGEN_2024;LEERLINGEN_2025\n12AB;12AB00;205;{}\n"
CHAPTER = "/werk/12AB00/profiel/kort/"
SOURCE = "Volgens DUO op 1 oktober 2025: 214"
BOTH = "De school telt 220: Er kwam een groep bij; DUO 1 oktober 2025: 214"


def take_over(count: str) -> None:
    import_file(
        actor=Actor.system(),
        kind="pupils",
        file_name="p.csv",
        data=FILE.format(count).encode(),
        scope=ImportScope(),
    )


def begin(reference_date: date | None = None) -> tuple[Client, SupportProfile, Actor]:
    """De Linde's profile begins after DUO's figures came in; the browser of its editor."""
    linde = make_region().linde
    linde.location.pupils = linde.location.pupils_on = None
    linde.location.save()
    take_over("214")
    case = open_case(
        actor=linde.actor(Role.DIRECTOR),
        location_id=linde.location.pk,
        version_id=make_version(FORMAT).pk,
        reference_date=reference_date,
    )
    client = Client()
    client.force_login(linde.user(Role.EDITOR))
    return client, case.profile, linde.actor(Role.EDITOR)


def test_a_figure_is_filled_in_and_another_number_asks_why() -> None:
    client, profile, editor = begin()

    assert answers_of(profile.pk) == {"telling": 214}
    assert AnswerRevision.objects.get().kind == "figure"
    page = client.get(CHAPTER).content.decode()
    assert SOURCE in page
    assert "214 (DUO, 1 oktober 2025)" in page
    assert "Waarom is uw getal anders?" not in page

    reply = client.post(
        f"{CHAPTER}telling/", {"telling": "220", "telling.revision": "1"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert 'id="figure-telling" hx-swap-oob="true"' in reply
    assert "Waarom is uw getal anders?" in reply
    about = before_advice(editor, "12AB00")
    assert [each.question.key for each in about.missing] == ["telling--reason"]
    assert not about.decision
    assert (
        "Waarom is dit anders? (Leerlingen bij ons)"
        in client.get("/werk/12AB00/voor-advies/").content.decode()
    )

    save(client, CHAPTER, **{"telling--reason": "Er kwam een groep bij."})
    assert not before_advice(editor, "12AB00").missing
    assert BOTH in client.get("/werk/12AB00/concept/").content.decode()
    body = freeze_content(profile_id=profile.pk).body
    document = full_profile_of_body(definition_of(profile.format_version_id), body, EDITION)
    assert BOTH in "\n".join(texts(document))
    attached = json.loads(document.attachments[0].data)["location"]["beside"]["telling"]
    assert attached == {"source": "DUO", "on": "2025-10-01", "value": 214, "reason": "Er kwam een groep bij."}


def test_what_a_school_says_of_the_register_stands_beside_it() -> None:
    client, profile, _editor = begin()

    save(
        client,
        CHAPTER,
        **{"register--pupils": "220", "register--pupils--reason": "Er kwam een groep bij.", "telling": "214"},
    )

    assert BOTH in client.get("/werk/12AB00/concept/").content.decode()
    location = json.loads(freeze_content(profile_id=profile.pk).body)["location"]
    assert (location["pupils"], location["pupils_on"]) == (214, "2025-10-01")
    assert location["beside"]["register--pupils"]["told"] == 220


def test_a_figure_that_is_hidden_fills_nothing_in() -> None:
    client, profile, editor = begin(date(2025, 10, 1))
    take_over("<5")

    page = client.get(CHAPTER).content.decode()
    assert "Volgens DUO op 1 oktober 2025: minder dan 5" in page
    save_answer(actor=editor, profile_id=profile.pk, key="telling", value=3, based_on=1)
    body = live_body(SupportProfile.objects.select_related("location__school__board", "consortium").get())
    document = full_profile_of_body(definition_of(profile.format_version_id), json.dumps(body), EDITION)
    told = [text for text in texts(document) if "weinig kinderen" in text or "minder dan 5" in text]
    assert told == ["minder dan 5 (DUO, 1 oktober 2025)", "Niet getoond: het gaat om weinig kinderen."]


def test_a_count_of_after_the_reference_date_never_appears() -> None:
    client, profile, _editor = begin(date(2025, 2, 1))

    assert answers_of(profile.pk) == {"telling": 205}
    page = client.get(CHAPTER).content.decode()
    assert "Volgens DUO op 1 oktober 2024: 205" in page
    assert "meer dan een jaar ouder" not in page
    assert "214" not in page
    SupportProfile.objects.update(reference_date=date(2025, 10, 2))
    KeyFigure.objects.filter(reference_date=date(2025, 10, 1)).delete()
    page = client.get(CHAPTER).content.decode()
    assert page.count("Deze telling is meer dan een jaar ouder dan de teldatum, 2 oktober 2025.") == 2


def test_without_a_count_up_to_the_reference_date_the_field_is_empty_and_says_so() -> None:
    client, profile, _editor = begin(date(2024, 2, 1))

    # What was counted later stands in the register, and nowhere in this profile.
    profile.location.refresh_from_db()
    assert profile.location.pupils == 214
    assert answers_of(profile.pk) == {}
    page = client.get(CHAPTER).content.decode()
    assert page.count("Er is geen telling bekend van 1 februari 2024 of eerder.") == 2
    body = live_body(SupportProfile.objects.select_related("location__school__board", "consortium").get())
    assert not {"beside", "pupils", "pupils_on"} & set(body["location"])
    assert "214" not in client.get("/werk/12AB00/concept/").content.decode()
