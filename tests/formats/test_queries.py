import pytest
from pytest_django import DjangoAssertNumQueries

from levend.accounts.actor import Actor
from levend.core.clock import now
from levend.core.errors import NotFound
from levend.formats.models import Format, FormatVersion
from levend.formats.queries import definition_of, latest_version, published_versions
from levend.formats.queries.versions import body_of
from levend.formats.services import import_format
from tests.formats.samples import HEAD

pytestmark = pytest.mark.django_db

TEXT = HEAD + "      - {type: text, key: missie, label: Missie}\n"


def publish(key: str, number: int = 1) -> FormatVersion:
    text = TEXT.replace("key: proef", f"key: {key}").replace("version: 1", f"version: {number}")
    return import_format(actor=Actor.system(), text=text.replace("title: Proef", f"title: Format {key}"))


def draft(key: str, number: int, label: str) -> FormatVersion:
    text = TEXT.replace("version: 1", f"version: {number}").replace("label: Missie", f"label: {label}")
    return FormatVersion.objects.create(
        format=Format.objects.get(key=key),
        number=number,
        body=text,
        sha256=f"{number:064x}",
        published_at=None,
    )


def test_the_newest_published_version_of_each_format_is_listed() -> None:
    publish("b")
    publish("a")
    publish("a", 2)
    draft("a", 3, "Concept")

    assert [(row.key, row.number) for row in published_versions(Actor.system())] == [("a", 2), ("b", 1)]
    assert (latest_version("a").number, latest_version("a").title) == (2, "Format a")


def test_a_stranger_sees_no_formats() -> None:
    publish("a")

    assert published_versions(Actor.anonymous()) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_listing_takes_two_queries(count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(count):
        publish(f"format-{number}")

    with django_assert_num_queries(2):
        assert len(published_versions(Actor.system())) == count


def test_what_is_not_there_is_not_found() -> None:
    for ask in (lambda: latest_version("a"), lambda: definition_of(12345), lambda: body_of(12345)):
        with pytest.raises(NotFound):
            ask()


def test_a_format_without_a_published_version_has_no_latest() -> None:
    Format.objects.create(key="a", title="A")
    draft("a", 1, "Concept")

    with pytest.raises(NotFound):
        latest_version("a")


def test_a_definition_is_read_once_per_process(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    version = publish("vaak")
    first = definition_of(version.pk)

    with django_assert_num_queries(1):
        assert definition_of(version.pk) is first


def test_a_draft_that_changed_is_read_anew() -> None:
    publish("proef")
    version = draft("proef", 2, "Eerst")
    assert definition_of(version.pk).questions[0].label == "Eerst"

    version.body = version.body.replace("Eerst", "Daarna")
    version.sha256 = "f" * 64
    version.save()

    assert definition_of(version.pk).questions[0].label == "Daarna"


def test_a_body_comes_out_as_it_went_in() -> None:
    version = publish("proef")

    again = import_format(actor=Actor.system(), text=body_of(version.pk))

    assert again == version
    assert version.published_at is not None
    assert version.published_at <= now()
