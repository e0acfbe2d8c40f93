import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.audit.queries import events_of
from levend.core.canonical import sha256_of
from levend.core.errors import Invalid, NotAllowed
from levend.formats.engine.loading import FormatFaults
from levend.formats.models import Format, FormatVersion
from levend.formats.services import import_format
from tests.factories.accounts import make_actor
from tests.formats.samples import HEAD

pytestmark = pytest.mark.django_db

TEXT = HEAD + "      - {type: text, key: missie, label: Missie}\n"
NEXT = TEXT.replace("version: 1", "version: 2").replace("title: Proef", "title: Proef, herzien")


def test_an_imported_version_is_published_with_its_text_and_hash() -> None:
    version = import_format(actor=Actor.system(), text=TEXT)

    stored = FormatVersion.objects.select_related("format").get()
    assert stored == version
    assert (stored.format.key, stored.format.title, stored.number) == ("proef", "Proef", 1)
    assert stored.body == TEXT
    assert stored.sha256 == sha256_of(TEXT.encode())
    assert stored.published_at is not None


def test_the_same_text_again_changes_nothing() -> None:
    first = import_format(actor=Actor.system(), text=TEXT)
    second = import_format(actor=Actor.system(), text=TEXT)

    assert second == first
    assert FormatVersion.objects.count() == 1
    assert len(events_of("format:")) == 1


def test_what_was_published_is_on_record() -> None:
    version = import_format(actor=Actor.system(), text=TEXT)

    (event,) = events_of(f"format:{version.format_id}")
    assert event.event == "format_version_published"
    assert event.data == {"version": version.pk, "number": 1, "sha256": version.sha256}


def test_a_next_version_stands_beside_the_former() -> None:
    first = import_format(actor=Actor.system(), text=TEXT)
    second = import_format(actor=Actor.system(), text=NEXT)

    assert first.format == second.format
    assert Format.objects.get().title == "Proef, herzien"
    assert FormatVersion.objects.get(pk=first.pk).body == TEXT


def test_a_published_number_is_never_used_for_another_text() -> None:
    import_format(actor=Actor.system(), text=TEXT)

    with pytest.raises(Invalid, match="hoger nummer"):
        import_format(actor=Actor.system(), text=TEXT + "# anders\n")
    assert FormatVersion.objects.get().body == TEXT


def test_numbers_only_go_up() -> None:
    import_format(actor=Actor.system(), text=NEXT)

    with pytest.raises(Invalid, match="versie 2 al gepubliceerd"):
        import_format(actor=Actor.system(), text=TEXT)
    assert FormatVersion.objects.count() == 1


def test_a_file_with_faults_is_not_stored() -> None:
    with pytest.raises(FormatFaults, match=r"vragen\.yaml:10:27: er is al een vraag"):
        import_format(
            actor=Actor.system(),
            text=TEXT + "      - {type: text, key: missie, label: M}\n",
            name="vragen.yaml",
        )
    assert not Format.objects.exists()


def test_an_operator_may_import_and_nobody_else() -> None:
    with pytest.raises(NotAllowed):
        import_format(actor=Actor.anonymous(), text=TEXT)
    assert not Format.objects.exists()

    version = import_format(actor=make_actor(Role.OPERATOR, None), text=TEXT)
    assert version.number == 1
