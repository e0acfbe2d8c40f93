"""Reading and sending the pages of formats."""

import re
from html.parser import HTMLParser

from django.test import Client

from levend.accounts.actor import Actor
from levend.formats.engine.editing import Map
from levend.formats.queries.drafts import draft_for


class Fields(HTMLParser):
    """What a browser would send of the forms of a page, buttons aside."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._name = ""
        self._area = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        name, value = (
            has.get("name") or "",
            has.get("value", "on" if has.get("type") == "checkbox" else "") or "",
        )
        if tag == "select":
            self._name = name
        elif tag == "option" and "selected" in has:
            self.found[self._name] = [value]
        elif tag == "textarea":
            self._area = name
            self.found[name] = [""]
        elif tag == "input" and name and (has.get("type") not in {"checkbox", "radio"} or "checked" in has):
            self.found.setdefault(name, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.found[self._area] = [self.found[self._area][0].removeprefix("\n")]
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[self._area][0] += data


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def data(actor: Actor) -> Map:
    return draft_for(actor, "po9901-klein").data


def sent(client: Client, address: str, **fields: object) -> str:
    """Post a form with the revision that is on its page; it must lead on."""
    page = text(client, address)
    response = client.post(address, {"revisie": Fields(page).found["revisie"][0], **fields})
    assert response.status_code == 302, re.findall(
        r'class="error">.*?</p>', response.content.decode(), re.DOTALL
    )
    return str(response["Location"])
