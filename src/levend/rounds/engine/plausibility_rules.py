"""The rules of plausibility, read from data, and the sentences that they make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from ruamel.yaml import YAML

from levend.formats.engine.question_types.date import in_words
from levend.formats.engine.question_types.number import in_dutch
from levend.keyfigures.engine.small_counts import is_small

FILE = Path(__file__).parents[1] / "data" / "plausibility.yaml"
Language = Literal["nl", "en"]
Labels = Callable[[str, str], str]
"""The name of a code of the catalogue in a language."""
_LEVELS = frozenset({"level", "before", "after"})
_LONGEST = 160
"""Characters of an answer that a sentence quotes; who reads it has the text at hand."""


@dataclass(frozen=True)
class Rule:
    """One rule. `nl` and `en` are the question, with the names of facts between braces."""

    key: str
    looks_at: str
    nl: str
    en: str
    why: str
    source: str
    settings: Mapping[str, object]

    def number(self, name: str) -> float:
        """A setting that is a number. Raises `KeyError`, `TypeError`."""
        value = self.settings[name]
        if not isinstance(value, int | float):
            raise TypeError(f"{self.key}: {name} is no number")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A setting that is a word or a list of them. Raises `KeyError`."""
        value = self.settings[name]
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)

    def pairs(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """A setting that is a list of words for each word. Raises `KeyError`, `TypeError`."""
        value = self.settings[name]
        if not isinstance(value, Mapping):
            raise TypeError(f"{self.key}: {name} holds no pairs")
        return {str(key): tuple(map(str, words)) for key, words in value.items()}


@dataclass(frozen=True)
class RuleBook:
    """All rules by key, and the words for levels by language."""

    rules: Mapping[str, Rule]
    levels: Mapping[str, Mapping[str, str]]

    def sentence(self, rule: str, facts: Mapping[str, object], language: Language, label: Labels) -> str:
        """The question in words. Raises `KeyError` for an unknown rule or a fact that is lacking."""
        filled = {name: self._word(name, value, language, label) for name, value in facts.items()}
        found = self.rules[rule]
        return (found.en if language == "en" else found.nl).format_map(filled)

    def _word(self, name: str, value: object, language: Language, label: Labels) -> str:
        if name in _LEVELS:
            return self.levels[str(value)][language]
        if name == "expertise" and isinstance(value, tuple):
            return _list_of([label(code, language) for code in value], language)
        if isinstance(value, date):
            return f"{value.day} {value:%B %Y}" if language == "en" else in_words(value.isoformat())
        if isinstance(value, int | float) and is_small(value):
            return _FEW[language]  # questions go out by mail
        if isinstance(value, int | float):
            return f"{value:,}" if language == "en" else in_dutch(value)
        text = " ".join(str(value).split())
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


_FEW: Mapping[Language, str] = {"nl": "minder dan 5", "en": "fewer than 5"}


def _list_of(words: list[str], language: Language) -> str:
    *first, last = words
    return f"{', '.join(first)} {'or' if language == 'en' else 'of'} {last}" if first else last


@cache
def rule_book() -> RuleBook:
    """The shipped rules. Raises `KeyError` when one lacks a field."""
    read = YAML(typ="safe", pure=True).load(FILE)
    rules = {
        row["key"]: Rule(
            key=row["key"],
            looks_at=row["looks_at"],
            nl=row["nl"],
            en=row["en"],
            why=row["why"],
            source=row["source"],
            settings=MappingProxyType(row.get("settings") or {}),
        )
        for row in read["rules"]
    }
    return RuleBook(MappingProxyType(rules), MappingProxyType(read["levels"]))
