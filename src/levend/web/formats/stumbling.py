"""What schools met and did, beside each question of a draft; and what they thought of the format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.formats.queries.drafts import Draft
from levend.formats.queries.lineage import Forebear, forebears_of
from levend.rounds.engine.hints import Hint
from levend.rounds.queries.hints import hints_at, opinion_on, schools_by_version
from levend.web.formats.page import ItemView
from levend.web.receipt.ratings import Rating, ratings_of
from levend.web.receipt.words import handled, met


@dataclass(frozen=True)
class OpinionView:
    """What schools thought of the newest version of which enough of them said it."""

    measured: str
    replies: int
    ratings: tuple[Rating, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Learnt:
    """Some items of a draft with what schools met and did there, and what they thought of the whole."""

    items: tuple[ItemView, ...]
    opinion: OpinionView | None


def learnt(actor: Actor, draft: Draft, items: Sequence[ItemView] = ()) -> Learnt:
    """What the versions before this draft teach; three queries where nothing is known, about seven elsewhere. The caller got the draft by this actor."""
    forebears = forebears_of(draft.key)
    schools = schools_by_version(forebears) if forebears else {}
    if not schools:
        return Learnt(tuple(items), None)
    named = {one.id: _named(one) for one in forebears}
    found = hints_at(forebears, schools, {item.key: item.kind for item in items if item.key})
    shown = tuple(
        _beside(item, hint, named) if (hint := found.get(item.key)) is not None else item for item in items
    )
    opinion = opinion_on(actor, forebears)
    if opinion is None:
        return Learnt(shown, None)
    measured = named[opinion.version.id]
    return Learnt(shown, OpinionView(measured, opinion.replies, ratings_of(opinion.ratings), opinion.words))


def _beside(item: ItemView, hint: Hint, named: Mapping[int, str]) -> ItemView:
    return replace(
        item,
        stumbles=met(hint.stumbles) if hint.stumbles else (),
        did=handled(hint.handling) if hint.handling else "",
        measured=named[hint.version_id],
    )


def _named(version: Forebear) -> str:
    if version.is_own:
        return _("versie %(number)d van dit format") % {"number": version.number}
    return _("versie %(number)d van “%(title)s”, waaruit dit format is gemaakt") % {
        "number": version.number,
        "title": version.title,
    }
