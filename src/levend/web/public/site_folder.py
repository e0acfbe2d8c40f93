"""A folder of plain files that takes the place of the former one in one step."""

import ctypes
import errno
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from levend.core.errors import Invalid

MARK = ".levend-site.json"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


class SiteFolder:
    """What is being written: `changed` and `unchanged` are addresses; `removed` is known at the end."""

    def __init__(self, target: Path, new: Path) -> None:
        self.target, self.new = target, new
        self.changed: list[str] = []
        self.unchanged: list[str] = []
        self.removed: list[str] = []

    def put(self, path: str, data: bytes) -> None:
        """Write a file at a public address; one that ends in a slash is the index of its folder.

        A file that the former folder has with the same content stays that file, with its time of change. Raises
        `ValueError` for an address that leads out of the folder.
        """
        name = _file_name(path)
        there, here = self.target / name, self.new / name
        here.parent.mkdir(parents=True, exist_ok=True)
        if there.is_file() and there.stat().st_size == len(data) and there.read_bytes() == data:
            _same_file(there, here)
            self.unchanged.append(path)
        else:
            here.write_bytes(data)
            self.changed.append(path)

    def also_at(self, path: str, other: str) -> None:
        """Let what was put at `path` stand at another address too, without its room on the disk twice."""
        here = self.new / _file_name(other)
        here.parent.mkdir(parents=True, exist_ok=True)
        if not here.exists():
            _same_file(self.new / _file_name(path), here)

    def _mark(self, text: str) -> None:
        there, here = self.target / MARK, self.new / MARK
        if there.is_file() and there.read_text() == text:
            _same_file(there, here)
        else:
            here.write_text(text)

    def _close(self) -> None:
        files = sorted(str(path.relative_to(self.new)) for path in self.new.rglob("*") if path.is_file())
        self.removed = sorted(set(_files_of(self.target)) - set(files))
        self._mark(json.dumps({"made_by": "levend", "files": files}, indent=1))
        self.new.chmod(0o755)
        if self.target.exists():
            _exchange(self.new, self.target)
        else:
            self.new.rename(self.target)


@contextmanager
def replacing(folder: Path) -> Iterator[SiteFolder]:
    """Write beside `folder` and let it take its place when the block ends well; else the former one stays whole.

    Raises `Invalid` for a folder that holds something else than an earlier publication, and while another run is
    busy; `OSError` when the disk refuses.
    """
    target = folder.resolve()
    _require_ours(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.levend-"
    with _alone(target.parent):
        for left in target.parent.glob(f"{prefix}*"):  # by a run that was killed
            shutil.rmtree(left)
        new = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
        try:
            site = SiteFolder(target, new)
            yield site
            site._close()  # noqa: SLF001  (only here is it known that all is written)
        finally:
            shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    handle = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Invalid(_("Er wordt al een site naar deze map geschreven. Wacht tot dat klaar is.")) from None
    finally:
        os.close(handle)


def _require_ours(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise Invalid(_("%(path)s is geen map.") % {"path": target})
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise Invalid(
            _("In %(path)s staat iets anders dan een site van Levend. Kies een lege of een nieuwe map.")
            % {"path": target}
        )


def _files_of(target: Path) -> list[str]:
    try:
        return list(json.loads((target / MARK).read_text())["files"])
    except (OSError, ValueError, KeyError):
        return []


def _file_name(path: str) -> str:
    name = path.removeprefix("/")
    if path.endswith("/"):
        name += "index.html"
    if not path.startswith("/") or ".." in PurePosixPath(name).parts or name.startswith("/") or "\\" in name:
        raise ValueError(path)
    return name


def _same_file(one: Path, other: Path) -> None:
    """A second name for a file; a copy with its time of change where the disk knows no second names."""
    try:
        other.hardlink_to(one)
    except OSError:
        shutil.copy2(one, other)


def _exchange(new: Path, target: Path) -> None:
    """Let two folders change names in one step; where the system cannot, in two, with a way back."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is not None:
        names = (os.fsencode(new), os.fsencode(target))
        if rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
            return
        error = ctypes.get_errno()
        if error not in (errno.ENOSYS, errno.EINVAL):
            raise OSError(error, os.strerror(error), str(target))
    aside = new.with_name(f"{new.name}-former")
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside)
