"""Set out a round on paper first, and change what may still change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.values import JsonValue
from levend.core import clock
from levend.core.errors import Invalid, NotFound
from levend.core.plaintext import clean
from levend.jobs.events import emit
from levend.organisations.enums import SchoolType
from levend.organisations.models import Consortium, ConsortiumGroup
from levend.rounds import rules
from levend.rounds.enums import MilestoneKind, RoundState
from levend.rounds.models import CollectionRound, Milestone
from levend.rounds.queries.moving import DATES_TOLD, MILESTONES_MOVED
from levend.rounds.services.extending import drop_overtaken
from levend.rounds.services.locking import locked_round, note
from levend.rounds.services.parts import put_consortia, put_formats
from levend.rounds.values import TEXTS, Owner, RoundPlan

NAME_MAX = 120
TEXT_MAX = 8_000
_FIXED = ("school_year", "regime", "reference_date", "opens_on", "requires_positive_advice")
"""What schools began with: once the round was opened it stays."""
_FREE = ("name", "deadline")


@transaction.atomic
def draft_round(
    *,
    actor: Actor,
    owner: Owner,
    plan: RoundPlan,
    consortium_ids: Iterable[int] = (),
    versions: Mapping[SchoolType, int] | None = None,
) -> CollectionRound:
    """Begin a round. Nothing goes out before it is opened.

    Sending the same twice gives the same draft. Raises `NotFound` for an owner where the actor keeps no rounds, `Invalid`
    for a plan that does not hold together and for a name that the owner already used.
    """
    place = _lock_owner(actor, owner)
    plan = _checked(plan)
    former = CollectionRound.objects.filter(name=plan.name, **place).first()
    if former is not None and (former.state != RoundState.DRAFT or former.drafted_by_ref != actor.ref):
        message = _("Er is al een ronde met deze naam.")
        raise Invalid(message, {"name": message})
    if former is None:
        former = CollectionRound.objects.create(
            **place,
            **{name: getattr(plan, name) for name in _FREE + _FIXED},
            **plan.texts,
            drafted_at=clock.now(),
            drafted_by_ref=actor.ref,
            drafted_by_name=actor.name,
        )
        note(actor, former, "round_drafted")
    else:
        _write(actor, former, plan)
    _put_milestones(former, plan)
    put_consortia(actor, former, consortium_ids)
    put_formats(actor, former, versions or {})
    return former


@transaction.atomic
def change_round(
    *,
    actor: Actor,
    round_id: int,
    plan: RoundPlan,
    consortium_ids: Iterable[int] | None = None,
    versions: Mapping[SchoolType, int] | None = None,
) -> CollectionRound:
    """Change what may still change: everything in a draft; name, texts, deadline and milestones while it is open.

    Consortia and formats stay as they are where none are given.

    A deadline that moves beyond an extension takes its place: nobody gets less time than the others.
    """
    found = locked_round(actor, round_id)
    rules.can_change(actor, found).require()
    if found.state == RoundState.OPEN:
        plan = replace(plan, **{name: getattr(found, name) for name in _FIXED})
    plan = _checked(plan, is_open=found.state == RoundState.OPEN)
    others = CollectionRound.objects.exclude(pk=found.pk).filter(name=plan.name)
    if (
        others.filter(group=found.group).exists()
        if found.group_id
        else others.filter(consortium=found.consortium).exists()
    ):
        message = _("Er is al een ronde met deze naam.")
        raise Invalid(message, {"name": message})
    if found.state == RoundState.OPEN and plan.deadline != found.deadline and plan.deadline < clock.today():
        message = _("Deze dag is al voorbij. Kies een dag die nog komt.")
        raise Invalid(message, {"deadline": message})
    deadline = found.deadline
    _write(actor, found, plan)
    moved = _put_milestones(found, plan)
    if moved:
        note(actor, found, MILESTONES_MOVED, moved)
    if consortium_ids is not None:
        put_consortia(actor, found, consortium_ids)
    if versions is not None:
        put_formats(actor, found, versions)
    drop_overtaken(actor, found)
    if found.state == RoundState.OPEN and (moved or deadline != found.deadline):
        _tell_dates(actor, found)
    return found


def _lock_owner(actor: Actor, owner: Owner) -> dict[str, int | None]:
    """The owner as fields, locked so that two drafts of one name wait for each other."""
    decision = rules.can_keep(actor, consortium_id=owner.consortium_id, group_id=owner.group_id)
    if not decision or (owner.consortium_id is None) == (owner.group_id is None):
        raise NotFound(owner.code)
    if owner.consortium_id is not None:
        Consortium.objects.select_for_update().get(pk=owner.consortium_id)
    elif owner.group_id is not None:
        ConsortiumGroup.objects.select_for_update().get(pk=owner.group_id)
    return {"consortium_id": owner.consortium_id, "group_id": owner.group_id}


def _checked(plan: RoundPlan, *, is_open: bool = False) -> RoundPlan:
    """The plan with clean texts. Raises `Invalid` with every fault at its field."""
    faults: dict[str, str] = {}

    def tidy(field: str, text: str, most: int) -> str:
        try:
            return clean(text, max_length=most)
        except Invalid as refused:
            faults[field] = str(refused)
            return ""

    name = tidy("name", " ".join(plan.name.split()), NAME_MAX)
    texts = {key: tidy(key, plan.texts.get(key, ""), TEXT_MAX) for key in TEXTS}
    tidied = replace(plan, name=name, texts=texts)
    faults = rules.plan_faults(tidied, is_open=is_open) | faults
    if faults:
        raise Invalid(_("De ronde klopt nog niet helemaal."), faults)
    return tidied


def _write(actor: Actor, found: CollectionRound, plan: RoundPlan) -> None:
    wanted = {name: getattr(plan, name) for name in _FREE + _FIXED} | dict(plan.texts)
    changed = [name for name, value in wanted.items() if getattr(found, name) != value]
    for name in changed:
        setattr(found, name, wanted[name])
    if changed:
        found.save(update_fields=changed)
        note(actor, found, "round_changed", {"fields": list(changed)})


def _tell_dates(actor: Actor, found: CollectionRound) -> None:
    """Have the worker tell the schools, once the change is whole."""
    at = clock.now().isoformat()
    note(actor, found, DATES_TOLD, {"at": at})
    emit("round_dates_moved", round_id=found.pk, at=at)


def _put_milestones(found: CollectionRound, plan: RoundPlan) -> dict[str, JsonValue]:
    """Make the milestones those of the plan. Returns the new day of each that moved, none where it was taken away."""
    before = {MilestoneKind(row.kind): row.day for row in found.milestones.all()}
    found.milestones.exclude(kind__in=[kind.value for kind in plan.milestones]).delete()
    for kind in MilestoneKind:
        if kind in plan.milestones:
            Milestone.objects.update_or_create(
                round=found, kind=kind, defaults={"day": plan.milestones[kind]}
            )
    days = {kind: plan.milestones.get(kind) for kind in MilestoneKind}
    return {
        kind.value: day.isoformat() if day else None for kind, day in days.items() if day != before.get(kind)
    }
