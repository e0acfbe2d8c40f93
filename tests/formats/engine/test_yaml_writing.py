"""Format → file → format is the same, and the same format is always the same file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.formats.engine.definition import (
    Chapter,
    FixedText,
    FormatDefinition,
    Heading,
    Option,
    Question,
    RegisterField,
    SupportGroup,
)
from levend.formats.engine.loading import load_definition
from levend.formats.engine.support_group import SupportEntry
from levend.formats.engine.yaml_source import Plain, read_yaml
from levend.formats.engine.yaml_writing import ORDER, to_yaml
from levend.formats.shipped import shipped_keys, shipped_text

_texts = st.text(
    st.characters(
        exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co"], include_characters="\n\t\u2028\u00ad\u200d"
    ),
    max_size=30,
)
_tricky = st.sampled_from(
    ["", " ", "true", "Null", "12", "1.5", "- a", "a: b", "a #b", "- a\n\n  b\n", "\n", "a\n", "a\n\n", "  a\nb",
     "@x", "a\n \nb", "%a", "a,", "[a]", "{", "'", '"', "\\n", "a:", "---\na", "...", "?", "a\u2028b", "ja\tnee\nx"]
)  # fmt: skip
_scalars = st.one_of(
    _texts,
    _tricky,
    st.booleans(),
    st.none(),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.decimals(-1000, 1000, places=2).map(float),
)
_names = st.sampled_from([*ORDER, "nieuw", "x-y"])
_data: st.SearchStrategy[Plain] = st.recursive(
    _scalars,
    lambda inside: st.one_of(
        st.lists(inside, max_size=4),
        st.dictionaries(st.one_of(_names, _tricky.filter(bool)), inside, max_size=4),
    ),
    max_leaves=25,
)


@given(st.dictionaries(_names, _data, min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_what_is_written_is_read_as_it_was(data: dict[str, Plain]) -> None:
    text = to_yaml(data)

    assert read_yaml(text, "x").data == data
    assert to_yaml(dict(reversed(data.items()))) == text


@pytest.mark.parametrize("key", shipped_keys())
def test_a_shipped_format_that_is_written_is_the_same_format(key: str) -> None:
    data = read_yaml(shipped_text(key), key).data
    assert isinstance(data, dict)

    text = to_yaml(data)

    again = read_yaml(text, key).data
    assert again == data
    assert isinstance(again, dict)
    assert to_yaml(again) == text
    assert load_definition(text) == load_definition(shipped_text(key))


def test_every_name_of_the_language_has_its_place() -> None:
    models = (
        FormatDefinition,
        Chapter,
        Heading,
        FixedText,
        RegisterField,
        Question,
        Option,
        SupportGroup,
        SupportEntry,
    )
    names = {field.alias or name for model in models for name, field in model.model_fields.items()}

    assert names - set(ORDER) == set()


@pytest.mark.parametrize("number", [1e30, 10**15])
def test_a_number_that_no_file_can_hold_is_not_written(number: float) -> None:
    with pytest.raises(ValueError, match="cannot stand"):
        to_yaml({"minimum": number})
