"""Files that no row speaks of."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage

from levend.adoption.models import PaperRecord
from levend.audit.queries.files import files_under
from levend.core import clock
from levend.profiles.models import BroughtFile
from levend.publication.models import Artefact


def stray_files(*, older_than: timedelta) -> Iterator[str]:
    """Documents, letters and forms in the storage without a row, of at least this age.

    A younger one may be in the middle of being kept: its row comes after its file.
    """
    before = clock.now() - older_than
    for path in [*files_under("artefacts"), *files_under("paper"), *files_under("brought")]:
        if not _is_known(path) and default_storage.get_modified_time(path) < before:
            yield path


def _is_known(path: str) -> bool:
    folder, _slash, name = path.partition("/")
    sha256 = name.rpartition("/")[2]
    if folder == "paper":
        return PaperRecord.objects.filter(sha256=sha256).exists()
    if folder == "brought":
        return BroughtFile.objects.filter(sha256=sha256, state=BroughtFile.State.READING).exists()
    return Artefact.objects.filter(sha256=sha256).exists()
