"""What changed, in plain words: for a page, and as a document for the council."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from levend.catalogue.queries import is_code
from levend.catalogue.queries import label as catalogue_label
from levend.documents.values import Answer, Block, Bullets, Document, Heading, KeyValues, Prose, Run, Table
from levend.formats.engine.difference import ChangeKind
from levend.formats.engine.kinds import Level, OfferState
from levend.formats.engine.offer_changes import OfferChange, OfferMove
from levend.formats.engine.offers import Offered
from levend.formats.engine.worddiff import Piece
from levend.publication.engine.what_changed import ChangedAnswer, Side, WhatChanged, what_changed
from levend.publication.render.words import document_words, duty, long_date
from levend.publication.values import Edition

_MOVES: dict[OfferMove, tuple[Promise, str, str]] = {
    OfferMove.STOPS: (gettext_lazy("stopt"), "late", "circle-minus"),
    OfferMove.SHRINKS: (gettext_lazy("wordt minder"), "grow", "trending-down"),
    OfferMove.LEVEL: (gettext_lazy("ander niveau"), "", "arrow-right"),
    OfferMove.STATE: (gettext_lazy("andere stand"), "", "arrow-right"),
    OfferMove.GROWS: (gettext_lazy("wordt meer"), "ok", "trending-up"),
    OfferMove.STARTS: (gettext_lazy("begint"), "ok", "circle-plus"),
}
_LEVELS: dict[Level, Promise] = {
    Level.BASIC: gettext_lazy("basisondersteuning"),
    Level.ADDITIONAL: gettext_lazy("aanvullende ondersteuning"),
    Level.EXTRA: gettext_lazy("extra ondersteuning"),
}
_STATES: dict[OfferState, Promise] = {
    OfferState.IN_PLACE: gettext_lazy("is er"),
    OfferState.IN_DEVELOPMENT: gettext_lazy("in ontwikkeling"),
    OfferState.PLANNED: gettext_lazy("gepland"),
}
_KINDS: dict[ChangeKind, Promise] = {
    ChangeKind.ADDED: gettext_lazy("Nieuw"),
    ChangeKind.CHANGED: gettext_lazy("Gewijzigd"),
    ChangeKind.REMOVED: gettext_lazy("Vervallen"),
}


@dataclass(frozen=True)
class OfferLine:
    """One kind of support with what becomes of it; `kind` and `icon` are those of a tag."""

    label: str
    move: str
    kind: str
    icon: str
    before: str
    after: str


def offer_lines(found: WhatChanged, now: Side, then: Side) -> tuple[OfferLine, ...]:
    """The offers that change, in words."""
    return tuple(_line(change, now, then) for change in found.offers)


def kind_of(answer: ChangedAnswer) -> str:
    """*Nieuw*, *Gewijzigd* or *Vervallen*."""
    return str(_KINDS[answer.kind])


def count_words(found: WhatChanged) -> str:
    """*3 antwoorden zijn anders, 41 zijn hetzelfde gebleven.*"""
    changed = ngettext("%(n)d antwoord is anders", "%(n)d antwoorden zijn anders", found.changed) % {
        "n": found.changed
    }
    same = ngettext("%(n)d is hetzelfde gebleven", "%(n)d zijn hetzelfde gebleven", found.same) % {
        "n": found.same
    }
    return _("%(changed)s, %(same)s.") % {"changed": changed, "same": same}


def changes_document(
    then: Side, now: Side, *, location: Mapping[str, object], edition: Edition, since: str
) -> Document:
    """The differences as a document, from the public answers of both texts. `since` names the older one."""
    with override(edition.language):
        found = what_changed(then, now)
        return Document(
            title=_("Wat is er anders"),
            subtitle=edition.school_year,
            organisation=str(location.get("name") or _("Onze school")),
            place=str(location.get("city") or ""),
            publisher=edition.publisher or str(location.get("consortium") or ""),
            language=edition.language,
            date=edition.on,
            words=document_words(),
            blocks=tuple(_blocks(found, now, then, since)),
            meta=((_("Vergeleken met"), since), (_("Stand van"), long_date(edition.on))),
            cover_note=duty(),
            mark=edition.mark,
            theme=edition.theme,
            logo_svg=edition.logo_svg,
        )


def _line(change: OfferChange, now: Side, then: Side) -> OfferLine:
    word, kind, icon = _MOVES[change.move]
    return OfferLine(
        _label(change, now, then), str(word), kind, icon, _offer(change.before), _offer(change.after)
    )


def _label(change: OfferChange, now: Side, then: Side) -> str:
    """The catalogue's name; for an entry of the region's own the question that says so."""
    if is_code(change.code):
        return catalogue_label(change.code)
    side, offered = (now, change.after[0]) if change.after else (then, change.before[0])
    return side.definition.question(offered.question_key).label


def _offer(found: Iterable[Offered]) -> str:
    """*Basisondersteuning, is er, voor 8 leerlingen tegelijk; extra ondersteuning, gepland*."""
    return capfirst("; ".join(", ".join(_parts(each)) for each in found))


def _parts(offered: Offered) -> Iterator[str]:
    yield str(_LEVELS[offered.level])
    yield str(_STATES[offered.state])
    if offered.capacity is not None:
        yield ngettext("voor %(n)d leerling tegelijk", "voor %(n)d leerlingen tegelijk", offered.capacity) % {
            "n": offered.capacity
        }


def _blocks(found: WhatChanged, now: Side, then: Side, since: str) -> Iterator[Block]:
    yield Prose.of(count_words(found))
    yield Prose.of(
        _(
            "Dit stuk vergelijkt de antwoorden die iedereen mag lezen. Wat nieuw is, is vet. Wat weg is, staat tussen "
            "rechte haken."
        )
    )
    yield Heading(1, "", _("Aanbod dat verandert"))
    if found.offers:
        yield Table(
            "",
            (_("Ondersteuning"), _("Wat verandert"), _("Was"), _("Wordt")),
            tuple(
                (line.label, line.move, line.before or "–", line.after or "–")
                for line in offer_lines(found, now, then)
            ),
        )
    else:
        yield Prose.of(_("Er begint, stopt of verandert geen aanbod."))
    for chapter in found.chapters:
        yield Heading(1, "", chapter.title)
        for answer in chapter.changes:
            yield Heading(2, "", answer.label)
            yield from _answer_blocks(answer)
    if not found.chapters:
        yield Heading(1, "", _("Antwoorden"))
        yield KeyValues("", ((_("Vergeleken met"), since), (_("Uitkomst"), _("Er is niets anders."))))


def _answer_blocks(answer: ChangedAnswer) -> Iterator[Block]:
    if answer.kind is ChangeKind.CHANGED and answer.is_list:
        yield from _list_blocks(answer)
        return
    if answer.kind is not ChangeKind.ADDED:
        label = _("Was") if answer.kind is ChangeKind.CHANGED else _("Vervallen")
        yield Answer("", label, (Prose(tuple(_runs(answer.before, whole=not _shares(answer)))),))
    if answer.kind is not ChangeKind.REMOVED:
        label = _("Wordt") if answer.kind is ChangeKind.CHANGED else _("Nieuw")
        yield Answer("", label, (Prose(tuple(_runs(answer.after, whole=not _shares(answer)))),))


def _list_blocks(answer: ChangedAnswer) -> Iterator[Block]:
    """Of a list only what went and what came: the rest stands in the profile itself."""
    gone = tuple((Run(piece.text.strip()),) for piece in answer.before if piece.is_removed)
    new = tuple((Run(piece.text.strip()),) for piece in answer.after if piece.is_added)
    same = sum(piece.is_same for piece in answer.after)
    if gone:
        yield Answer("", _("Weg"), (Bullets(gone),))
    if new:
        yield Answer("", _("Nieuw"), (Bullets(new),))
    if same:
        yield Prose.of(ngettext("%(n)d bleef hetzelfde.", "%(n)d bleven hetzelfde.", same) % {"n": same})


def _shares(answer: ChangedAnswer) -> bool:
    """Whether the two texts have words in common: where they have none, marking all of them marks nothing."""
    return any(piece.is_same for piece in answer.after)


def _runs(pieces: Iterable[Piece], *, whole: bool) -> Iterator[Run]:
    """New words strong, words that went in brackets: paper has no colours that a reader aloud could say.

    The marks of strong words go: strong says *new* here.
    """
    for piece in pieces:
        text = piece.text.replace("**", "")
        if piece.is_removed and not whole:
            lead, core, tail = _core(text)
            yield Run(f"{lead}[{core}]{tail}" if core else text)
        else:
            yield Run(text, strong=piece.is_added and not whole)


def _core(text: str) -> tuple[str, str, str]:
    """White space before, the words, white space after."""
    core = text.strip()
    start = text.find(core) if core else 0
    return text[:start], core, text[start + len(core) :]
