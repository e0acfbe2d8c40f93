"""What a form that came back proposes: three texts meet, and nobody's work is lost."""

from typing import Any

from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.paper import NOTHING, field_texts
from levend.profiles.engine.proposals import Form, Proposal, proposals
from tests.formats.samples import WIDE, format_of

BEGUN: dict[str, Any] = {
    "naam": "De Linde",
    "verhaal": "Eerst.",
    "aantal": 12,
    "dag": "2026-03-14",
    "bezocht": True,
}


def fields_of(answers: dict[str, Any]) -> dict[str, str]:
    return {
        name: text
        for key, value in answers.items()
        for name, text in field_texts(WIDE.question(key), value).items()
    }


def proposed(
    fields: dict[str, str],
    *,
    now: dict[str, Any] | None = None,
    base: dict[str, Any] | None = BEGUN,
    definition: FormatDefinition = WIDE,
) -> dict[str, Proposal]:
    filled = {**fields_of(BEGUN), **fields}
    form = Form(
        WIDE, {name: text for name, text in filled.items() if text}, None if base is None else fields_of(base)
    )
    return {each.key: each for each in proposals(form, definition, BEGUN if now is None else now)}


def test_what_nobody_touched_is_no_proposal_also_when_the_profile_moved_on() -> None:
    assert proposed({}) == {}
    assert proposed({}, now={**BEGUN, "naam": "De Es", "verhaal": None}) == {}


def test_what_was_filled_in_changed_and_emptied_is_proposed_as_done() -> None:
    found = proposed({"naam": "De Linde!", "verhaal": "", "soort": "a"})

    assert {key: each.paper for key, each in found.items()} == {
        "naam": "De Linde!",
        "verhaal": None,
        "soort": "a",
    }
    assert all(each.is_safe for each in found.values())
    assert list(found) == ["naam", "verhaal", "soort"]
    assert proposed({"bezocht": NOTHING})["bezocht"].paper is None


def test_where_both_moved_on_a_person_decides() -> None:
    found = proposed(
        {"naam": "Papier", "verhaal": "Samen."}, now={**BEGUN, "naam": "Scherm", "verhaal": "Samen."}
    )

    assert list(found) == ["naam"]
    assert (found["naam"].is_clash, found["naam"].is_safe, found["naam"].can_be_taken) == (True, False, True)


def test_what_a_question_cannot_take_is_shown_with_the_reason() -> None:
    found = proposed({"aantal": "twaalf"})["aantal"]

    assert "getal" in found.fault
    assert not found.can_be_taken


def test_without_its_beginning_a_form_only_fills_what_is_empty() -> None:
    found = proposed({"soort": "b", "naam": "Anders", "aantal": ""}, base=None)

    assert list(found) == ["naam", "soort"]
    assert (found["naam"].is_safe, found["soort"].is_safe) == (False, True)


def test_an_answer_to_a_question_that_does_not_apply_is_not_proposed_as_done() -> None:
    found = proposed({"oordeel": "goed"})["oordeel"]

    assert (found.is_asked, found.is_safe, found.can_be_taken) == (False, False, True)
    assert proposed({"soort": "a", "hulp:lezen": "Ja", "oordeel": "goed"})["oordeel"].is_safe


def test_a_form_of_another_version_gives_what_still_fits() -> None:
    now = format_of(
        "{type: long_text, key: naam, label: Hoe heet de school?}",
        "{type: number, key: verhaal, label: Verhaal in een getal}",
        "{type: choice, key: soort, label: Soort, options: [{key: b, label: B}, {key: c, label: C}]}",
    ).model_copy(update={"version": 2})

    found = proposed(
        {"naam": "De Es", "verhaal": "Lang.", "soort": "a", "aantal": "13"},
        now={"naam": "De Linde"},
        definition=now,
    )

    assert list(found) == ["naam", "verhaal", "soort", "aantal"]
    assert (found["naam"].paper, found["naam"].question.label) == ("De Es", "Hoe heet de school?")
    assert found["naam"].is_safe
    assert not found["verhaal"].can_be_taken
    assert found["verhaal"].left
    assert not found["soort"].can_be_taken
    assert not found["aantal"].can_be_taken  # no longer asked
