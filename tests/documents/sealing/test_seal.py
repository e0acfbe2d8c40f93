"""A seal shows every change, and says what it vouches for."""

import io
import re
from pathlib import Path

import pypdf
import pytest

from levend.documents.engine.seal_marks import FIELD, REASON
from levend.documents.enums import SealKind
from levend.documents.reading.seals import certificates_in, judge_seal
from levend.documents.sealing import known_certificates, seal_key, seal_pdf
from levend.documents.sealing.key import fingerprint
from tests.documents.sealing.copies import ALTERED, sealed_by_another
from tests.support.verapdf import assert_conforms


def holds(pdf: bytes) -> bool:
    """Whether the seal holds and is that of this installation."""
    seal = judge_seal(pdf).get("seal")
    assert seal is None or isinstance(seal, dict)
    return (
        seal is not None
        and bool(seal["holds"])
        and seal["certificate"] in known_certificates()
        and frozenset(seal["above"]) <= known_certificates()[seal["certificate"]]
    )


def test_a_sealed_document_holds_and_names_our_certificate(sealed: bytes) -> None:
    assert holds(sealed)
    assert fingerprint(seal_key().certificate) in certificates_in(sealed)


def test_what_came_in_stays_byte_for_byte(sealed: bytes, unsealed: bytes) -> None:
    assert sealed.startswith(unsealed + b"\n")


def test_the_seal_certifies_without_permission_for_any_change_and_shows_nothing(sealed: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(sealed))
    seal = reader.root_object["/Perms"]["/DocMDP"].get_object()

    assert seal["/SubFilter"] == "/ETSI.CAdES.detached"
    assert seal["/Reference"][0].get_object()["/TransformParams"]["/P"] == 1
    assert seal["/Name"] == "Bond van Koren"
    assert "/AP" not in reader.get_fields()[FIELD[SealKind.OFFICIAL]].indirect_reference.get_object()


@pytest.mark.pdf
def test_sealed_documents_are_accessible_and_can_be_kept(
    sealed: bytes, unsealed_concept: bytes, tmp_path: Path
) -> None:
    files = [tmp_path / "official.pdf", tmp_path / "concept.pdf"]
    files[0].write_bytes(sealed)
    files[1].write_bytes(seal_pdf(unsealed_concept, kind=SealKind.CONCEPT, name="Bond – “Ş” 😀"))

    assert_conforms(*files, standards="ua1,3a")


@pytest.mark.parametrize("name", ALTERED)
def test_an_altered_copy_does_not_hold_but_shows_where_it_came_from(sealed: bytes, name: str) -> None:
    altered = ALTERED[name](sealed)

    assert altered != sealed
    assert not holds(altered)
    assert fingerprint(seal_key().certificate) in certificates_in(altered)


def test_the_same_document_sealed_by_another_holds_but_is_not_ours(
    sealed: bytes, unsealed: bytes, tmp_path: Path
) -> None:
    other = sealed_by_another(unsealed, tmp_path / "elsewhere")

    seal = judge_seal(other)["seal"]
    assert isinstance(seal, dict)
    assert seal["holds"]
    assert not holds(other)
    assert not certificates_in(other) & known_certificates().keys()


def test_no_byte_of_the_seal_itself_can_be_changed_either(sealed: bytes) -> None:
    """The room for a signature is not signed: its envelope, the room that is left, even small for capital digits."""
    room = re.search(rb"<30[0-9A-F]{1000,}>", sealed)
    assert room is not None
    envelope = [*range(room.start() + 1, room.start() + 120), *range(room.start() + 121, room.end() - 1, 97)]

    for position in [*envelope, room.end() - 2]:
        digit = b"1" if sealed[position : position + 1] != b"1" else b"2"
        assert not holds(sealed[:position] + digit + sealed[position + 1 :]), position - room.start()
    assert not holds(sealed[: room.start()] + room[0].lower() + sealed[room.end() :])


def test_a_concept_cannot_be_made_to_look_official(unsealed_concept: bytes) -> None:
    concept = seal_pdf(unsealed_concept, kind=SealKind.CONCEPT, name="")
    seal = judge_seal(concept)["seal"]
    assert isinstance(seal, dict)
    assert seal["kind"] is SealKind.CONCEPT

    field, reason = (words[SealKind.CONCEPT].encode() for words in (FIELD, REASON))
    official = [words[SealKind.OFFICIAL].encode() for words in (FIELD, REASON)]
    forged = concept.replace(b"(" + field, b"(" + official[0].ljust(len(field)))
    forged = forged.replace(reason.replace(b",", b"\\054"), official[1].ljust(len(reason) + 3))

    assert forged != concept
    assert not holds(forged)


def test_a_seal_whose_two_marks_contradict_each_other_says_nothing(
    unsealed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(REASON, SealKind.CONCEPT, "Iets anders")
    pdf = seal_pdf(unsealed, kind=SealKind.CONCEPT, name="")
    monkeypatch.undo()

    seal = judge_seal(pdf)["seal"]
    assert isinstance(seal, dict)
    assert seal["kind"] is None
