"""The people who can be told something, or given a chapter."""

from dataclasses import dataclass, replace

from levend.accounts.enums import Permission
from levend.accounts.queries.people import people_with
from levend.profiles.models import SupportProfile
from levend.profiles.queries.links import working_links
from levend.profiles.queries.voices import is_shared_now
from levend.profiles.rules.writing import own_reach


@dataclass(frozen=True)
class Colleague:
    """Somebody with an account. `is_consortium`: a coordinator, who reads only what is shared."""

    id: int
    name: str
    email: str
    language: str
    is_consortium: bool = False


def writers_of(profile: SupportProfile) -> tuple[Colleague, ...]:
    """Who writes this profile now, by name (one query)."""
    return tuple(
        Colleague(user.pk, user.name, user.email, user.language)
        for user in people_with(Permission.WRITE, own_reach(profile))
    )


def coordinators_of(profile: SupportProfile) -> tuple[Colleague, ...]:
    """The coordinators of the profile's consortium, by name (one query)."""
    reach = replace(own_reach(profile), consortium_ids=frozenset({profile.consortium_id}))
    return tuple(
        Colleague(user.pk, user.name, user.email, user.language, is_consortium=True)
        for user in people_with(Permission.RECEIVE, reach)
    )


@dataclass(frozen=True)
class Circle:
    """Who hears what is said about a profile: `readers` links work now; `coordinators` are there while it is shared."""

    writers: tuple[Colleague, ...]
    coordinators: tuple[Colleague, ...]
    readers: int

    @property
    def everybody(self) -> tuple[Colleague, ...]:
        return self.writers + self.coordinators


def circle_of(profile_id: int) -> Circle:
    """Everybody around a concept (six queries at most); the caller found the profile with an actor."""
    profile = SupportProfile.objects.select_related("location__school").get(pk=profile_id)
    return Circle(
        writers=writers_of(profile),
        coordinators=coordinators_of(profile) if is_shared_now(profile_id) else (),
        readers=working_links(profile_id).count(),
    )
