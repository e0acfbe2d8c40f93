"""A profile on paper and back: the form, what comes back on it, taking it over, and what is refused."""

import re
from html import unescape
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from levend.accounts.enums import Role
from levend.documents.reading.read import read_pdf
from levend.profiles.enums import RevisionKind
from levend.profiles.models import AnswerRevision, SupportProfile
from levend.profiles.queries import answers_of
from levend.profiles.services import lock, save_answer
from tests.factories.profiles import make_profile
from tests.factories.region import Region, make_region
from tests.support.filling import filled, flattened
from tests.web.writing.page import Html

pytestmark = pytest.mark.django_db
ADDRESS = "/werk/12AB00/op-papier/"


@pytest.fixture(autouse=True)
def nobody_was_busy() -> None:
    cache.clear()


@pytest.fixture
def region() -> Region:
    return make_region()


@pytest.fixture
def profile(region: Region) -> SupportProfile:
    made = make_profile(region.linde.location)
    save(region, made, "missie", "Ieder kind groeit.", 0)
    save(region, made, "motto", "Hup", 0)
    return made


@pytest.fixture
def editor(region: Region, profile: SupportProfile) -> Client:
    client = Client()
    client.force_login(region.linde.user(Role.EDITOR))
    return client


def save(
    region: Region, profile: SupportProfile, key: str, value: object, based_on: int, role: Role = Role.EDITOR
) -> None:
    save_answer(
        actor=region.linde.actor(role), profile_id=profile.pk, key=key, value=value, based_on=based_on
    )


def form_of(client: Client, address: str = ADDRESS) -> bytes:
    return client.get(f"{address}formulier.pdf").content


def hand_in(client: Client, pdf: bytes, address: str = ADDRESS) -> Any:  # the test client's response
    file = BytesIO(pdf)
    file.name = "ingevuld.pdf"
    return client.post(address, {"file": file})


def words_of(response: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def sent_by(response: Any) -> dict[str, list[str]]:
    """What the form of the page sends as it stands."""
    page = Html(response)
    return {
        "voorstel": [
            each.attributes["value"] for each in page.elements if each.attributes.get("name") == "voorstel"
        ],
        "neem": [
            each.attributes["value"]
            for each in page.elements
            if each.attributes.get("name") == "neem" and "checked" in each.attributes
        ],
    }


def test_what_is_changed_on_paper_is_shown_taken_over_and_remembered(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    assert f'href="{ADDRESS}"' in editor.get("/werk/12AB00/profiel/").content.decode()
    assert "Haal het formulier op" in words_of(editor.get(ADDRESS))
    form = form_of(editor)
    assert read_pdf(form).fields["missie"] == "Ieder kind groeit."
    back = filled(form, {"missie": "Elk kind groeit – “zo” Ş.", "motto": "", "groepen": "acht"})

    page = hand_in(editor, back)

    told = words_of(page)
    assert "Er zijn 2 antwoorden anders dan in Levend" in told
    assert "1 antwoord kan niet worden overgenomen" in told
    assert "Vul een getal in" in told
    assert "Weggehaald" in told
    assert answers_of(profile.pk) == {"missie": "Ieder kind groeit.", "motto": "Hup"}
    sent = sent_by(page)
    assert sent["neem"] == ["missie", "motto"]

    one = editor.post(f"{ADDRESS}overnemen/", {**sent, "neem": ["missie"]})

    assert "Overgenomen: 1 antwoord." in words_of(one)
    assert answers_of(profile.pk) == {"missie": "Elk kind groeit – “zo” Ş.", "motto": "Hup"}
    assert sent_by(one)["neem"] == ["motto"]
    rest = editor.post(f"{ADDRESS}overnemen/", {**sent_by(one), "alles": "1"})
    assert "kan niet worden overgenomen" in words_of(rest)
    assert answers_of(profile.pk) == {"missie": "Elk kind groeit – “zo” Ş."}
    again = editor.post(f"{ADDRESS}overnemen/", {**sent, "alles": "1"}, follow=True)
    assert "Dit was al overgenomen." in words_of(again)
    assert AnswerRevision.objects.filter(kind=RevisionKind.PAPER).count() == 2
    assert "uit een ingevuld pdf" in words_of(editor.get("/werk/12AB00/profiel/school/missie/eerder/"))
    assert "nam antwoorden over uit een ingevuld pdf" in words_of(editor.get(reverse("log", args=["12AB00"])))
    assert "Er verandert niets" in words_of(hand_in(editor, form_of(editor)))


def test_what_a_colleague_changed_meanwhile_is_pointed_out_and_left_alone(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    back = filled(form_of(editor), {"missie": "Van papier.", "motto": "Hop"})
    save(region, profile, "missie", "Van de directeur.", 1, Role.DIRECTOR)

    page = hand_in(editor, back)

    assert "1 antwoord is in Levend gewijzigd nadat dit formulier werd gemaakt" in words_of(page)
    assert sent_by(page)["neem"] == ["motto"]
    save(region, profile, "motto", "Hei", 1, Role.DIRECTOR)
    refused = editor.post(f"{ADDRESS}overnemen/", sent_by(page))
    assert refused.status_code == 409
    assert "net door iemand anders gewijzigd" in words_of(refused)
    assert answers_of(profile.pk) == {"missie": "Van de directeur.", "motto": "Hei"}
    settled = editor.post(f"{ADDRESS}overnemen/", {**sent_by(refused), "alles": "1"}, follow=True)
    assert "Overgenomen: 2 antwoorden." in words_of(settled)
    assert answers_of(profile.pk) == {"missie": "Van papier.", "motto": "Hop"}


def test_files_that_are_not_this_form_are_told_apart(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    form = form_of(editor)
    other = filled(form, {"levend:vestiging": "98ZY00"})
    another_format = filled(form, {"levend:format": "vo versie 3"})
    foreign = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(foreign)

    for file, said in (
        (other, "van een andere school: vestiging 98ZY00"),
        (another_format, "hoort bij een andere vragenlijst (vo)"),
        (flattened(form), "de vakken zijn eruit"),
        (foreign.getvalue(), "Dit is geen formulier van Levend"),
        (b"GIF89a", "Dit is geen PDF"),
        (b"%PDF-1.7\nniets", "Dit bestand is beschadigd"),
        (b"", "Dit bestand is leeg"),
    ):
        page = hand_in(editor, file)
        assert page.status_code == 422
        assert said in words_of(page)
    assert AnswerRevision.objects.filter(kind=RevisionKind.PAPER).count() == 0


def test_a_form_of_another_version_or_without_its_beginning_is_taken_with_care(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    form = form_of(editor)
    older = filled(form, {"levend:format": f"{profile.format_version.format.key} versie 7", "motto": "Hop"})
    with pikepdf.open(BytesIO(filled(form, {"missie": "Papier.", "groepen": "8"}))) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if "/DV" in field:
                del field.DV
        bare = BytesIO()
        pdf.save(bare)

    page = hand_in(editor, older)
    assert "gemaakt met versie 7 van de vragenlijst" in words_of(page)
    assert sent_by(page)["neem"] == ["motto"]
    page = hand_in(editor, bare.getvalue())
    assert "Wij weten niet meer wat er in dit formulier stond" in words_of(page)
    assert sent_by(page)["neem"] == ["groepen"]


def test_while_the_text_lies_with_others_nothing_is_made_or_taken(
    region: Region, profile: SupportProfile, editor: Client
) -> None:
    page = hand_in(editor, filled(form_of(editor), {"motto": "Hop"}))
    with transaction.atomic():
        lock(profile_id=profile.pk, sha256="0" * 64)

    shown = editor.get(ADDRESS)
    assert "U leest het profiel" in words_of(shown)
    assert "formulier.pdf" not in shown.content.decode()
    for response in (
        editor.get(f"{ADDRESS}formulier.pdf"),
        hand_in(editor, b"%PDF-1.7"),
        editor.post(f"{ADDRESS}overnemen/", sent_by(page)),
    ):
        assert response.status_code == 409
        assert "De tekst staat vast" in words_of(response)
    assert answers_of(profile.pk)["motto"] == "Hup"


def test_nonsense_sent_along_changes_nothing(region: Region, profile: SupportProfile, editor: Client) -> None:
    half = '{"offers": [{"key": "motto", "value": "\\ud800", "revision": 1}]}'
    for sent in ("", "[]", "{", '{"offers": [1, {"key": "weg"}, {"key": "missie"}]}', "[" * 2000, half):
        response = editor.post(f"{ADDRESS}overnemen/", {"voorstel": sent, "neem": ["missie", "weg"]})
        assert response.status_code in {200, 302, 409}
    assert answers_of(profile.pk)["missie"] == "Ieder kind groeit."
