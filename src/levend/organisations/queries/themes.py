"""A consortium's own colours."""

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
