"""The answer of a rule: may this be done, and if not, why not."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from levend.core.errors import NotAllowed, NotNow


class Verdict(StrEnum):
    """`FORBIDDEN`: not by this actor. `NOT_NOW`: not in this state."""

    YES = "yes"
    FORBIDDEN = "forbidden"
    NOT_NOW = "not_now"


@dataclass(frozen=True)
class Decision:
    """A verdict with its reason, in Dutch, ready to stand beside a closed button."""

    kind: Verdict
    reason: "str | Promise" = ""

    @classmethod
    def yes(cls) -> "Decision":
        return cls(Verdict.YES)

    @classmethod
    def forbidden(cls, reason: "str | Promise") -> "Decision":
        return cls(Verdict.FORBIDDEN, reason)

    @classmethod
    def not_now(cls, reason: "str | Promise") -> "Decision":
        return cls(Verdict.NOT_NOW, reason)

    @property
    def allowed(self) -> bool:
        return self.kind is Verdict.YES

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Raise `NotAllowed` or `NotNow` with the reason, unless the verdict is yes."""
        if self.kind is Verdict.FORBIDDEN:
            raise NotAllowed(self.reason)
        if self.kind is Verdict.NOT_NOW:
            raise NotNow(self.reason)
