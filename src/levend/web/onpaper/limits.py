"""How often somebody makes and hands in forms: each costs about a second of the machine."""

from django.core.cache import cache

from levend.core import clock

A_MINUTE = 15
_MINUTE = 60


def may_work(user_id: int | None) -> bool:
    """Count one form; `False` when this person had the number of this minute. Counted for all processes together."""
    key = f"on-paper:{int(clock.now().timestamp()) // _MINUTE}:{user_id}"
    cache.add(key, 0, timeout=2 * _MINUTE)
    try:
        return cache.incr(key) <= A_MINUTE
    except ValueError:  # pushed out of the cache in between
        return True
