"""The address of a link is its key: a log that keeps it would open the profile to whoever reads the log."""

import logging

import pytest
from django.test import Client

from levend.config.logs import WithoutKeys
from levend.config.settings import LOGGING

KEY = "h4xYc0r2yt4vZq8M3n-1bW_u7kLs9eDfGaTjPoRiXyQ"


@pytest.mark.parametrize(
    "path",
    [f"/meelezen/{KEY}/", f"/meelezen/{KEY}/school/", f"/inloggen/uitnodiging/{KEY}/", f"/agenda/{KEY}.ics"],
)
@pytest.mark.django_db
def test_a_refused_link_is_logged_without_its_key(path: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(WithoutKeys())
    with caplog.at_level(logging.WARNING):
        Client().get(path)

    assert path.split("/")[1] in caplog.text
    assert "…" in caplog.text
    assert KEY not in caplog.text


def test_every_log_of_an_installation_goes_through_it() -> None:
    handlers = LOGGING["handlers"]
    assert isinstance(handlers, dict)
    assert all(handler["filters"] == ["keys"] for handler in handlers.values())
