"""Long texts on a page: the light marks as paragraphs, lists, strong words and links."""

import re
from collections.abc import Iterable

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from levend.formats.engine import lightmarks

_BROKEN_LINE = re.compile(r"(?<=\S)[ \t]*\n(?![ \t]*(?:\n|- |$))")


def as_html(text: str) -> SafeString:
    """A text as HTML; everything but the marks is escaped."""
    return format_html_join("", "{}", ((_block(block),) for block in lightmarks.parse(text)))


def format_text(text: str) -> SafeString:
    """A text of the format itself: whoever wrote the file broke its lines to fit, so a line end is a space there."""
    return as_html(_BROKEN_LINE.sub(" ", text))


def _block(block: lightmarks.Block) -> SafeString:
    if isinstance(block, lightmarks.Bullets):
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((_runs(item),) for item in block.items))
        )
    return format_html("<p>{}</p>", _runs(block.runs))


def _runs(runs: Iterable[lightmarks.Run]) -> SafeString:
    return format_html_join("", "{}", ((_run(run),) for run in runs))


def _run(run: lightmarks.Run) -> SafeString:
    match run:
        case lightmarks.Strong():
            return format_html("<strong>{}</strong>", run.text)
        case lightmarks.Link():
            return format_html('<a href="{}" rel="nofollow">{}</a>', run.url, run.text)
        case _:
            return mark_safe(escape(run.text).replace("\n", "<br>"))  # noqa: S308  (escaped first)
