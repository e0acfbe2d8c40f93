"""Texts that apps above keep about a location: so that a passage is found and erased there too.

The step that erases knows the apps below it by name. What lies above or beside it says so in its AppConfig.ready.
"""

from collections.abc import Iterable

from django.utils.module_loading import import_string

from levend.audit.queries.texts import TextPlace

_SOURCES: list[str] = []


def add_text_source(path: str) -> None:
    """Have the function at the dotted path called with a location's key and its profiles' keys.

    It returns the `TextPlace`s that its app keeps of them.
    """
    if path not in _SOURCES:
        _SOURCES.append(path)


def added_text_places(location_id: int, profile_ids: Iterable[int]) -> tuple[TextPlace, ...]:
    """What every source knows of this location."""
    ids = list(profile_ids)
    return tuple(place for path in _SOURCES for place in import_string(path)(location_id, ids))
