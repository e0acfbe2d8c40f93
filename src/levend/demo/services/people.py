"""The region's people: everyone has an address, only the demo accounts have a password."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from levend.accounts.enums import PlaceKind, Role
from levend.accounts.models import Membership, User
from levend.accounts.models.place import FIELDS
from levend.accounts.roles import POLICIES
from levend.demo.engine.names import mail_name, names
from levend.demo.engine.region import Region
from levend.demo.values import ACCOUNTS, DEMO_PASSWORD
from levend.organisations.models import Board, Consortium, ConsortiumGroup, CouncilSeat, Location

MEMBERS_PER_COUNCIL = 2


@dataclass(frozen=True)
class Post:
    """One person in one role; `place` is the key of the role's place, `domain` where the person's mail goes."""

    person: str
    role: Role
    place: int
    domain: str


def make_people(region: Region, *, since: datetime) -> None:
    """Make accounts and memberships. A name that stands at two places is one person with two roles."""
    posts = list(_posts(region))
    _make_users(posts)
    users = dict(User.objects.values_list("name", "pk"))
    Membership.objects.bulk_create(
        [
            Membership(user_id=users[post.person], role=post.role, since=since, **_where(post))
            for post in posts
        ],
        batch_size=500,
    )


def _make_users(posts: list[Post]) -> None:
    words = {account.person: account for account in ACCOUNTS}
    password = make_password(DEMO_PASSWORD)
    nobody_knows = make_password(None)
    domains: dict[str, str] = {}
    for post in posts:
        domains.setdefault(post.person, post.domain)
    users = [
        User(
            name=name,
            email=words[name].email if name in words else f"{mail_name(name)}@{domain}",
            password=password if name in words else nobody_knows,
            is_demo=name in words,
        )
        for name, domain in domains.items()
    ]
    users = User.objects.bulk_create(users, batch_size=500)
    EmailAddress.objects.bulk_create(
        [EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users],
        batch_size=500,
    )


def _where(post: Post) -> dict[str, int]:
    kind = POLICIES[post.role].place
    return {} if kind is PlaceKind.INSTALLATION else {f"{FIELDS[kind]}_id": post.place}


def _posts(region: Region) -> Iterator[Post]:
    yield from _posts_of_consortia(region)
    yield from _posts_of_boards(region)
    locations = dict(Location.objects.values_list("code", "pk"))
    for facts in region.schools:
        yield Post(facts.director, Role.DIRECTOR, locations[facts.code], facts.domain)
        yield Post(facts.editor, Role.EDITOR, locations[facts.code], facts.domain)
    yield from _posts_of_councils(region)


def _posts_of_consortia(region: Region) -> Iterator[Post]:
    group = ConsortiumGroup.objects.get(code=region.group.code)
    domain = f"{region.group.code}.example"
    yield Post(region.operator, Role.OPERATOR, 0, domain)
    yield Post(region.group_coordinator, Role.GROUP_COORDINATOR, group.pk, domain)
    consortia = dict(Consortium.objects.values_list("code", "pk"))
    for facts in region.consortia:
        domain = facts.email.partition("@")[2]
        yield Post(facts.coordinator, Role.COORDINATOR, consortia[facts.code], domain)
        yield Post(facts.viewer, Role.VIEWER, consortia[facts.code], domain)


def _posts_of_boards(region: Region) -> Iterator[Post]:
    boards = dict(Board.objects.values_list("code", "pk"))
    for facts in region.boards:
        yield Post(facts.member, Role.BOARD_MEMBER, boards[facts.code], f"{facts.domain}.example")
        yield Post(facts.secretary, Role.BOARD_SECRETARY, boards[facts.code], f"{facts.domain}.example")


def _posts_of_councils(region: Region) -> Iterator[Post]:
    """A chair and two members each; the names that the region gives are nobody else's."""
    fresh = names(region.people)
    chairs = {code: council.chair for council in region.councils for code in council.locations}
    domains = {facts.code: facts.domain for facts in region.schools}
    seats = CouncilSeat.objects.order_by("council_id", "location__code")
    done: set[int] = set()
    for council, code in seats.values_list("council_id", "location__code"):
        if council in done:
            continue
        done.add(council)
        chair = chairs.get(code) or region.chairs.get(code) or next(fresh)
        yield Post(chair, Role.COUNCIL_CHAIR, council, domains[code])
        for _ in range(MEMBERS_PER_COUNCIL):
            yield Post(next(fresh), Role.COUNCIL_MEMBER, council, domains[code])
