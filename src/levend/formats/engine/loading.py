"""From the text of a format file to a definition, with every fault at its line and column."""

import json

from pydantic import ValidationError

from .consistency import contradictions
from .definition import FormatDefinition
from .faults import Fault, FormatFaults
from .markup import markup
from .shape_faults import shape_faults
from .tags import KnownCode
from .yaml_source import read_yaml

__all__ = ["Fault", "FormatFaults", "load_definition"]


def load_definition(
    text: str | bytes, name: str = "format", *, known_code: KnownCode | None = None
) -> FormatDefinition:
    """Read a format; `name` is what its faults are listed under.

    First the file must be YAML, then have the shape of a format, then make sense: raises `FormatFaults` with all
    faults of the first of these three that fails. With `known_code` it is judged as a format that is about to be used:
    codes are held against the catalogue, and markup is refused. A stored version stays readable whatever the
    catalogue does (see `judging`).
    """
    source = read_yaml(text, name)
    try:
        # As JSON, because strict mode then takes lists for tuples and words for enum members, and nothing else.
        definition = FormatDefinition.model_validate_json(json.dumps(source.data), strict=True)
    except ValidationError as error:
        raise FormatFaults(name, shape_faults(error, source)) from None
    found = [*contradictions(definition, known_code)]
    if known_code is not None:
        found += markup(source.data)
    faults = {Fault(*source.place(path), what) for path, what in found}
    if faults:
        raise FormatFaults(name, tuple(sorted(faults)))
    return definition
