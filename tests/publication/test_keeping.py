"""A made file stands under the hash of its content: whole, whoever writes it at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from levend.publication.models import Artefact
from levend.publication.services.keeping import write

WRITERS = 4
DATA = b"%PDF" * 250_000


def test_writers_at_the_same_moment_never_show_half_a_file() -> None:
    together = Barrier(WRITERS)

    def work(number: int) -> set[int]:
        seen = set()
        for turn in range(10):
            data = DATA + bytes([turn])
            together.wait()
            path = Artefact(sha256=write(data)).path
            with default_storage.open(path) as file:
                seen.add(len(file.read()) - len(data))
        return seen

    with ThreadPoolExecutor(WRITERS) as pool:
        assert set().union(*pool.map(work, range(WRITERS))) == {0}


def test_half_a_file_of_before_is_made_whole_and_nothing_stays_beside_it() -> None:
    path = Artefact(sha256=write(DATA)).path
    default_storage.delete(path)
    default_storage.save(path, ContentFile(DATA[:100]))

    write(DATA)

    with default_storage.open(path) as file:
        assert file.read() == DATA
    folder = Path(default_storage.path(path)).parent
    assert [one.name for one in folder.iterdir()] == [path.rpartition("/")[2]]
    assert folder.joinpath(path.rpartition("/")[2]).stat().st_mode & 0o777 == 0o644
