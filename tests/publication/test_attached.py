"""The data inside a document: the public text in the shape of an answers file, and the procedure."""

import io
import json
from dataclasses import replace
from typing import Any

import pypdf

from levend.core.canonical import sha256_of
from levend.documents.services import typeset_pdf
from levend.formats.engine.answers_file import read_answers_file, take_answers
from levend.formats.engine.values import Value
from levend.publication.render.full import full_profile
from levend.publication.values import Contact, Edition
from tests.publication.editions import CONCEPT, EDITION, OFFICIAL
from tests.publication.situations import definition, example

SECRET = "Dit mag niemand buiten de school lezen"


def inside(edition: Edition, **changes: Value) -> dict[str, Any]:
    """What the made file holds, read back by other software than made it."""
    about = example(**changes)
    document = full_profile(definition(), location=about.location, answers=about.answers, edition=edition)
    files = pypdf.PdfReader(io.BytesIO(typeset_pdf(document))).attachments
    return {name: json.loads(versions[0]) for name, versions in files.items()}


def test_the_text_can_be_taken_in_again() -> None:
    about = example(missie='Ieder kind telt: #strong[x] {{ 1 }} =1+1 "é"\n\n- één')
    text = inside(CONCEPT, missie=about.answers["missie"])["sop.json"]

    answers_file = {key: text[key] for key in ("format", "version", "location", "answers")}
    taken = take_answers(definition(), read_answers_file(json.dumps(answers_file)))

    assert taken.keys() == text["answers"].keys()
    assert taken["missie"] == about.answers["missie"]
    assert text["location"]["name"] == about.location["name"]


def test_the_text_says_what_it_is_and_carries_its_own_hash() -> None:
    text = inside(CONCEPT)["sop.json"]

    hashed = {key: text[key] for key in ("format", "version", "location", "answers")}
    assert text["status"] == "concept"
    assert text["sha256"] == sha256_of(hashed)
    assert inside(OFFICIAL)["sop.json"]["status"] == "official"


def test_the_procedure_of_an_official_document_stands_in_it() -> None:
    procedure = inside(OFFICIAL)["procedure.json"]

    assert procedure["status"] == "official"
    assert procedure["adopted_on"] == "2027-01-19"
    assert procedure["advice"] == "positief, met voorwaarden"
    assert procedure["sha256"] == "9f2c41ab" * 8


def test_contacts_are_those_that_are_printed() -> None:
    named = replace(EDITION, contacts=(Contact("directeur", "E. Verhoef", "0348 55 01 23"),))

    assert inside(named)["sop.json"]["location"]["contacts"][0]["function"] == "directeur"
    assert "contacts" not in inside(EDITION)["sop.json"]["location"]


def test_what_is_not_public_is_not_inside() -> None:
    everything = inside(
        OFFICIAL,
        aandachtspunten_volgende_keer=SECRET,
        arrangementen_aantal=187_345,
        verwijzing=False,
        verwijzing_behoeften=SECRET,
    )

    assert SECRET not in json.dumps(everything, ensure_ascii=False)
    assert "187345" not in json.dumps(everything)
    assert SECRET in json.dumps(inside(OFFICIAL, missie=SECRET))
