"""What a page holds, read from its HTML as a browser would, and what its form would send."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse

_VOID = {"input", "meta", "link", "br", "hr", "img", "rect", "circle", "path", "line"}


@dataclass
class Element:
    """An element with its attributes, its parents, and the text inside."""

    tag: str
    attributes: Mapping[str, str]
    parents: tuple["Element", ...]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    @property
    def is_inert(self) -> bool:
        return any(parent.tag == "template" for parent in self.parents)


class Html(HTMLParser):
    """All elements of a page or a fragment, in order."""

    def __init__(
        self, response: "HttpResponse | Any"
    ) -> None:  # the test client's own response class is private
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open))
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.texts.append(data)

    def by_id(self, name: str) -> Element:
        (found,) = [each for each in self.elements if each.attributes.get("id") == name]
        return found

    def has(self, name: str) -> bool:
        return any(each.attributes.get("id") == name for each in self.elements)

    @property
    def text(self) -> str:
        return next(element.text for element in self.elements if element.tag == "html")

    def form(self) -> dict[str, list[str]]:
        """The fields of the chapter's form as a browser without JavaScript would send them."""
        sent: dict[str, list[str]] = {}
        for each in self.elements:
            if each.attributes.get("form") != "hoofdstuk" or each.tag == "button" or each.is_inert:
                continue
            kind = each.attributes.get("type")
            if kind in {"checkbox", "radio"} and "checked" not in each.attributes:
                continue
            value = each.attributes.get("value", "")
            if each.tag == "textarea":
                value = "".join(each.texts).removeprefix("\n")
            if each.tag == "select":
                value = self._selected(each)
            sent.setdefault(each.attributes["name"], []).append(value)
        return sent

    def _selected(self, select: Element) -> str:
        options = [each for each in self.elements if each.tag == "option" and select in each.parents]
        chosen = [each for each in options if "selected" in each.attributes] or options[:1]
        return chosen[0].attributes.get("value", "") if chosen else ""
