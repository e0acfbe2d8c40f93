"""A format knows out of which version it was made, once and for ever."""

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.enums import Role
from levend.formats.engine.yaml_writing import to_yaml
from levend.formats.models import FormatSource, FormatVersion
from levend.formats.queries.drafts import draft_for
from levend.formats.queries.kept import owners_for
from levend.formats.queries.lineage import forebears_of
from levend.formats.services import begin_empty, begin_from_file, copy_format, import_draft
from tests.factories.formats import SMALL, make_version
from tests.factories.region import make_region

pytestmark = pytest.mark.django_db


def test_copying_and_importing_keep_the_source_and_what_is_not_known_stays_unknown() -> None:
    first, second = make_version(SMALL), make_version(SMALL.replace("version: 1", "version: 2"))
    make_version(SMALL.replace("version: 1", "version: 3"))
    anna = make_region().linde.actor(Role.COORDINATOR)
    owner = owners_for(anna)[0]
    copied = copy_format(actor=anna, owner=owner, source="klein", number=2, title="Kopie")
    text = SMALL.encode()
    filed = begin_from_file(actor=anna, owner=owner, text=text, name="klein.yaml")
    empty = begin_empty(actor=anna, owner=owner, title="Leeg")
    assert not forebears_of(empty.key)
    import_draft(actor=anna, key=empty.key, base=empty.revision, text=text, name="klein.yaml")
    unknown = to_yaml({**copied.data, "key": "elders", "version": 7}).encode()
    foreign = begin_from_file(actor=anna, owner=owner, text=unknown, name="elders.yaml")

    assert dict(FormatSource.objects.order_by("format__key").values_list("format__key", "version")) == {
        copied.key: second.pk,
        filed.key: first.pk,
        empty.key: first.pk,
    }
    assert not forebears_of(foreign.key)
    # A second file changes nothing: the first answer stays, whoever writes to the database.
    later = SMALL.replace("version: 1", "version: 2").replace("Missie", "Wens").encode()
    base = draft_for(anna, empty.key).revision
    import_draft(actor=anna, key=empty.key, base=base, text=later, name="klein.yaml")
    with pytest.raises(IntegrityError), transaction.atomic():
        FormatSource.objects.filter(format__key=empty.key).update(version=second)

    # The own versions first, then those up to the one that was copied; not those that came later.
    FormatVersion.objects.create(
        format=FormatSource.objects.get(format__key=copied.key).format,
        number=1,
        body="x",
        sha256="c" * 64,
        published_at=first.published_at,
    )
    assert [(one.key, one.number, one.is_own) for one in forebears_of(copied.key)] == [
        (copied.key, 1, True),
        ("klein", 2, False),
        ("klein", 1, False),
    ]
