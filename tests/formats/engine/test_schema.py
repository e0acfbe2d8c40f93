import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

import levend.formats
from levend.formats.engine.schema import format_schema, format_schema_text
from levend.formats.engine.yaml_source import read_yaml
from levend.formats.shipped import shipped_keys, shipped_text

PUBLISHED = Path(levend.formats.__file__).parent / "schema" / "format-v1.json"


def test_the_published_schema_is_that_of_the_models() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == format_schema_text(), (
        "Write it anew: python -m levend.formats.engine.schema > src/levend/formats/schema/format-v1.json"
    )


def test_the_schema_is_a_valid_one() -> None:
    Draft202012Validator.check_schema(json.loads(PUBLISHED.read_text(encoding="utf-8")))


@pytest.mark.parametrize("key", shipped_keys())
def test_shipped_formats_satisfy_the_schema(key: str) -> None:
    Draft202012Validator(format_schema()).validate(read_yaml(shipped_text(key), key).data)


@pytest.mark.parametrize(
    "item",
    [
        {"type": "tekst", "key": "a", "label": "A"},
        {"type": "text", "key": "A", "label": "A"},
        {"type": "text", "key": "a", "label": "A", "verplicht": True},
        {"type": "text", "key": "a", "label": "A", "condition": {"als": ["b", 1]}},
        {"type": "heading"},
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(item: dict[str, object]) -> None:
    data = {
        "key": "proef",
        "version": 1,
        "title": "Proef",
        "chapters": [{"key": "een", "title": "Een", "items": [item]}],
    }

    with pytest.raises(ValidationError):
        Draft202012Validator(format_schema()).validate(data)
