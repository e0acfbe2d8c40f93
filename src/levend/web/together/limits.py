"""How often somebody may try a link that does not work: guessing one is hopeless, and this keeps it cheap for us."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from levend.core import clock

FAILURES = 10
"""Per address and minute, as for the login."""
_MINUTE = 60


def may_try(request: HttpRequest) -> bool:
    return int(cache.get(_key(request), 0)) < FAILURES


def count_failure(request: HttpRequest) -> None:
    key = _key(request)
    cache.add(key, 0, timeout=2 * _MINUTE)
    try:
        cache.incr(key)
    except ValueError:  # pushed out of the cache in between
        cache.set(key, 1, timeout=2 * _MINUTE)


def _key(request: HttpRequest) -> str:
    return f"link:{int(clock.now().timestamp()) // _MINUTE}:{get_adapter().get_client_ip(request)}"
