"""Earlier texts of an answer, as its history shows them: what changed, the text itself, and the way back to it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.formats.engine.display import display
from levend.formats.engine.values import is_empty
from levend.formats.engine.worddiff import Piece, word_difference
from levend.profiles.enums import RevisionKind
from levend.profiles.queries.history import Revision, history
from levend.web.writing.cards import Card
from levend.web.writing.shown import shown

_SAID = {
    RevisionKind.CARRIED: "history",
    RevisionKind.CONFIRMED: "check",
    RevisionKind.CONFIRMED_BY_CHAPTER: "check",
    RevisionKind.DROPPED: "x",
    RevisionKind.PAPER: "file-input",
}
"""Kinds that say more than that somebody wrote, with their sign."""


@dataclass(frozen=True)
class PastText:
    """One text. `as_json` is what the button sends that puts it back."""

    card: Card
    revision: Revision

    @property
    def shown(self) -> SafeString:
        return shown(self.card.question, self.revision.value)

    @property
    def as_json(self) -> str:
        return json.dumps(self.revision.value)

    @property
    def by_name(self) -> str:
        return self.revision.by_name

    @property
    def at(self) -> datetime:
        return self.revision.at

    @property
    def is_current(self) -> bool:
        return self.revision.is_current

    @property
    def was_set_aside(self) -> bool:
        return self.revision.was_set_aside

    @property
    def said(self) -> str:
        """*klopt nog*, *van vorige keer*; empty for a text that somebody simply wrote."""
        return str(self.revision.kind.label) if self.revision.kind in _SAID else ""

    @property
    def said_icon(self) -> str:
        return _SAID.get(self.revision.kind, "")

    @property
    def is_first(self) -> bool:
        """Nothing stood there before, so there is nothing to compare."""
        return is_empty(self.revision.before)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The text before and this one in one run, with what was added and removed."""
        return word_difference(
            display(self.card.question, self.revision.before),
            display(self.card.question, self.revision.value),
        )

    @property
    def is_unchanged(self) -> bool:
        """Somebody said something of the text and left it as it was."""
        return all(piece.is_same for piece in self.pieces)

    @property
    def changes(self) -> str:
        """*3 woorden erbij, 1 woord weg*."""
        added = _words(piece.text for piece in self.pieces if piece.is_added)
        removed = _words(piece.text for piece in self.pieces if piece.is_removed)
        told = []
        if added:
            told.append(ngettext("%(n)d woord erbij", "%(n)d woorden erbij", added) % {"n": added})
        if removed:
            told.append(ngettext("%(n)d woord weg", "%(n)d woorden weg", removed) % {"n": removed})
        if told:
            return ", ".join(told)
        return (
            _("De woorden zijn dezelfde.")
            if all(piece.is_same for piece in self.pieces)
            else _("Alleen leestekens of witruimte.")
        )


def past_texts(card: Card) -> tuple[PastText, ...]:
    """Newest first; a text is compared with the one before it only when a page asks for that."""
    return tuple(PastText(card, revision) for revision in history(card.profile, card.key))


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
