"""Answers as a file: what scripts, fillable forms and other systems hand over.

    {"format": "passenderwijs", "version": 1, "location": {"code": "12AB00", …}, "answers": {"missie": "…"}}

Read in two steps, as a command that renders needs them apart: the file by itself, then its answers against a format.
"""

import json
from dataclasses import dataclass
from typing import Annotated, NoReturn

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError
from pydantic_core import ErrorDetails

from .answers import parse_value
from .definition import FormatDefinition
from .messages import say
from .question_types import type_of
from .values import Value, ValueFault, is_empty

MOST_BYTES = 4 * 1024 * 1024


class AnswersFault(Exception):
    """An answers file that cannot be taken; `message` is Dutch and names the key."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.key = key


class _Facts(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Contact(_Facts):
    """Someone whom the public can reach; the function comes first."""

    function: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    reachable: str = ""


class LocationFacts(_Facts):
    """Register facts of a location; the names are those of `kinds.RegisterName`.

    A file may give `address` as one line or as an object, and `board` and `consortium` by name or as an object with
    `code` and `name`.
    """

    code: Annotated[str, Field(pattern=r"^[0-9]{2}[A-Za-z]{2}[0-9]{2}$")]
    name: Annotated[str, Field(min_length=1)]
    street: str = ""
    postcode: str = ""
    city: str = ""
    municipality: str = ""
    board: str = ""
    board_code: str = ""
    consortium: str = ""
    consortium_code: str = ""
    school_type: str = ""
    pupils: Annotated[int, Field(ge=0)] | None = None
    pupils_on: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")] | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    contacts: tuple[Contact, ...] = ()


class _File(_Facts):
    format: Annotated[str, Field(min_length=1)]
    version: Annotated[int, Field(ge=1)]
    location: LocationFacts
    answers: dict[str, JsonValue]


@dataclass(frozen=True)
class AnswersFile:
    """A file that has the right shape; its answers are not yet held against a format."""

    format: str
    version: int
    location: LocationFacts
    answers: dict[str, JsonValue]

    @property
    def register(self) -> dict[str, JsonValue]:
        """The location's facts under the names of `kinds.RegisterName`."""
        facts: dict[str, JsonValue] = self.location.model_dump(mode="json")
        return facts


def read_answers_file(text: str | bytes) -> AnswersFile:
    """Read a file; raises `AnswersFault` with the key for what is missing, unknown, doubled or of a wrong kind."""
    if len(text) > MOST_BYTES:
        raise AnswersFault(say("answers.too_big", most=MOST_BYTES // 1024 // 1024))
    try:
        data = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise AnswersFault(say("answers.not_json", line=1, column=1)) from None
    except json.JSONDecodeError as error:
        raise AnswersFault(say("answers.not_json", line=error.lineno, column=error.colno)) from None
    except (RecursionError, ValueError):
        raise AnswersFault(say("answers.not_json", line=1, column=1)) from None
    try:
        file = _File.model_validate_json(json.dumps(_unfolded(data)))
    except ValidationError as error:
        raise _fault(error.errors(include_url=False, include_input=False)[0]) from None
    return AnswersFile(file.format, file.version, file.location, file.answers)


def take_answers(definition: FormatDefinition, file: AnswersFile) -> dict[str, Value]:
    """The file's answers as values of this format, empty ones left out.

    Raises `AnswersFault` with the key when the file is of another format or version, names a question that the
    format does not ask, or gives a value of a wrong kind: no number as text, no single option as a list.
    """
    if file.format != definition.key:
        raise AnswersFault(say("answers.other_format", theirs=file.format, ours=definition.key), "format")
    if file.version != definition.version:
        raise AnswersFault(
            say("answers.other_version", theirs=file.version, ours=definition.version), "version"
        )
    values: dict[str, Value] = {}
    for key, raw in file.answers.items():
        if not definition.has(key):
            raise AnswersFault(say("answers.unknown_question", key=key), key)
        question = definition.question(key)
        behaviour = type_of(question)
        if raw is None:
            continue
        if not behaviour.is_json(raw):
            what = say(f"answers.type.{behaviour.json_kind}")
            raise AnswersFault(say("answers.wrong", key=key, what=what), key)
        try:
            value = parse_value(question, raw)
        except ValueFault as fault:
            raise AnswersFault(say("answers.refused", key=key, what=fault.message), key) from None
        if not is_empty(value):
            values[key] = value
    return values


def _unfolded(data: object) -> object:
    """Objects about the location's address, board and consortium as flat fields; what was given flat stays."""
    if not isinstance(data, dict) or not isinstance(data.get("location"), dict):
        return data
    flat = dict(data["location"])
    address = flat.pop("address", None)
    if isinstance(address, dict):
        flat = {**address, **flat}
    elif address is not None:
        flat.setdefault("street", address)
    for body in ("board", "consortium"):
        about = flat.get(body)
        if isinstance(about, dict) and about.keys() <= {"code", "name"}:
            flat[body] = about.get("name", "")
            flat.setdefault(f"{body}_code", about.get("code", ""))
    return {**data, "location": flat}


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    mapping: dict[str, object] = {}
    for key, value in pairs:
        if key in mapping:
            raise AnswersFault(say("answers.duplicate", key=key), key)
        mapping[key] = value
    return mapping


def _no_constant(name: str) -> NoReturn:
    """NaN and Infinity are no JSON, though Python reads them."""
    raise ValueError(name)


_KINDS = {
    "string_type": "text",
    "string_too_short": "text",
    "int_type": "number",
    "int_from_float": "number",
    "greater_than_equal": "number",
    "string_pattern_mismatch": "pattern",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
}


def _fault(detail: ErrorDetails) -> AnswersFault:
    key = ".".join(str(step) for step in detail["loc"])
    match detail["type"]:
        case "missing":
            return AnswersFault(say("answers.missing", key=key), key)
        case "extra_forbidden":
            return AnswersFault(say("answers.unknown", key=key), key)
    kind = _KINDS.get(detail["type"], "mapping")
    if kind == "pattern":
        kind = "date" if key.endswith("pupils_on") else "code"
    return AnswersFault(
        say("answers.wrong", key=key or say("answers.whole_file"), what=say(f"answers.type.{kind}")), key
    )
