"""A school's profile, ready to be written down without going through the services."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from levend.accounts.actor import Actor
from levend.core import clock
from levend.demo.engine.stories import Act
from levend.demo.services.cast import Cast
from levend.formats.engine.values import Value
from levend.organisations.models import Consortium, Location
from levend.profiles.models import ProfileSnapshot, SupportProfile


@dataclass(frozen=True)
class Ready:
    """The text of one school with its hash, who acts, and when."""

    location: Location
    consortium: Consortium
    cast: Cast
    values: Mapping[str, Value]
    body: Mapping[str, object]
    sha256: str
    moments: Mapping[Act, datetime]

    def actor(self, act: Act) -> Actor:
        """Who does this act."""
        match act:
            case Act.ADVISE:
                return self.cast.chair
            case Act.ADOPT:
                return self.cast.board
            case Act.RECEIVE:
                return self.cast.coordinators[self.consortium.pk]
            case _:
                return self.cast.director

    def day(self, act: Act) -> date:
        """The date of this act."""
        return clock.local_date(self.moments[act])


@dataclass(frozen=True)
class Frozen:
    """The same with its rows."""

    ready: Ready
    profile: SupportProfile
    snapshot: ProfileSnapshot
