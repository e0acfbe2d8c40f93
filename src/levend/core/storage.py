"""Files that stand under the hash of their content."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

_READABLE = 0o644
"""As Django's own storage gives: what is public may be read by a web server of another user."""


def put_whole(path: str, data: bytes) -> None:
    """Let `path`, which names its content, hold `data`; writes nothing when it does already.

    Two processes may write the same one at the same moment and either may die: a name holds its whole content or
    nothing. Half a file of before is made whole.
    """
    if default_storage.exists(path) and default_storage.size(path) == len(data):
        return
    try:
        place = Path(default_storage.path(path))
    except NotImplementedError:  # an object store takes a file whole or not at all
        default_storage.delete(path)
        name = default_storage.save(path, ContentFile(data))
        if name != path:  # somebody else was first, and this one got another name
            default_storage.delete(name)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, delete=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).chmod(_READABLE)
    Path(file.name).replace(place)
