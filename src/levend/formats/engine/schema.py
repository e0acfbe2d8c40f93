"""The JSON Schema of format files, for editors that complete and check while one writes."""

import json
import sys

from pydantic.json_schema import JsonSchemaValue

from .definition import FormatDefinition


def format_schema() -> JsonSchemaValue:
    """The schema of version 1 of the format language, made from the models."""
    schema = FormatDefinition.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:levend:format:1",
        **schema,
        "title": "Format of a schoolondersteuningsprofiel",
    }


def format_schema_text() -> str:
    """The schema as the published file holds it."""
    return json.dumps(format_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(format_schema_text())
