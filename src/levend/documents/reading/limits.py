"""What the reading process may use."""

import resource

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 15


def limit() -> None:
    """Bind this process for good: memory (bytes), processor time, no file to be written, none to be left behind."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
