"""A real browser against the real application with the fictional region.

The browser shares nothing with the tests but the address: what a test sees is what a person would see.
"""

import asyncio
import os
import shutil
from asyncio import AbstractEventLoop
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.loop import with_loop
from tests.support.application import Application, shared

PASSWORD = "levend-demo"
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first that is there. The shell draws the same pages with two fifths less processor time."""
FLAGS = [
    "--no-sandbox",  # the build server runs as root
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",  # nor may the browser itself look outside
    "--disable-component-update",
    "--no-first-run",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 780}

LogIn = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser; the files need not say so one by one."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """Web server and worker on a database with the fictional region, one for all processes of the run.

    Tests that walk the chain use locations of their own, since what they do stays.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # which gives each process a folder inside that of the run
        folder = folder.parent
    with shared(folder / "application") as application:
        yield application


@pytest.fixture(scope="session")
def chromium() -> Iterator[tuple[Browser, AbstractEventLoop]]:
    """One browser for the whole run, and the loop on which it works; between tests the thread has none."""
    executable = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if executable is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium-headless-shell)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        loop = asyncio.get_running_loop()
        with with_loop(None):
            yield browser, loop
        browser.close()


@pytest.fixture
def browser(chromium: tuple[Browser, AbstractEventLoop]) -> Iterator[Browser]:
    browser, loop = chromium
    with with_loop(loop):
        yield browser


@pytest.fixture
def new_context(browser: Browser, server: Application) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a browser of its own for one person: `new_context(javascript=False, viewport=PHONE)`."""
    made: list[BrowserContext] = []

    def make(*, javascript: bool = True, viewport: dict[str, int] | None = None) -> BrowserContext:
        size = viewport or DESKTOP
        context = browser.new_context(
            base_url=server.base_url,
            java_script_enabled=javascript,
            viewport={"width": size["width"], "height": size["height"]},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def browser_page(new_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A page of somebody who has not logged in; an error in a script or a blocked resource fails the test."""
    page = new_context().new_page()
    complaints = listen(page)
    yield page
    assert complaints == []


@pytest.fixture
def login_as(new_context: Callable[..., BrowserContext]) -> Iterator[LogIn]:
    """`login_as("director")` gives a page of that demo account, in a browser of its own.

    Every person keeps their page, so a test can let six people act in turn. Options are those of `new_context`.
    """
    complaints: list[str] = []

    def log_in(name: str, *, javascript: bool = True, viewport: dict[str, int] | None = None) -> Page:
        page = new_context(javascript=javascript, viewport=viewport).new_page()
        listen(page, complaints)
        page.goto("/inloggen/")
        page.locator("input[name=login]").fill(name)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("form:has(input[name=password]) [type=submit]").click()
        page.wait_for_url("**/werk/**")
        return page

    yield log_in
    assert complaints == []


def listen(page: Page, complaints: list[str] | None = None) -> list[str]:
    """Collect what the browser complains about: errors in scripts and resources refused by the security policy."""
    found = complaints if complaints is not None else []
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: (
            found.append(f"{page.url}: {message.text}")
            if message.type == "error" and "Content Security Policy" in message.text
            else None
        ),
    )
    return found
