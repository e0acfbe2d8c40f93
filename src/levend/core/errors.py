"""The ways in which a service refuses. One middleware turns them into pages."""

from collections.abc import Mapping

from django.utils.functional import Promise


class LevendError(Exception):
    """A refusal with a sentence for the person who asked."""

    status = 400

    def __init__(self, message: "str | Promise" = "") -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class NotFound(LevendError):
    """There is no such thing, or this actor may not know that there is (404)."""

    status = 404


class NotAllowed(LevendError):
    """The actor may see the thing, but not do this with it (403)."""

    status = 403


class NotNow(LevendError):
    """The actor may do this, but not in the present state (409)."""

    status = 409


class Invalid(LevendError):
    """The input cannot be taken; `fields` maps a field's name to what is wrong with it (422)."""

    status = 422

    def __init__(
        self, message: "str | Promise" = "", fields: "Mapping[str, str | Promise] | None" = None
    ) -> None:
        super().__init__(message)
        self.fields: Mapping[str, str | Promise] = fields or {}
