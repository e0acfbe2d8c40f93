"""Playwright and Django in one thread.

Between its calls Playwright leaves its event loop behind in the thread. Django then takes the thread as asynchronous:
it refuses the database, or gives another connection, and what makes a document cannot start a loop of its own.
"""

from asyncio import AbstractEventLoop, events
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def with_loop(loop: AbstractEventLoop | None) -> Iterator[None]:
    """Let this loop, or none, be the one of the thread for a while."""
    before = events._get_running_loop()
    events._set_running_loop(loop)
    try:
        yield
    finally:
        events._set_running_loop(before)
