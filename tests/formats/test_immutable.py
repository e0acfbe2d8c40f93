"""A published version stays as it is, whoever writes to the database."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from levend.accounts.actor import Actor
from levend.audit.immutable import protected_tables
from levend.core.clock import now
from levend.formats.models import FormatVersion
from levend.formats.services import import_format
from tests.formats.samples import HEAD

pytestmark = pytest.mark.django_db

TEXT = HEAD + "      - {type: text, key: missie, label: Missie}\n"


@pytest.fixture
def published() -> FormatVersion:
    return import_format(actor=Actor.system(), text=TEXT)


@pytest.fixture
def draft(published: FormatVersion) -> FormatVersion:
    return FormatVersion.objects.create(
        format=published.format, number=2, body=TEXT, sha256="a" * 64, published_at=None
    )


@pytest.mark.parametrize(
    "change",
    [{"body": "key: anders"}, {"number": 7}, {"sha256": "0" * 64}, {"published_at": None}],
    ids=lambda change: next(iter(change)),
)
def test_a_published_version_cannot_be_changed(published: FormatVersion, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        FormatVersion.objects.filter(pk=published.pk).update(**change)

    published.refresh_from_db()
    assert (published.body, published.number) == (TEXT, 1)
    assert published.published_at is not None


def test_a_published_version_cannot_be_deleted(published: FormatVersion) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        published.delete()
    with pytest.raises(ProtectedError):
        published.format.delete()

    assert FormatVersion.objects.filter(pk=published.pk).exists()


def test_raw_sql_is_refused_too(published: FormatVersion) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE formats_formatversion SET body = 'x' WHERE id = %s", [published.pk])


def test_a_draft_may_be_changed_until_it_is_published(draft: FormatVersion) -> None:
    draft.body = TEXT + "# beter\n"
    draft.save()
    draft.published_at = now()
    draft.save()

    with pytest.raises(IntegrityError), transaction.atomic():
        FormatVersion.objects.filter(pk=draft.pk).update(body=TEXT)


def test_a_draft_may_be_deleted(draft: FormatVersion) -> None:
    draft.delete()

    assert FormatVersion.objects.count() == 1


def test_a_version_has_a_text_and_a_number_from_one(published: FormatVersion) -> None:
    for wrong in ({"body": ""}, {"sha256": ""}, {"number": 0}, {"number": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FormatVersion.objects.create(
                **{"format": published.format, "number": 3, "body": TEXT, "sha256": "b" * 64, **wrong}
            )


def test_the_table_is_listed_as_protected() -> None:
    assert "formats_formatversion" in protected_tables()
