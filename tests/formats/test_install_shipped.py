import logging

import pytest

from levend.accounts.actor import Actor
from levend.formats.models import FormatVersion
from levend.formats.queries import definition_of, latest_version
from levend.formats.services import import_format, install_shipped
from levend.formats.shipped import shipped_definition, shipped_keys, shipped_text

pytestmark = pytest.mark.django_db


def test_every_shipped_format_is_installed_once() -> None:
    first, second = install_shipped(), install_shipped()

    assert {name.split()[0] for name in first.new} == set(shipped_keys())
    assert (second.new, second.unchanged, second.kept) == ((), first.new, ())
    assert FormatVersion.objects.count() == len(shipped_keys())


@pytest.mark.parametrize("key", shipped_keys())
def test_an_installed_format_reads_as_the_shipped_one(key: str) -> None:
    install_shipped()

    assert definition_of(latest_version(key).id) == shipped_definition(key)


def test_a_version_that_was_published_with_another_text_is_kept(caplog: pytest.LogCaptureFixture) -> None:
    ours = "# eigen opmerking\n" + shipped_text("passenderwijs")
    import_format(actor=Actor.system(), text=ours)

    with caplog.at_level(logging.WARNING):
        outcome = install_shipped()

    assert "passenderwijs 1" in outcome.kept
    assert "passenderwijs" in caplog.text
    assert FormatVersion.objects.get(format__key="passenderwijs").body == ours
