"""Files that no row speaks of: a worker that died between writing a file and its row left them."""

from datetime import timedelta

from django.core.files.storage import default_storage

from levend.publication.queries.strays import stray_files


def tidy_files(*, older_than: timedelta) -> int:
    """Delete stray documents and letters of at least this age; return how many."""
    count = 0
    for path in stray_files(older_than=older_than):
        default_storage.delete(path)
        count += 1
    return count
