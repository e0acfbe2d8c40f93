"""The texts that a new round begins with."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ruamel.yaml import YAML

from levend.rounds.values import TEXTS

FILE = Path(__file__).parents[1] / "data" / "texts.yaml"


@cache
def first_texts() -> Mapping[str, str]:
    """The shipped texts by field. Raises `KeyError` when the file lacks one."""
    read = YAML(typ="safe", pure=True).load(FILE)
    return MappingProxyType({key: str(read[key]) for key in TEXTS})
