"""Codes of the register: what is one, and a sentence for what is none."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from levend.organisations.codes import (
    validate_board_code,
    validate_consortium_code,
    validate_location_code,
    validate_postcode,
    validate_school_code,
)

Validator = Callable[[str], None]
SENTENCES: dict[Validator, str] = {
    validate_school_code: "Dit is geen BRIN-code.",
    validate_location_code: "Dit is geen vestigingscode.",
    validate_board_code: "Dit is geen bestuursnummer.",
    validate_consortium_code: "Dit is geen code van een samenwerkingsverband.",
    validate_postcode: "Dit is geen postcode.",
}
GOOD: dict[Validator, tuple[str, ...]] = {
    validate_school_code: ("12AB", "00AA", "99ZZ"),
    validate_location_code: ("12AB00", "12AB01", "31PX99"),
    validate_board_code: ("40123", "00001"),
    validate_consortium_code: ("PO2604", "VO3105", "PO9901"),
    validate_postcode: ("3511 AB", "1000 AA", "9999 XZ"),
}
BAD: dict[Validator, tuple[str, ...]] = {
    validate_school_code: ("", "12ab", "AB12", "12A", "12ABC", "12AB00", " 12AB", "12AB\n", "1２AB", "12ÄB"),
    validate_location_code: (
        "",
        "12AB",
        "12ab00",
        "12AB0",
        "12AB000",
        "12AB0A",
        "12AB 00",
        "12AB00\n",
        "12AB０0",
    ),
    validate_board_code: ("", "4012", "401234", "4012A", "40 12", "40123\n", "４0123", "-4012"),
    validate_consortium_code: ("", "PO260", "PO26041", "po2604", "SO2604", "PO 2604", "PO2604\n", "PO２604"),
    validate_postcode: ("", "3511AB", "3511 ab", "0511 AB", "3511  AB", "3511 A", "3511 AB\n", "３511 AB"),
}


@pytest.mark.parametrize(("validate", "code"), [(one, code) for one, codes in GOOD.items() for code in codes])
def test_a_code_of_the_register_is_taken(validate: Validator, code: str) -> None:
    validate(code)


@pytest.mark.parametrize(("validate", "code"), [(one, code) for one, codes in BAD.items() for code in codes])
def test_what_is_no_code_is_refused_with_an_example(validate: Validator, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate(code)
    sentence = refused.value.messages[0]
    assert sentence.startswith(SENTENCES[validate])
    assert any(example in sentence for example in ("12AB", "12AB00", "40123", "PO2604", "3511 AB"))


@given(st.text(max_size=12))
def test_any_text_is_a_code_or_refused(text: str) -> None:
    for validate, sentence in SENTENCES.items():
        refused = _refusal(validate, text)
        assert refused.startswith(sentence) or (not refused and text.isascii() and text == text.strip())


def _refusal(validate: Validator, text: str) -> str:
    try:
        validate(text)
    except ValidationError as refused:
        return str(refused.messages[0])
    return ""
