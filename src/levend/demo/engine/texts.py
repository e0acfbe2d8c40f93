"""The answers of each school: written out for some, put together from parts of sentences for the others."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from ruamel.yaml import YAML

from levend.demo.engine.region import SchoolFacts
from levend.demo.engine.varied import varied_answers

_PROFILES = files("levend.demo") / "data" / "profiles"
_YEAR = re.compile(r"\{jaar(?:\+(\d))?\}")

Answer: TypeAlias = "str | int | float | bool | list[str] | list[dict[str, str | int | float]]"


def answers_of(school: SchoolFacts, *, year: int) -> dict[str, Answer]:
    """Answers to the questions of the format `passenderwijs` for the school year that begins in `year`."""
    answers = written_answers(school.code) or varied_answers(school)
    people: dict[str, Answer] = {
        "ondertekenaar-naam": school.director,
        "ondertekenaar-functie": "directeur",
        "directeur": school.director,
        "intern-begeleider": school.editor,
    }
    return people | {key: _in_year(value, year) for key, value in answers.items()}


@cache
def written_answers(code: str) -> Mapping[str, Answer]:
    """What stands in the file of a school; nothing for a school that has none."""
    file = _PROFILES / f"{code}.yaml"
    if not file.is_file():
        return {}
    found: Mapping[str, Answer] = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    return found


def written_codes() -> tuple[str, ...]:
    """The schools whose profile is written out by hand."""
    return tuple(
        sorted(file.name.removesuffix(".yaml") for file in _PROFILES.iterdir() if file.name.endswith(".yaml"))
    )


def as_before(answers: dict[str, Answer]) -> dict[str, Answer]:
    """The answers of the version before: less was offered, and more was still being learnt."""
    offered = answers.get("aanvullend-soorten")
    if not isinstance(offered, list):
        raise TypeError("aanvullend-soorten is a list of options")
    earlier: dict[str, Answer] = {
        **answers,
        "aanvullend-soorten": [each for each in offered[:-1] if isinstance(each, str)],
        "hgw-6-doelgericht": "in_ontwikkeling",
        "hgw-7-systematisch": "in_ontwikkeling",
    }
    del earlier["in-het-kort-leerlingen"]
    return earlier


def _in_year(value: Answer, year: int) -> Answer:
    """`{jaar}` and `{jaar+1}` become years, wherever they stand in a value."""
    if isinstance(value, str):
        return _YEAR.sub(lambda found: str(year + int(found[1] or 0)), value)
    if isinstance(value, Sequence):
        return [_in_year_of_part(part, year) for part in value]  # type: ignore[return-value]  # a list stays what it was
    return value


def _in_year_of_part(part: str | dict[str, str | int | float], year: int) -> object:
    if isinstance(part, dict):
        return {key: _in_year(cell, year) for key, cell in part.items()}
    return _in_year(part, year)
