"""What is looked at before anything starts."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

from levend.jobs.events import subscriptions


# Django passes the check framework's own untyped options.
@register("jobs")
def handlers_exist(**options: Any) -> Iterable[CheckMessage]:
    """A handler that cannot be found would fail in silence, hours after the deploy."""
    errors = []
    for name, handler in subscriptions():
        try:
            found = import_string(handler)
        except ImportError as error:
            errors.append(
                Error(f"Handler {handler} of event {name} cannot be found: {error}", id="jobs.E001")
            )
            continue
        if not callable(found):
            errors.append(Error(f"Handler {handler} of event {name} cannot be called.", id="jobs.E002"))
    return errors
