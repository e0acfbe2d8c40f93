"""Where the questions of a format come from: its own versions, and those that it was made out of."""

from dataclasses import dataclass

from levend.formats.models import Format, FormatSource, FormatVersion


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
    that one, and so on; two queries for each format. The caller got the format by its actor."""
    found: list[Forebear] = []
    format_ = Format.objects.filter(key=key).first()
    newest: int | None = None
    met: set[int] = set()
    while format_ is not None and format_.pk not in met:
        met.add(format_.pk)
        rows = FormatVersion.objects.filter(format=format_, published_at__isnull=False)
        if newest is not None:
            rows = rows.filter(number__lte=newest)
        found.extend(
            Forebear(pk, format_.key, format_.title, number, sha256, is_own=len(met) == 1)
            for pk, number, sha256 in rows.order_by("-number").values_list("pk", "number", "sha256")
        )
        source = (
            FormatSource.objects.filter(format=format_)
            .select_related("version__format")
            .defer("version__body")
            .first()
        )
        format_, newest = (source.version.format, source.version.number) if source else (None, None)
    return tuple(found)
