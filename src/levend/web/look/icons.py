"""Icons of lucide as inline SVG.

Inline, because a sprite per page would have to know which icons its fragments use.
"""

from functools import lru_cache

from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide


@lru_cache(maxsize=256)
def icon(name: str, large: bool = False) -> SafeString:
    """The drawing named `name` on lucide.dev. It says nothing to a screen reader: a word stands beside it."""
    attributes = {
        "class": "i i-l" if large else "i",
        "aria-hidden": "true",
        "focusable": "false",
        "stroke-width": "2",
    }
    return SafeString(lucide(name, size=None, **attributes))
