"""What is different in a text that lies with the council, as a document for its meeting."""

import io
from collections.abc import Callable

import pytest
from django.test import Client
from pypdf import PdfReader

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.adoption.enums import State, Step
from levend.adoption.models import AdoptionCase
from levend.adoption.services import open_case
from levend.core.errors import NotAllowed
from levend.publication.engine.what_changed import Side, what_changed
from levend.publication.models import ChangesDocument
from levend.publication.queries import artefact_bytes
from levend.publication.render.changes import count_words, offer_lines
from levend.publication.services import make_changes
from tests.adoption.story import Story
from tests.factories.region import Region, make_region
from tests.formats.samples import format_of


@pytest.mark.django_db
@pytest.mark.sqlite
def test_the_council_gets_the_difference_with_the_version_in_force_as_a_document() -> None:
    region = make_region()
    story = Story.begin(region.linde)
    story.complete("Wij helpen elke dag in de klas.")
    for step in (Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT, Step.SUBMIT, Step.RECEIVE):
        story.take(step)
    in_force = story.reload().content_sha256
    assert make_changes(actor=Actor.system(), profile_id=story.case.profile_id, sha256=in_force) is None

    again = _begun_again(region, story)
    again.write("ambitions", "ambitions: Wij helpen elke ochtend in de klas.")
    again.take(Step.ASK_ADVICE)
    sha256 = again.reload().content_sha256
    made = make_changes(actor=Actor.system(), profile_id=again.case.profile_id, sha256=sha256)

    assert made is not None
    pdf = PdfReader(io.BytesIO(artefact_bytes(made.pdf)))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert "1 antwoord is anders, 5 zijn hetzelfde gebleven." in text
    assert "Over ambitions" in text
    assert "Wij helpen elke [dag] in de klas." in text
    assert "Wij helpen elke ochtend in de klas." in text
    assert "Er begint, stopt of verandert geen aanbod." in text
    assert "Concept" in text
    assert "/StructTreeRoot" in pdf.trailer["/Root"]

    twice = make_changes(actor=Actor.system(), profile_id=again.case.profile_id, sha256=sha256)
    assert twice == made
    assert ChangesDocument.objects.count() == 1
    with pytest.raises(NotAllowed):
        make_changes(actor=again.actor(Role.DIRECTOR), profile_id=again.case.profile_id, sha256=sha256)

    url = f"/werk/12AB00/verschil/{in_force}/{sha256}/verschil.pdf"
    as_role = _browsers(region)
    chair = as_role(Role.COUNCIL_CHAIR)
    assert chair.get(url).content.startswith(b"%PDF")
    assert url in chair.get("/werk/12AB00/stappen/advies-geven/").content.decode()
    assert url in chair.get("/werk/12AB00/stappen/").content.decode()
    assert as_role(Role.COORDINATOR).get(url).status_code == 404


@pytest.mark.django_db
def test_the_draft_is_shown_beside_the_version_in_force() -> None:
    region = make_region()
    story = Story.begin(region.linde)
    as_role = _browsers(region)
    url = "/werk/12AB00/veranderd/"
    assert "Er is nog geen versie die geldt" in as_role(Role.EDITOR).get(url).content.decode()

    story.bring_to(State.RECEIVED)
    again = _begun_again(region, story)
    page = as_role(Role.EDITOR).get(url).content.decode()
    assert "Er is niets anders" in page
    again.write("ambitions", "ambitions: Zo doen wij dat <voortaan>.")

    page = as_role(Role.BOARD_MEMBER).get(url).content.decode()
    assert "<ins> &lt;voortaan&gt;</ins>" in page
    assert "1 antwoord is anders, 5 zijn hetzelfde gebleven." in page
    assert "Er begint, stopt of verandert geen aanbod." in page
    assert url in as_role(Role.DIRECTOR).get("/werk/12AB00/stappen/").content.decode()
    assert as_role(Role.COUNCIL_MEMBER).get(url).status_code == 404
    assert as_role(Role.COORDINATOR).get(url).status_code == 404


OFFERS = format_of(
    "{type: choice, key: dys, label: Hulp bij dyslexie, options: ["
    "{key: b, label: Basis, tags: ['support:TAAL-DYS:basic']}, {key: geen, label: Geen}]}",
    "{type: choices, key: meer, label: Meer, options: [{key: ass, label: Rust, tags: ['support:GEDRAG-ASS:extra']},"
    " {key: doof, label: Doof, tags: ['support:ZINT-AUD:extra:planned']}]}",
    "{type: long_text, key: geheim, label: Geheim, audience: internal}",
    "{type: number, key: telling, label: Telling}",
)


def test_what_changed_is_told_in_plain_words() -> None:
    asked = frozenset({"dys", "meer", "telling"})
    then = Side(OFFERS, {"dys": "b", "meer": ["ass"], "geheim": "Stil", "telling": 21}, asked)
    now = Side(OFFERS, {"dys": "geen", "meer": ["ass", "doof"], "geheim": "Luid", "telling": 21}, asked)

    found = what_changed(then, now)

    assert [(line.label, line.move, line.before, line.after) for line in offer_lines(found, now, then)] == [
        ("Dyslexie", "stopt", "Basisondersteuning, is er", ""),
        ("Auditieve beperking", "begint", "", "Extra ondersteuning, gepland"),
    ]
    changes = found.chapters[0].changes
    assert [
        ("".join(piece.text for piece in each.before), "".join(piece.text for piece in each.after))
        for each in changes
    ] == [("Basis", "Geen"), ("Rust\n", "Rust\nDoof\n")]
    assert [piece.text for piece in changes[1].after if piece.is_added] == ["Doof\n"]
    assert count_words(found) == "2 antwoorden zijn anders, 1 is hetzelfde gebleven."


def _begun_again(region: Region, story: Story) -> Story:
    version_id = AdoptionCase.objects.get(pk=story.id).profile.format_version_id
    case = open_case(
        actor=story.actor(Role.DIRECTOR), location_id=region.linde.location.pk, version_id=version_id
    )
    return Story(region.linde, case)


def _browsers(region: Region) -> Callable[[Role], Client]:
    def browser(role: Role) -> Client:
        client = Client()
        client.force_login(region.linde.user(role))
        return client

    return browser
