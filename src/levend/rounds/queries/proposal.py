"""A round as it is proposed: everything filled in, so that little is left to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.core import clock
from levend.core.errors import NotFound
from levend.formats.models import FormatVersion
from levend.formats.queries import versions_for
from levend.formats.values import PublishedVersion
from levend.keyfigures.engine.reference_dates import CountedOn, newest_with_figures
from levend.keyfigures.queries import days_counted
from levend.keyfigures.values import PUPILS
from levend.organisations.enums import SchoolType
from levend.organisations.models import Consortium, ConsortiumGroup
from levend.regimes.engine.definition import Regime, ValidFrom
from levend.regimes.queries import all_regimes, regimes_for
from levend.rounds import rules
from levend.rounds.engine import dates
from levend.rounds.engine.texts import first_texts
from levend.rounds.enums import MilestoneKind, RoundText
from levend.rounds.models import CollectionRound
from levend.rounds.queries.asked import open_schools, schools_by_kind
from levend.rounds.queries.law import law_day
from levend.rounds.queries.visible import round_for
from levend.rounds.values import TEXTS, Owner, RoundPlan


@dataclass(frozen=True)
class ConsortiumChoice:
    id: int
    name: str
    schools: int


@dataclass(frozen=True)
class FormatChoice:
    """A kind of school that the consortia have, with what it can fill in; `chosen` is the id of one, if any."""

    kind: SchoolType
    schools: int
    versions: tuple[PublishedVersion, ...]
    chosen: int | None


@dataclass(frozen=True)
class Proposal:
    """What the page of setting out begins with.

    `terms` are the days for the council's advice, by which milestones are counted back from the deadline: by the key of a
    regime, and under the empty one what each consortium has of its own. `counted` are the days with figures of the
    `schools`.
    """

    owner: Owner
    plan: RoundPlan
    consortia: tuple[ConsortiumChoice, ...]
    chosen: tuple[int, ...]
    formats: tuple[FormatChoice, ...]
    regimes: tuple[Regime, ...]
    own_regimes: tuple[str, ...]
    """The keys of those that the consortia have of their own."""
    terms: Mapping[str, int]
    schools: int
    counted: tuple[CountedOn, ...]


def owners_for(actor: Actor) -> tuple[Owner, ...]:
    """Where this actor sets out rounds: groups first, then consortia, by name."""
    groups = ConsortiumGroup.objects.filter(pk__in=rules.kept_groups(actor)).order_by("name", "code")
    consortia = Consortium.objects.filter(pk__in=rules.kept_consortia(actor)).order_by("name", "code")
    return (
        *(Owner(group.code, group.name, group_id=group.pk) for group in groups),
        *(Owner(one.code, one.name, consortium_id=one.pk) for one in consortia),
    )


def owner_for(actor: Actor, code: str) -> Owner:
    """One of them. Raises `NotFound`."""
    for owner in owners_for(actor):
        if owner.code == code:
            return owner
    raise NotFound(code)


def new_proposal(actor: Actor, owner_code: str) -> Proposal:
    """A new round with what fits today: for all consortia, in what each kind of school can fill in."""
    owner = owner_for(actor, owner_code)
    consortia = _consortia(owner)
    today, chosen = clock.today(), tuple(one.pk for one in consortia)
    laws = list(regimes_for(chosen, today).values())
    deadline = dates.fitting_deadline(today, _longest_term(laws))
    year = dates.school_year_for(deadline, counts_by_school_year=_by_school_year(laws))
    plan = RoundPlan(
        name=_free_name(owner, _("Opnameronde %(year)s") % {"year": year}),
        school_year=str(year),
        reference_date=dates.reference_date_before(today),
        opens_on=today,
        deadline=deadline,
        texts=_texts(consortia),
    )
    begun = _proposal(
        owner, consortia, plan, law_on=dates.takes_effect_on(deadline, year), chosen=chosen, former={}
    )
    counted_on = newest_with_figures(begun.counted, locations=begun.schools, until=today)
    return replace(
        begun,
        plan=replace(
            plan,
            reference_date=counted_on or plan.reference_date,
            milestones=dates.milestones_before(deadline, begun.terms[""]),
        ),
    )


def proposal_of(actor: Actor, round_id: int) -> Proposal:
    """A round that was set out already, to change. Raises `NotFound`, `NotAllowed` for who does not keep it."""
    found = round_for(actor, round_id)
    rules.can_keep(actor, consortium_id=found.consortium_id, group_id=found.group_id).require()
    owner = _owner_of(found)
    consortia = _consortia(owner)
    plan = RoundPlan(
        name=found.name,
        school_year=found.school_year,
        reference_date=found.reference_date,
        opens_on=found.opens_on,
        deadline=found.deadline,
        requires_positive_advice=found.requires_positive_advice,
        regime=found.regime,
        texts={key: getattr(found, key) for key in TEXTS},
        milestones={MilestoneKind(row.kind): row.day for row in found.milestones.all()},
    )
    former = {SchoolType(row.school_type): row.version_id for row in found.formats.all()}
    chosen = tuple(found.parts.values_list("consortium_id", flat=True))
    return _proposal(owner, consortia, plan, law_on=law_day(found), chosen=chosen, former=former)


def _proposal(
    owner: Owner,
    consortia: list[Consortium],
    plan: RoundPlan,
    *,
    law_on: date,
    chosen: tuple[int, ...],
    former: dict[SchoolType, int],
) -> Proposal:
    counts = schools_by_kind(one.pk for one in consortia)
    schools = open_schools(one.pk for one in consortia)
    own = regimes_for(chosen or [one.pk for one in consortia], law_on).values()
    return Proposal(
        owner=owner,
        plan=plan,
        consortia=tuple(
            ConsortiumChoice(one.pk, one.name, sum(counts.get(one.pk, {}).values())) for one in consortia
        ),
        chosen=chosen,
        formats=tuple(
            _format_choice(owner, consortia, kind, number, former)
            for kind in SchoolType
            if (number := sum(found.get(kind, 0) for found in counts.values())) or kind in former
        ),
        regimes=all_regimes(),
        own_regimes=tuple(sorted({law.key for law in own})),
        terms={"": _longest_term(own)} | {law.key: law.advice_term_days for law in all_regimes()},
        schools=schools.count(),
        counted=days_counted(schools, PUPILS, until=clock.today()),
    )


def _format_choice(
    owner: Owner,
    consortia: list[Consortium],
    kind: SchoolType,
    schools: int,
    former: dict[SchoolType, int],
) -> FormatChoice:
    """What every consortium in the round is offered for this kind of school.

    Before anything was chosen the region's own format comes first, then what was made for this kind of school.
    """
    groups = {one.group_id for one in consortia if one.group_id}
    versions = versions_for(
        consortium_ids=frozenset({owner.consortium_id} if owner.consortium_id else ()),
        group_ids=frozenset({owner.group_id} if owner.group_id else groups),
        school_type=kind.value,
    )
    rows = FormatVersion.objects.select_related("format").defer("body").in_bulk([one.id for one in versions])

    def fit(one: PublishedVersion) -> tuple[bool, bool]:
        meant = rows[one.id].format
        own = meant.consortium_id is not None or meant.group_id is not None
        return (not own, kind.value not in meant.school_types)

    first = min(versions, key=fit).id if versions else None
    if former:
        chosen = former.get(kind)
        versions += tuple(
            PublishedVersion(
                row.pk, row.format.key, row.number, row.format.title, row.sha256, row.published_at
            )
            for row in FormatVersion.objects.select_related("format").defer("body").filter(pk=chosen or 0)
            if row.published_at and row.pk not in rows
        )
        return FormatChoice(kind, schools, versions, chosen)
    return FormatChoice(kind, schools, versions, first)


def _consortia(owner: Owner) -> list[Consortium]:
    if owner.consortium_id is not None:
        return list(Consortium.objects.filter(pk=owner.consortium_id).order_by("pk"))
    return list(Consortium.objects.filter(group_id=owner.group_id).order_by("name", "code"))


def _owner_of(found: CollectionRound) -> Owner:
    place = found.consortium or found.group
    assert place is not None  # noqa: S101  (the database ties it)
    return Owner(place.code, place.name, found.consortium_id, found.group_id)


def _texts(consortia: list[Consortium]) -> dict[str, str]:
    """The shipped texts; questions about content go to the consortia, whose addresses are known."""
    texts = dict(first_texts())
    known = [
        f"- {one.name}: {', '.join(filter(None, (one.email, one.phone)))}"
        for one in consortia
        if one.email or one.phone
    ]
    if known:
        content = RoundText.ASK_ABOUT_CONTENT.value
        texts[content] = "\n\n".join((texts[content], "\n".join(known)))
    return texts


def _longest_term(laws: Iterable[Regime]) -> int:
    return max((law.advice_term_days for law in laws), default=0)


def _by_school_year(laws: list[Regime]) -> bool:
    return bool(laws) and all(law.valid_from is ValidFrom.SCHOOL_YEAR_START for law in laws)


def _free_name(owner: Owner, name: str) -> str:
    """The name, with a number when the owner used it already."""
    mine = Q(consortium_id=owner.consortium_id) if owner.consortium_id else Q(group_id=owner.group_id)
    used = set(CollectionRound.objects.filter(mine, name__startswith=name).values_list("name", flat=True))
    number = 2
    wanted = name
    while wanted in used:
        wanted = f"{name} ({number})"
        number += 1
    return wanted
