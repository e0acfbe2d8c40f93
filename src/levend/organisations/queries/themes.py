"""A consortium's own colours and logo."""

from collections.abc import Mapping

from levend.core.errors import NotFound
from levend.organisations.models import Consortium


def theme_of(code: str) -> Mapping[str, str]:
    """The ten values of a consortium's theme by its code, empty when it has none. Raises `NotFound`."""
    theme: dict[str, str] | None = (
        Consortium.objects.filter(code=code).values_list("theme", flat=True).first()
    )
    if theme is None:
        raise NotFound(code)
    return theme


def logo_of(code: str) -> str:
    """The logo of a consortium by its code, as SVG. Raises `NotFound` when it has none."""
    logo: str | None = Consortium.objects.filter(code=code).values_list("logo", flat=True).first()
    if not logo:
        raise NotFound(code)
    return logo
