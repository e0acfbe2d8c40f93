"""How often a document can be checked: each check costs a process of its own."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from levend.core import clock

PER_ADDRESS = 10
ALTOGETHER = 60
"""Checks per minute."""
_MINUTE = 60


def may_check(request: HttpRequest) -> bool:
    """Count one check; `False` when this address or all together had their number of this minute.

    Counted in the shared cache, so for all processes together. The address is the one that the login counts by.
    """
    minute = int(clock.now().timestamp()) // _MINUTE
    address = get_adapter().get_client_ip(request)
    return (
        _counted(f"verify:{minute}:{address}") <= PER_ADDRESS and _counted(f"verify:{minute}") <= ALTOGETHER
    )


def _counted(key: str) -> int:
    cache.add(key, 0, timeout=2 * _MINUTE)
    try:
        return cache.incr(key)
    except ValueError:  # pushed out of the cache in between
        return 1
