"""Somebody logs in and out again, in a browser as people have it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import LogIn
from tests.support.application import Application


def test_a_director_logs_in_and_finds_the_start_page(login_as: LogIn) -> None:
    page = login_as("director")
    expect(page).to_have_url(re.compile(r"/werk/$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_wrong_password_is_refused_without_telling_who_exists(browser_page: Page) -> None:
    messages = []
    for name in ("director", "nobody-of-this-name"):
        browser_page.goto("/inloggen/")
        browser_page.locator("input[name=login]").fill(name)
        browser_page.locator("input[name=password]").fill("not-the-password")
        browser_page.locator("form:has(input[name=password]) [type=submit]").click()
        expect(browser_page).to_have_url(re.compile(r"/inloggen/"))
        alert = browser_page.get_by_role("alert").first
        expect(alert).to_be_visible()
        messages.append(alert.inner_text())
    assert messages[0] == messages[1]


@pytest.mark.parametrize("javascript", [True, False])
def test_the_working_side_asks_a_stranger_to_log_in(
    new_context: Callable[..., BrowserContext], server: Application, javascript: bool
) -> None:
    page = new_context(javascript=javascript).new_page()
    page.goto("/werk/")
    expect(page).to_have_url(server.url("/inloggen/?next=/werk/"))
    expect(page.locator("input[name=login]")).to_be_visible()
