"""What can be wrong with a drawing."""

from enum import StrEnum


class DrawingFault(StrEnum):
    TOO_LARGE = "too_large"
    NO_DRAWING = "no_drawing"
    NO_SIZE = "no_size"
    DECLARES = "declares"
    FORBIDDEN = "forbidden"


class UnsafeDrawing(ValueError):
    """A drawing that we do not take. `part` names what it holds, as it stands in the file."""

    def __init__(self, fault: DrawingFault, part: str = "") -> None:
        super().__init__(fault, part)
        self.fault = fault
        self.part = part
