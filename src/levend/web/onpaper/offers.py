"""What a form proposes, on its way from page to page.

Nothing of a form is kept: what it proposes goes along in the page that shows it. It comes back as any answer that
somebody types, and is judged like that.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from levend.formats.engine.values import Value
from levend.profiles.engine.proposals import Proposal
from levend.profiles.queries.writing import Writing
from levend.web.writing.intake import MOST_REVISIONS
from levend.web.writing.review import left_words


@dataclass(frozen=True)
class Offer:
    """An answer that can be taken over, or with `fault` not. `revision` is the one that stands beside it."""

    key: str
    value: Value
    revision: int
    is_clash: bool = False
    notes: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True)
class Offers:
    """All of one form; `digest` and `notices` are the form's."""

    digest: str
    notices: tuple[str, ...]
    offers: tuple[Offer, ...]

    def as_json(self) -> str:
        return json.dumps(asdict(self))

    def without(self, keys: Iterable[str]) -> "Offers":
        gone = set(keys)
        return replace(self, offers=tuple(each for each in self.offers if each.key not in gone))


def offers_of(found: Iterable[Proposal], profile: Writing, digest: str, notices: tuple[str, ...]) -> Offers:
    """What a form proposes, beside the answers as they are at this moment."""
    proposed = tuple(found)
    gone = sum(not profile.definition.has(each.key) for each in proposed)
    if gone:
        told = ngettext(
            "%(number)d antwoord hoort bij een vraag die er niet meer is. Het blijft achter.",
            "%(number)d antwoorden horen bij vragen die er niet meer zijn. Zij blijven achter.",
            gone,
        )
        notices = (*notices, told % {"number": gone})
    return Offers(
        digest,
        notices,
        tuple(_offered(each, profile) for each in proposed if profile.definition.has(each.key)),
    )


def _offered(each: Proposal, profile: Writing) -> Offer:
    return Offer(
        key=each.key,
        value=each.paper,
        revision=profile.state_of(each.key).revision,
        is_clash=each.is_clash,
        notes=left_words(each.left),
        fault=each.fault or ("" if each.can_be_taken else _("Dit past niet meer bij de vraag.")),
    )


def offers_sent(text: str, profile: Writing) -> Offers:
    """The offers that a page sent back; what no page of ours sent is left out.

    An answer that changed since that page is a clash from now on.
    """
    try:
        data = json.loads(text)
        json.dumps(data, ensure_ascii=False).encode()  # half a character can stand in JSON, and on no page
    except (ValueError, RecursionError):
        data = None
    sent = data if isinstance(data, dict) else {}
    rows = sent.get("offers")
    return Offers(
        str(sent.get("digest") or "")[:20],
        _sentences(sent.get("notices")),
        tuple(
            _offer(row, profile)
            for row in (rows if isinstance(rows, list) else [])
            if isinstance(row, dict) and profile.definition.has(str(row.get("key")))
        ),
    )


def _offer(row: Mapping[str, object], profile: Writing) -> Offer:
    key, revision = str(row["key"]), row.get("revision")
    known = isinstance(revision, int) and 0 <= revision <= MOST_REVISIONS
    return Offer(
        key=key,
        value=row.get("value"),  # type: ignore[arg-type]  # whatever it is, the service judges it
        revision=int(str(revision)) if known else 0,
        is_clash=row.get("is_clash") is True,
        notes=_sentences(row.get("notes")),
        fault=str(row.get("fault") or "")[:500],
    )


def _sentences(value: object) -> tuple[str, ...]:
    return tuple(str(each)[:500] for each in value[:10]) if isinstance(value, list) else ()
