"""Print what a lock file asks for and this environment does not have, one requirement a line.

Only names and versions are compared; hashes are checked by pip when it installs. Used to skip an install that would change
nothing, also on a machine without a network, and to say what is missing when an install failed.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pip._vendor.packaging.markers import Marker

PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: *; *(?P<marker>[^\\]+))?")


def missing(lock: str) -> list[str]:
    """The pins of the lock that are absent or have another version, for this Python and machine."""
    found = []
    for pin in filter(None, map(PINNED.match, lock.splitlines())):
        if pin["marker"] and not Marker(pin["marker"].strip()).evaluate():
            continue
        try:
            here = version(pin["name"])
        except PackageNotFoundError:
            here = "absent"
        if here != pin["version"]:
            found.append(f"{pin['name']}=={pin['version']} (here: {here})")
    return found


if __name__ == "__main__":
    for line in missing(Path(sys.argv[1]).read_text()):
        print(line)
