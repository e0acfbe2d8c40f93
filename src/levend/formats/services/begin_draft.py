"""Begin a format of one's own, or its next version."""

import json

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.accounts.enums import PlaceKind
from levend.audit.services import record
from levend.catalogue.queries import own_codes
from levend.core import clock
from levend.core.errors import Invalid, NotFound, NotNow
from levend.core.plaintext import clean
from levend.formats import rules
from levend.formats.engine.editing import Map
from levend.formats.engine.judging import judge
from levend.formats.engine.keys import LONGEST, free_key, slug
from levend.formats.engine.yaml_source import read_yaml
from levend.formats.enums import DraftChange, DraftState
from levend.formats.models import DraftRevision, Format, FormatDraft, FormatVersion
from levend.formats.queries.drafts import Draft, draft_value
from levend.formats.queries.kept import readable_version
from levend.formats.services.source import named_version, note_source
from levend.formats.values import Owner
from levend.organisations.models import Consortium, ConsortiumGroup


@transaction.atomic
def copy_format(*, actor: Actor, owner: Owner, source: str, number: int, title: str) -> Draft:
    """Make a format of one's own out of a published version that the actor sees.

    Its key begins with the code of its owner, so that it never meets one of the installation. Raises `NotFound`,
    `NotAllowed`, and `Invalid` for a title that is missing.
    """
    _may_keep(actor, owner)
    version = readable_version(actor, source, number)
    return _begin(actor, owner, _data(version.body), source, title, version)


@transaction.atomic
def begin_empty(*, actor: Actor, owner: Owner, title: str) -> Draft:
    """Make a format of one's own with one empty chapter."""
    _may_keep(actor, owner)
    chapter: Map = {"key": "begin", "number": "1", "title": _("Onze school"), "items": []}
    return _begin(actor, owner, {"chapters": [chapter]}, slug(clean(title)), title)


@transaction.atomic
def begin_from_file(*, actor: Actor, owner: Owner, text: bytes, name: str) -> Draft:
    """Make a format of one's own out of a file; raises `FormatFaults` for a faulty one."""
    _may_keep(actor, owner)
    definition = judge(text, name, own_codes=own_codes())
    data = _data(text)
    return _begin(actor, owner, data, definition.key, definition.title, named_version(actor, data))


@transaction.atomic
def begin_version(*, actor: Actor, key: str) -> Draft:
    """Begin the next version of a format that the actor keeps; the open draft when there is one.

    Raises `NotFound`, also while nothing was published.
    """
    format_ = Format.objects.select_for_update(of=("self",)).filter(key=key).first()
    if format_ is None or not rules.can_keep(
        actor, consortium_id=format_.consortium_id, group_id=format_.group_id
    ):
        raise NotFound(key)
    open_one = format_.drafts.filter(state=DraftState.OPEN).first()
    if open_one is not None:
        return draft_value(open_one)
    latest = format_.versions.filter(published_at__isnull=False).order_by("-number").first()
    if latest is None:
        raise NotFound(key)
    return _open(actor, format_, latest.number + 1, _data(latest.body))


def _may_keep(actor: Actor, owner: Owner) -> None:
    consortium_id = owner.id if owner.kind is PlaceKind.CONSORTIUM else None
    group_id = owner.id if owner.kind is PlaceKind.GROUP else None
    rules.can_keep(actor, consortium_id=consortium_id, group_id=group_id).require()


def _data(body: str | bytes) -> Map:
    data = read_yaml(body, "format").data
    if not isinstance(data, dict):
        raise TypeError("a format is a mapping")
    return data


def _begin(
    actor: Actor, owner: Owner, data: Map, base: str, title: str, source: FormatVersion | None = None
) -> Draft:
    kept = clean(title, max_length=500)
    if not kept:
        message = _("Geef het format een naam.")
        raise Invalid(message, {"title": message})
    prefix = slug(owner.code) or "eigen"
    if not prefix[0].isalpha():
        prefix = f"f-{prefix}"
    name = base.removeprefix(f"{prefix}-") or "format"
    taken = set(Format.objects.filter(key__startswith=prefix).values_list("key", flat=True))
    try:
        with transaction.atomic():
            format_ = Format.objects.create(
                key=free_key(f"{prefix}-{name}"[:LONGEST], taken), title=kept, **_belongs(owner)
            )
    except IntegrityError:
        raise NotNow(
            _("Iemand anders begon net een format met dezelfde naam. Probeer het opnieuw.")
        ) from None
    note_source(format_, source)
    return _open(actor, format_, 1, {**data, "title": kept})


def _belongs(owner: Owner) -> dict[str, Consortium | ConsortiumGroup]:
    if owner.kind is PlaceKind.CONSORTIUM:
        return {"consortium": Consortium.objects.get(pk=owner.id)}
    return {"group": ConsortiumGroup.objects.get(pk=owner.id)}


def _open(actor: Actor, format_: Format, number: int, data: Map) -> Draft:
    whole: Map = {**data, "key": format_.key, "version": number}
    draft = FormatDraft.objects.create(
        format=format_, number=number, begun_by=actor.ref, begun_at=clock.now()
    )
    DraftRevision.objects.create(
        draft=draft,
        number=1,
        shows=1,
        body=json.dumps(whole, ensure_ascii=False, separators=(",", ":")),
        change=DraftChange.BEGUN,
        by=actor.ref,
        at=draft.begun_at,
    )
    record(
        actor=actor,
        event="format_draft_begun",
        subject=f"format:{format_.pk}",
        data={"draft": draft.pk, "number": number},
    )
    return draft_value(draft)
