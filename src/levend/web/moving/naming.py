"""How the questions of a format are called in a list to choose from: by their words, each its own."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from levend.formats.engine.cells import IN_CELLS, alike
from levend.formats.engine.definition import FormatDefinition


@dataclass(frozen=True)
class QuestionNames:
    """The questions that a column can be about. One list serves every column of a page, so that the page stays light."""

    definition: FormatDefinition

    @cached_property
    def by_key(self) -> Mapping[str, str]:
        """The words of a question by its key, in reading order; with the chapter, and then the key, where others share them."""
        asked = [
            (each.key, " ".join(each.label.split()), f"{chapter.number} {chapter.title}".strip())
            for chapter in self.definition.chapters
            for each in chapter.questions
            if each.type in IN_CELLS
        ]
        plain = Counter(alike(label) for _key, label, _chapter in asked)
        longer = Counter(alike(f"{label} ({chapter})") for _key, label, chapter in asked)
        return {
            key: label
            if plain[alike(label)] == 1
            else f"{label} ({chapter})"
            if longer[alike(f"{label} ({chapter})")] == 1
            else f"{label} ({chapter}, {key})"
            for key, label, chapter in asked
        }

    def key_of(self, text: str) -> str | None:
        """The key of what was typed or chosen: the words of the list, or the key itself. `None` for anything else."""
        return text if text in self.by_key else self._by_words.get(alike(text))

    @cached_property
    def _by_words(self) -> Mapping[str, str]:
        return {alike(words): key for key, words in self.by_key.items()}
