"""Wait until the application says that it is ready; exit 1 with its last answer when it does not in time.

wait_ready.py URL SECONDS PID…     gives up at once when one of the processes has ended
"""

import os
import sys
import time
import urllib.error
import urllib.request


def answer(url: str) -> tuple[bool, str]:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 - our own loopback address
            return response.status == 200, ""
    except urllib.error.HTTPError as error:
        return False, error.read().decode(errors="replace")[:500]
    except OSError as error:
        return False, str(error)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait(url: str, seconds: float, pids: list[int]) -> str:
    """Empty when ready, else why not."""
    until = time.monotonic() + seconds
    while True:
        ready, why = answer(url)
        if ready:
            return ""
        if not all(map(alive, pids)):
            return "A process ended by itself; see the messages above."
        if time.monotonic() > until:
            return f"Not ready within {seconds:.0f} seconds: {why}"
        time.sleep(0.1)


if __name__ == "__main__":
    try:
        problem = wait(sys.argv[1], float(sys.argv[2]), [int(pid) for pid in sys.argv[3:]])
    except KeyboardInterrupt:  # the script that waits says that it stops
        problem = ""
    sys.exit(problem or 0)
