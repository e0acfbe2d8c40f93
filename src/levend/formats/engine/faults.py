"""What is wrong with a format file, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault; `line` and `column` count from 1 and point at the word to change."""

    line: int
    column: int
    what: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.what}"


class FormatFaults(Exception):
    """A format file that cannot be taken, with everything that is wrong with it in the order of the file."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(f"{name}:{fault}" for fault in faults))
        self.name = name
        self.faults = faults
