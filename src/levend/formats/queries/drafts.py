"""A format that is being made, with what is wrong in it."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.queries.names import names_of
from levend.catalogue.queries import own_codes
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats import rules
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.draft_findings import Judged, judge_draft
from levend.formats.engine.editing import Map
from levend.formats.engine.judging import codes_known
from levend.formats.engine.kinds import Element
from levend.formats.enums import DraftChange, DraftState
from levend.formats.models import DraftRevision, FormatDraft, FormatVersion
from levend.formats.queries.definitions import definition_with
from levend.regimes.queries import all_regimes, regime_for


@dataclass(frozen=True)
class DraftLine:
    """One change of a draft. `was_undone` says that a later one took it back."""

    number: int
    change: DraftChange
    about: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Draft:
    """An open draft as it is at one revision; `data` is what its file would hold."""

    id: int
    key: str
    number: int
    revision: int
    shows: int
    data: Map
    owner: str
    consortium_id: int | None
    published_sha256: str
    last: DraftRevision

    @property
    def title(self) -> str:
        return str(self.data.get("title", ""))

    @property
    def can_undo(self) -> bool:
        return self.shows > 1

    @cached_property
    def published(self) -> FormatDefinition | None:
        """The version before this one; None while nothing was published."""
        return definition_with(self.published_sha256) if self.published_sha256 else None

    @cached_property
    def judged(self) -> Judged:
        """What can be shown of it and what is wrong (at most two queries)."""
        return judge_draft(
            self.data,
            known_code=codes_known(own_codes()),
            elements=elements_asked(self.consortium_id),
            published=self.published,
        )

    @cached_property
    def fixed_keys(self) -> frozenset[str]:
        """The keys of questions in the version before: they stay."""
        return (
            frozenset(question.key for question in self.published.questions)
            if self.published
            else frozenset()
        )


def draft_for(actor: Actor, key: str) -> Draft:
    """The open draft of a format that this actor keeps (three queries). Raises `NotFound`."""
    row = FormatDraft.objects.select_related("format__consortium", "format__group").filter(
        kept_by(actor), format__key=key, state=DraftState.OPEN
    )
    draft = row.first()
    if draft is None:
        raise NotFound(key)
    return draft_value(draft)


def draft_value(row: FormatDraft) -> Draft:
    """The value of a draft; the caller got it by its actor (two queries)."""
    revision = row.revisions.get(number=row.revision)
    published = (
        FormatVersion.objects.filter(format_id=row.format_id, published_at__isnull=False)
        .order_by("-number")
        .values_list("sha256", flat=True)
        .first()
    )
    return Draft(
        id=row.pk,
        key=row.format.key,
        number=row.number,
        revision=row.revision,
        shows=revision.shows,
        data=json.loads(revision.body),
        owner=str(row.format.consortium or row.format.group),
        consortium_id=row.format.consortium_id,
        published_sha256=published or "",
        last=revision,
    )


def draft_at(draft: Draft, revision: int) -> Draft:
    """The same draft as it was at a revision, for who still has that on the page (one query at most).

    The caller got the draft by its actor. A revision that it never had gives the draft as it is.
    """
    if revision == draft.revision:
        return draft
    row = DraftRevision.objects.filter(draft_id=draft.id, number=revision).first()
    if row is None:
        return draft
    return replace(draft, revision=row.number, shows=row.shows, data=json.loads(row.body), last=row)


def history_of(draft: Draft) -> tuple[DraftLine, ...]:
    """Every change, the last one first (two queries). The caller got the draft by its actor."""
    rows = (
        DraftRevision.objects.filter(draft_id=draft.id)
        .order_by("-number")
        .values_list("number", "change", "about", "by", "at")
    )
    names = names_of(by for _number, _change, _about, by, _at in rows)
    return tuple(
        DraftLine(number, DraftChange(change), about, names[by], at) for number, change, about, by, at in rows
    )


def kept_by(actor: Actor) -> Q:
    """Drafts of formats that this actor keeps."""
    if actor.is_system:
        return Q()
    return Q(format__consortium_id__in=rules.kept_consortia(actor)) | Q(
        format__group_id__in=rules.kept_groups(actor)
    )


def elements_asked(consortium_id: int | None) -> dict[str, str]:
    """What the law asks of the schools of a consortium, in words; of a group's: whatever any regime asks."""
    if consortium_id is not None:
        asked = regime_for(consortium_id, clock.today()).mandatory_elements
    else:
        asked = tuple(dict.fromkeys(each for regime in all_regimes() for each in regime.mandatory_elements))
    names = element_names()
    return {each: names.get(each, each) for each in asked}


def element_names() -> dict[str, str]:
    """The mandatory elements in words."""
    return {
        Element.BASIC_SUPPORT: _("de basisondersteuning"),
        Element.EXTRA_SUPPORT: _("de extra ondersteuning"),
        Element.AMBITIONS: _("de ambities"),
        Element.EXPERTISE_PRESENT: _("de deskundigheid die er is"),
        Element.EXPERTISE_TO_DEVELOP: _("de deskundigheid die nog ontwikkeld wordt"),
        Element.TRAINING_CONSEQUENCES: _("de gevolgen voor de scholing van het personeel"),
    }
