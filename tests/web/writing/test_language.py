"""A page in English says which of its words are Dutch: those of the format and of the school."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.accounts.models import User
from levend.formats.engine.definition import Question
from levend.formats.queries import definition_of
from levend.profiles.models import SupportProfile
from tests.factories import profiles
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
_VOID = {"input", "meta", "link", "br", "hr", "img", "rect", "circle", "path", "line"}


class Spoken(HTMLParser):
    """The words of a page by the language in which they are said to be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: dict[str, set[str]] = {"nl": set(), "en": set()}
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        around = self._open[-1][1] if self._open else ""
        if tag not in _VOID:
            self._open.append((tag, dict(attrs).get("lang") or around))

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, _language in self._open) and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split()).strip(" :")
        if words and self._open and self._open[-1][0] not in {"script", "style", "title"}:
            self.said[self._open[-1][1]].add(words)


def texts_of(question: Question) -> set[str]:
    own = {question.label, question.help, question.why, *(option.label for option in question.options)}
    return own.union(*(texts_of(column) for column in question.columns)) - {""}


def test_the_words_of_a_format_are_dutch_and_those_around_them_english(
    region: Region, profile: SupportProfile, browser_of: Callable[[User], Client]
) -> None:
    user = region.linde.user(Role.EDITOR)
    answers = profiles.ANSWERS | {"oordeel": "onvoldoende"}
    profiles.answer(profile, region.linde.actor(Role.EDITOR), answers)
    User.objects.filter(pk=user.pk).update(language="en")
    definition = definition_of(profile.format_version_id)
    chapters = {
        "school": {"1. De school", "Wie bent u?", "Naam van de school"},
        "hulp": {"2. Extra hulp", "Hulp van buiten", "Extra hulp"},
    }
    browser = browser_of(User.objects.get(pk=user.pk))
    for key, around in chapters.items():
        page = Spoken(browser.get(f"/werk/12AB00/profiel/{key}/").content.decode())
        format_words = around.union(*(texts_of(question) for question in definition.chapter(key).questions))

        assert format_words <= page.said["nl"]
        assert not format_words & page.said["en"]
        assert {"Earlier texts", "Remark"} <= page.said["en"]
        assert (
            not {"Yes", "No", "Row", "Save", "Earlier texts", "Remark", "(may stay empty)"} & page.said["nl"]
        )
