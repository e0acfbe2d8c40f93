"""Which key seals: the operator's in production, one of our own making only for trying."""

import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.core.exceptions import ImproperlyConfigured

from levend.core import clock
from levend.documents.enums import SealKind
from levend.documents.sealing import SealUnusable, known_certificates, seal_key, seal_pdf
from levend.documents.sealing.key import PrivateKey, fingerprint
from levend.documents.sealing.self_made import make_once
from tests.documents.sealing.keys import certificate, ecdsa, one_file, private, rsa_2048


@pytest.fixture
def production(settings: LazySettings) -> None:
    settings.LEVEND_ENV = "production"


def test_for_trying_a_key_is_made_once_and_only_its_owner_reads_it(installation: Path) -> None:
    first = seal_key()

    made = installation / "seal" / "private.pem"
    assert seal_key() is first
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert [path.name for path in made.parent.iterdir()] == ["private.pem"]


def test_of_processes_that_make_a_key_at_once_all_find_the_same(tmp_path: Path) -> None:
    path = tmp_path / "seal" / "private.pem"
    seen: list[bytes] = []

    def make(_number: int) -> None:
        make_once(path, on=clock.now())
        seen.append(path.read_bytes())

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(make, range(24)))

    assert len(set(seen)) == 1
    assert [each.name for each in path.parent.iterdir()] == ["private.pem"]


@pytest.mark.usefixtures("production")
def test_production_does_not_start_without_a_seal() -> None:
    with pytest.raises(ImproperlyConfigured, match="LEVEND_SEAL is needed"):
        apps.get_app_config("documents").ready()


@pytest.mark.usefixtures("production")
def test_production_does_not_start_with_a_seal_made_for_trying(
    settings: LazySettings, tmp_path: Path
) -> None:
    make_once(tmp_path / "proef.pem", on=clock.now())
    settings.LEVEND_SEAL = str(tmp_path / "proef.pem")

    with pytest.raises(ImproperlyConfigured, match="made for trying"):
        apps.get_app_config("documents").ready()


@pytest.mark.usefixtures("production")
@pytest.mark.parametrize("make", [ecdsa, rsa_2048])
def test_production_seals_with_the_key_that_it_is_given(
    settings: LazySettings, tmp_path: Path, unsealed: bytes, make: Callable[[], PrivateKey]
) -> None:
    key = make()
    (tmp_path / "key.pem").write_bytes(private(key))
    (tmp_path / "certificate.pem").write_bytes(certificate(ecdsa()) + certificate(key))
    settings.LEVEND_SEAL = f"{tmp_path / 'key.pem'}, {tmp_path / 'certificate.pem'}"

    apps.get_app_config("documents").ready()

    assert seal_key().certificate.public_key() == key.public_key()
    assert b"/DocMDP" in seal_pdf(unsealed, kind=SealKind.OFFICIAL, name="")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "0 were found"),
        (private(ecdsa()) + private(ecdsa()), "2 were found"),
        (private(ecdsa()) + certificate(ecdsa()), "No certificate"),
        (private(ecdsa(), b"geheim"), "password"),
        (private(ecdsa()).replace(b"MIG", b"XXX"), "cannot be read"),
    ],
    ids=["empty", "two keys", "certificate of another", "password", "damaged"],
)
def test_a_seal_that_cannot_be_used_is_refused_with_the_reason(
    settings: LazySettings, tmp_path: Path, content: bytes, why: str
) -> None:
    (tmp_path / "seal.pem").write_bytes(content)
    settings.LEVEND_SEAL = str(tmp_path / "seal.pem")

    with pytest.raises(SealUnusable, match=why):
        seal_key()


def test_a_seal_that_is_not_there_is_refused_with_its_name(settings: LazySettings, tmp_path: Path) -> None:
    settings.LEVEND_SEAL = str(tmp_path / "weg.pem")

    with pytest.raises(SealUnusable, match="weg.pem"):
        seal_key()


def test_nothing_is_sealed_with_a_certificate_that_ran_out(
    settings: LazySettings, tmp_path: Path, unsealed: bytes
) -> None:
    settings.LEVEND_SEAL = one_file(tmp_path / "seal.pem", days=-1)

    with pytest.raises(SealUnusable, match="is valid from"):
        seal_pdf(unsealed, kind=SealKind.OFFICIAL, name="")


def test_the_certificate_of_a_retired_key_is_kept_until_somebody_takes_it_away(
    settings: LazySettings, tmp_path: Path, installation: Path, unsealed: bytes
) -> None:
    settings.LEVEND_SEAL = one_file(tmp_path / "old.pem")
    old = fingerprint(seal_key().certificate)
    seal_pdf(unsealed, kind=SealKind.OFFICIAL, name="")
    settings.LEVEND_SEAL = one_file(tmp_path / "new.pem")
    new = fingerprint(seal_key().certificate)

    assert known_certificates().keys() == {old, new}
    assert b"PRIVATE" not in (installation / "seal" / "certificates" / f"{old}.pem").read_bytes()
    (installation / "seal" / "certificates" / f"{old}.pem").unlink()
    assert known_certificates().keys() == {new}


def test_production_trusts_no_certificate_made_for_trying(
    settings: LazySettings, tmp_path: Path, unsealed: bytes
) -> None:
    seal_pdf(unsealed, kind=SealKind.OFFICIAL, name="")
    assert len(known_certificates()) == 1

    settings.LEVEND_ENV = "production"
    settings.LEVEND_SEAL = one_file(tmp_path / "seal.pem")

    assert known_certificates().keys() == {fingerprint(seal_key().certificate)}


def test_looking_at_a_document_makes_no_key(installation: Path) -> None:
    assert known_certificates() == {}
    assert not (installation / "seal").exists()


def test_reading_a_document_needs_neither_key_nor_framework() -> None:
    """The reading process holds no secret, and starts quickly."""
    code = (
        "import sys, levend.documents.reading.child as child, levend.documents.reading.seals\n"
        "print([name for name in sys.modules if name.startswith(('django', 'levend.config', 'levend.documents.sealing'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
