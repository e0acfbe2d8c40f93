"""The texts that an answer had, as the page of its history shows them."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from levend.profiles.queries.history import Revision, history
from levend.web.writing.cards import Card
from levend.web.writing.shown import shown


@dataclass(frozen=True)
class PastText:
    """One text; `as_json` is what the button sends that puts it back."""

    revision: Revision
    shown: SafeString
    as_json: str

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


def past_texts(card: Card) -> tuple[PastText, ...]:
    """Newest first."""
    return tuple(
        PastText(revision, shown(card.question, revision.value), json.dumps(revision.value))
        for revision in history(card.profile, card.key)
    )
