"""What changed: between two frozen texts, or in the draft against the version in force; on screen and as PDF."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from levend.adoption.queries.drafts import DraftText, draft_beside_in_force
from levend.adoption.queries.texts import FrozenText, frozen_text
from levend.core.errors import NotFound
from levend.formats.engine.difference import ChangeKind
from levend.formats.engine.worddiff import Piece
from levend.publication.engine.what_changed import Side, WhatChanged, what_changed
from levend.publication.queries import artefact_bytes, changes_for
from levend.publication.render.changes import OfferLine, count_words, kind_of, offer_lines
from levend.web.chain.content import side_for_reader
from levend.web.requests import LevendRequest

_TAGS = {ChangeKind.ADDED: "ok", ChangeKind.CHANGED: "", ChangeKind.REMOVED: "late"}


@dataclass(frozen=True)
class AnswerView:
    """An answer that is another one now. `before` or `after` is empty where there was none."""

    key: str
    label: str
    word: str
    tag: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True)
class ChapterView:
    key: str
    title: str
    changes: tuple[AnswerView, ...]


@dataclass(frozen=True)
class ChangesView:
    """What the template shows of a difference, whichever two texts it is between."""

    offers: tuple[OfferLine, ...]
    chapters: tuple[ChapterView, ...]
    count: str
    is_same: bool


def changes_view(before: FrozenText, after: FrozenText | DraftText) -> ChangesView:
    then = side_for_reader(before)
    now = (
        side_for_reader(after)
        if isinstance(after, FrozenText)
        else Side(after.definition, after.answers, after.asked)
    )
    found = what_changed(then, now)
    with override("nl"):  # names of offers as the text has them, in every language of the page
        offers = offer_lines(found, now, then)
    return ChangesView(offers, _chapters(found), count_words(found), not found.changed and not found.offers)


@require_safe
def difference(request: LevendRequest, code: str, before: str, after: str) -> HttpResponse:
    """What differs between two frozen texts."""
    old, new = frozen_text(request.actor, code, before), frozen_text(request.actor, code, after)
    context = {
        "before": old,
        "after": new,
        "found": changes_view(old, new),
        "has_pdf": has_changes_pdf(request, code, before, after),
    }
    return render(request, "chain/difference.html", context)


@require_safe
def changes_now(request: LevendRequest, code: str) -> HttpResponse:
    """What is different in the text that is being written, against the version in force."""
    draft = draft_beside_in_force(request.actor, code)
    found = changes_view(draft.in_force, draft) if draft.in_force else None
    return render(request, "chain/changes_now.html", {"draft": draft, "found": found})


@require_safe
def difference_pdf(request: LevendRequest, code: str, before: str, after: str) -> HttpResponse:
    """The same as a document, of the answers that everybody may read; it says *concept* on every page."""
    made = changes_for(request.actor, code, before, after)
    if made is None:
        raise NotFound(after)
    response = HttpResponse(artefact_bytes(made.pdf), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="wat-is-anders-{code}-{after[:8]}.pdf"'
    return response


def has_changes_pdf(request: LevendRequest, code: str, before: str, after: str) -> bool:
    """Whether the worker made the document: it does for a text that lies with the council."""
    try:
        return changes_for(request.actor, code, before, after) is not None
    except NotFound:
        return False


def _chapters(found: WhatChanged) -> tuple[ChapterView, ...]:
    return tuple(
        ChapterView(
            chapter.key,
            chapter.title,
            tuple(
                AnswerView(each.key, each.label, kind_of(each), _TAGS[each.kind], each.before, each.after)
                for each in chapter.changes
            ),
        )
        for chapter in found.chapters
    )
