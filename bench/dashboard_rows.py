"""Rows of a large round, written at once: what the services would write, without the texts."""

import hashlib
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Model

from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, State, Step
from levend.adoption.models import Adoption, AdoptionCase, Advice, CaseStep
from levend.core import clock
from levend.organisations.enums import SchoolType
from levend.organisations.models import Board, ConsortiumMembership, Location, School
from levend.profiles.models import FrozenContent, ProfileSnapshot, SupportProfile
from levend.rounds.enums import MilestoneKind, Outcome, RoundState
from levend.rounds.models import CollectionRound, Milestone, RoundConsortium, RoundEntry
from tests.factories import accounts, organisations
from tests.factories.formats import make_version

WAY = (State.DRAFT, State.AWAITING_ADVICE, State.ADVICE_GIVEN, State.ADOPTED, State.SUBMITTED, State.RECEIVED)
STEPS = (Step.OPEN, Step.ASK_ADVICE, Step.GIVE_ADVICE, Step.ADOPT, Step.SUBMIT, Step.RECEIVE)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DAYS_OPEN = 120


@dataclass(frozen=True)
class Made:
    round_id: int
    people: dict[str, object]


def make_round(schools: int, *, boards: int, rows: int, chance: random.Random) -> Made:
    group = organisations.make_group("bench", "Samen")
    consortia = [organisations.make_consortium(f"PO990{n}", f"Verband {n}", group) for n in (1, 2, 3)]
    version = make_version()
    now, today = clock.now(), clock.today()

    def many(kind: Any, made: Iterable[Model]) -> list[Any]:
        return list(kind.objects.bulk_create(made, batch_size=rows))

    owners = many(Board, (Board(code=f"{50000 + n}", name=f"Stichting {n:03}") for n in range(boards)))
    kinds = [SchoolType.BAO] * 8 + [SchoolType.SBO, SchoolType.SO]
    found = many(
        School,
        (School(code=_code(n), name=f"School {n}", board=owners[n % boards]) for n in range(schools)),
    )
    locations = many(
        Location,
        (
            Location(
                school=school,
                code=f"{school.code}00",
                name=f"Openbare school De Linde {n}",
                school_type=kinds[n % 10],
                street="Dorpsstraat 1",
                postcode="1234 AB",
                city="Ede",
            )
            for n, school in enumerate(found)
        ),
    )
    many(
        ConsortiumMembership,
        (
            ConsortiumMembership(
                location=one, consortium=consortia[n % 3], valid_from=today - timedelta(days=900)
            )
            for n, one in enumerate(locations)
        ),
    )
    opened = now - timedelta(days=DAYS_OPEN)
    asked = CollectionRound.objects.create(
        name="Opnameronde",
        group=group,
        school_year="2026-2027",
        reference_date=clock.local_date(opened),
        opens_on=clock.local_date(opened),
        deadline=today + timedelta(days=3),
        regime_on=today + timedelta(days=3),
        state=RoundState.OPEN,
        drafted_at=opened,
        drafted_by_ref="bench",
        drafted_by_name="Bench",
        opened_at=opened,
        opened_by_ref="bench",
        opened_by_name="Bench",
    )
    for number, kind in enumerate(MilestoneKind):
        Milestone.objects.create(round=asked, kind=kind, day=today - timedelta(days=60 - 20 * number))
    late = {"extended_until": today + timedelta(days=30), "extension_reason": "Fusie."}
    parts = [
        RoundConsortium.objects.create(round=asked, consortium=one, **(late if n == 2 else {}))
        for n, one in enumerate(consortia)
    ]
    with_case = [one for n, one in enumerate(locations) if n % 40]
    cases = _cases(with_case, consortia, version, chance, many)
    case_of = {case.location_id: case for case in cases}
    asked_of = 60
    many(
        RoundEntry,
        (
            RoundEntry(
                round=asked,
                location=one,
                part=parts[n % 3],
                case=(case := case_of.get(one.pk)),
                outcome=Outcome.OPENED if case else Outcome.NO_FORMAT,
                handled_at=opened,
                added_at=opened,
                answered=chance.randint(0, asked_of) if case else None,
                asked=asked_of if case else None,
                counted_at=now if case else None,
                **(late if n % 17 == 0 else {}),
            )
            for n, one in enumerate(locations)
        ),
    )
    people = {
        "coördinator": accounts.make_member(Role.COORDINATOR, consortia[0]),
        "groep": accounts.make_member(Role.GROUP_COORDINATOR, group),
        "bestuur": accounts.make_member(Role.BOARD_MEMBER, owners[0]),
    }
    return Made(asked.pk, people)


def _cases(
    locations: list[Location], consortia: list[Any], version: Any, chance: random.Random, many: Any
) -> list[AdoptionCase]:
    now = clock.now()
    where = [chance.randrange(len(WAY)) for _ in locations]
    homes = {one.pk: consortia[n % 3] for n, one in enumerate(locations)}
    shas = [hashlib.sha256(one.code.encode()).hexdigest() for one in locations]
    profiles = many(
        SupportProfile,
        (
            SupportProfile(
                location=one,
                consortium=homes[one.pk],
                format_version=version,
                school_year="2026-2027",
                created_at=now,
                locked_sha256=sha if at else "",
                locked_at=now if at else None,
            )
            for one, sha, at in zip(locations, shas, where, strict=True)
        ),
    )
    cases: list[AdoptionCase] = many(
        AdoptionCase,
        (
            AdoptionCase(
                profile=profile,
                location=one,
                consortium=homes[one.pk],
                regime="sop",
                state=WAY[min(at, 1)],
                state_since=now - timedelta(days=chance.randrange(60)),
                content_sha256=sha if at else "",
                opened_at=now,
            )
            for one, profile, sha, at in zip(locations, profiles, shas, where, strict=True)
        ),
    )
    whole = list(zip(cases, profiles, shas, where, strict=True))
    advised = [one for one in whole if one[3] >= 2]
    advices = many(
        Advice,
        (
            Advice(
                case=case,
                kind=AdviceKind.POSITIVE,
                given_on=clock.today(),
                recorded_at=now,
                actor_ref="bench",
                actor_name="Bench",
            )
            for case, *_rest in advised
        ),
    )
    for (case, *_rest), advice in zip(advised, advices, strict=True):
        case.advice, case.state = advice, State.ADVICE_GIVEN
    adopted = [one for one in whole if one[3] >= 3]
    contents = many(
        FrozenContent,
        (
            FrozenContent(profile=profile, sha256=sha, body="{}", frozen_at=now)
            for _c, profile, sha, _a in adopted
        ),
    )
    snapshots = many(
        ProfileSnapshot,
        (
            ProfileSnapshot(profile=content.profile, content=content, sha256=content.sha256, frozen_at=now)
            for content in contents
        ),
    )
    adoptions = many(
        Adoption,
        (
            Adoption(
                case=case,
                snapshot=snapshot,
                advice=case.advice,
                adopted_on=clock.today(),
                valid_from=clock.today(),
                valid_until=clock.today() + timedelta(days=1400),
                publish_not_before=clock.today(),
                recorded_at=now,
                actor_ref="bench",
                actor_name="Bench",
            )
            for (case, *_rest), snapshot in zip(adopted, snapshots, strict=True)
        ),
    )
    for (case, _p, _s, at), adoption in zip(adopted, adoptions, strict=True):
        case.adoption, case.state = adoption, WAY[at]
    AdoptionCase.objects.bulk_update(
        [case for case, *_rest in advised], ["advice", "adoption", "state"], batch_size=200
    )
    many(CaseStep, (step for case, _p, _s, at in whole for step in _steps(case, at, chance)))
    return cases


def _steps(case: AdoptionCase, reached: int, chance: random.Random) -> Iterable[CaseStep]:
    at = clock.now() - timedelta(days=DAYS_OPEN)
    for number in range(reached + 1):
        yield CaseStep(
            case=case,
            number=number + 1,
            step=STEPS[number],
            source=WAY[number - 1] if number else "",
            target=WAY[number],
            at=at,
            happened_on=clock.local_date(at),
            actor_ref="bench",
            actor_name="Bench",
        )
        at += timedelta(days=chance.randrange(1, DAYS_OPEN // 6))


def _code(number: int) -> str:
    return f"{number // 676 + 10:02}{LETTERS[number // 26 % 26]}{LETTERS[number % 26]}"
