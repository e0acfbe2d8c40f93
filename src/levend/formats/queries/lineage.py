"""Where the questions of a format come from: its own versions, and those that it was made out of."""

from dataclasses import dataclass

from levend.formats.models import FormatSource, FormatVersion


@dataclass(frozen=True)
class Forebear:
    """A published version; `is_own` when it is one of the format that was asked about."""

    id: int
    key: str
    title: str
    number: int
    sha256: str
    is_own: bool


def forebears_of(key: str) -> tuple[Forebear, ...]:
    """The published versions of a format, the last one first, then the version that it was made out of and those before
    that one, and so on (two queries). The caller got the format by its actor."""
    newest = _chain(key)
    rows = FormatVersion.objects.filter(format__key__in=newest, published_at__isnull=False)
    found = [
        Forebear(pk, of, title, number, sha256, is_own=of == key)
        for pk, of, title, number, sha256 in rows.order_by("-number").values_list(
            "pk", "format__key", "format__title", "number", "sha256"
        )
    ]
    return tuple(
        one
        for of, last in newest.items()
        for one in found
        if one.key == of and (last is None or one.number <= last)
    )


def _chain(key: str) -> dict[str, int | None]:
    """The keys of a format and of those that it stems from, each with the number of the version that was taken over."""
    sources = {
        of: (source, number)
        for of, source, number in FormatSource.objects.order_by("pk").values_list(
            "format__key", "version__format__key", "version__number"
        )
    }
    found: dict[str, int | None] = {key: None}
    while key in sources and sources[key][0] not in found:
        key, number = sources[key]
        found[key] = number
    return found
