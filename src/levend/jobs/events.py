"""Events: the one way up between apps.

A service emits in its own transaction; an app above subscribes in its AppConfig.ready. The worker runs every
handler at least once and tries again when it fails, each handler on its own.
"""

from django.db import transaction
from django.utils.module_loading import import_string

from levend.core import clock
from levend.jobs.models import Event
from levend.jobs.tasks import job

_HANDLERS: dict[str, list[str]] = {}
_QUICK: set[str] = set()


def subscribe(name: str, handler: str, *, quick: bool = False) -> None:
    """Have the function at the dotted path `handler` called with the ids of every event `name`.

    A worker takes many tasks of a `quick` handler at a time: it takes a moment, and comes by the thousand.
    """
    handlers = _HANDLERS.setdefault(name, [])
    if handler not in handlers:
        handlers.append(handler)
    if quick:
        _QUICK.add(handler)


def is_quick(handler: str) -> bool:
    return handler in _QUICK


def unsubscribe(name: str, handler: str) -> None:
    """Undo `subscribe`."""
    _HANDLERS.get(name, []).remove(handler)
    _QUICK.discard(handler)


def subscriptions() -> tuple[tuple[str, str], ...]:
    """All pairs of event name and handler."""
    return tuple((name, handler) for name, handlers in _HANDLERS.items() for handler in handlers)


def emit(name: str, **ids: int | str) -> None:
    """Write that something happened, and queue its handlers, inside the transaction of what happened.

    `name` is a past tense; `ids` hold ids and codes, no texts. Raises TransactionManagementError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "An event is emitted inside the transaction of what happened."
        )
    Event.objects.create(name=name, ids=ids, at=clock.now())
    for handler in _HANDLERS.get(name, ()):
        handle_event.enqueue(handler=handler, ids=ids)


@job(retries=5)
def handle_event(*, handler: str, ids: dict[str, int | str]) -> None:
    """Call one handler of one event."""
    import_string(handler)(**ids)
